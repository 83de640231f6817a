"""Text files with a YAML head: read strictly, split, and parsed with the line of every key remembered."""

from byline.documents.entries import put_entry
from byline.documents.front_matter import Head, split_front_matter
from byline.documents.json_text import json_text
from byline.documents.mappings import KeyPath, YamlMapping, parse_yaml
from byline.documents.records import Record, parse_records
from byline.documents.replacing import Replacement, name_new_file, replace_texts
from byline.documents.texts import control_characters, read_text, unreadable
from byline.documents.yaml_edits import Entry
from byline.documents.yaml_words import ListEntry

__all__ = [
    "Entry",
    "Head",
    "KeyPath",
    "ListEntry",
    "Record",
    "Replacement",
    "YamlMapping",
    "control_characters",
    "json_text",
    "name_new_file",
    "parse_records",
    "parse_yaml",
    "put_entry",
    "read_text",
    "replace_texts",
    "split_front_matter",
    "unreadable",
]
