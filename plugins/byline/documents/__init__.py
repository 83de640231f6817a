"""Text files with a YAML head: read strictly, split, and parsed with the line of every key remembered."""

from byline.documents.front_matter import Head, split_front_matter
from byline.documents.mappings import KeyPath, YamlMapping, parse_yaml
from byline.documents.texts import control_characters, read_text, unreadable

__all__ = [
    "Head",
    "KeyPath",
    "YamlMapping",
    "control_characters",
    "parse_yaml",
    "read_text",
    "split_front_matter",
    "unreadable",
]
