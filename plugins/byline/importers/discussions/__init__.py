"""Moving comments in and out: exports of WordPress, Disqus and Isso become archives beside articles."""

from byline.importers.discussions.exporting import export_isso
from byline.importers.discussions.mapping import read_mapping
from byline.importers.discussions.matching import Posts
from byline.importers.discussions.planning import plan_comments
from byline.importers.discussions.recognition import KINDS, read_exports
from byline.importers.discussions.report import describe_import
from byline.importers.discussions.writing import Change, write_changes

__all__ = [
    "KINDS",
    "Change",
    "Posts",
    "describe_import",
    "export_isso",
    "plan_comments",
    "read_exports",
    "read_mapping",
    "write_changes",
]
