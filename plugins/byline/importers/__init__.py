"""Bringing existing texts in: pasted plain text and Markdown files become posts, and no word is lost."""

from byline.importers.days import find_date, spell_days
from byline.importers.imported import Bio, ImportedArticle
from byline.importers.loss import Loss
from byline.importers.options import ImportOptions
from byline.importers.planning import ImportPlan, ImportReport, NewFile, plan_import
from byline.importers.posts import Post, read_posts
from byline.importers.reading import read_markdown, read_plain_text, read_source
from byline.importers.report import describe, next_step
from byline.importers.sources import read_files
from byline.importers.surroundings import Surroundings, read_surroundings
from byline.importers.typos import Typo
from byline.importers.writing import write_import

__all__ = [
    "Bio",
    "ImportOptions",
    "ImportPlan",
    "ImportReport",
    "ImportedArticle",
    "Loss",
    "NewFile",
    "Post",
    "Surroundings",
    "Typo",
    "describe",
    "find_date",
    "next_step",
    "plan_import",
    "read_files",
    "read_markdown",
    "read_plain_text",
    "read_posts",
    "read_source",
    "read_surroundings",
    "spell_days",
    "write_import",
]
