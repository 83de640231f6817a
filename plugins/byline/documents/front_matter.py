"""Where the front matter of a text ends and its body begins."""

from dataclasses import dataclass

from frontmatter.default_handlers import YAMLHandler

_HANDLER = YAMLHandler()


@dataclass(frozen=True, slots=True)
class Head:
    """The front matter of a text, and where it and the body begin: offset in characters, line from 1."""

    yaml: str
    yaml_line: int
    body_start: int
    body_line: int
    yaml_start: int = 0


def split_front_matter(text: str) -> Head:
    """Find the `---` front matter of a text; without one, the body is the whole text."""
    mark = 1 if text.startswith("\ufeff") else 0
    if not _HANDLER.detect(text[mark:]):
        return Head("", 1, mark, 1)
    try:
        head, body = _HANDLER.split(text[mark:])
    except ValueError:
        return Head("", 1, mark, 1)
    start = len(text) - len(body)
    body_start = start + len(body) - len(body.lstrip("\r\n"))
    opening = text.index(head, mark) if head else mark
    first = text.count("\n", 0, opening) + 1
    return Head(head, first, body_start, text.count("\n", 0, body_start) + 1, opening)
