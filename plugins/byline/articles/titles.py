"""An article's title, where its front matter gives none: its own heading, else its file's name."""

import re
from pathlib import Path

_OPENING_HEADING = re.compile(r"(?:[ \t]*\r?\n)*[ ]{0,3}#[ \t]+(?P<title>[^\r\n]+?)[ \t#]*(?:\r?\n|\Z)")
_HEADING_MARKUP = re.compile(r"<!--.*?-->\s*|\{[^{}]*\}\s*\Z|\]\([^()]*\)|[*`\[\]]|(?<!\w)_+|_+(?!\w)")
_DATE_IN_NAME = re.compile(r"^\d{4}-\d{2}-\d{2}[-_]?")


def split_heading(body: str, title: str) -> tuple[str, str]:
    """Take a `# Title` at the top off the body, for the page prints it itself; another heading stays."""
    found = _OPENING_HEADING.match(body)
    heading = " ".join(_HEADING_MARKUP.sub("", found["title"]).split()) if found else ""
    if not found or (title and heading.casefold() != title.casefold()):
        return body, ""
    return body[found.end() :], heading


def title_of(file: Path) -> str:
    """Make a title of a file name: the date before it and the dashes in it go."""
    words = _DATE_IN_NAME.sub("", file.stem).replace("-", " ").replace("_", " ").strip() or file.stem
    return words[0].upper() + words[1:]
