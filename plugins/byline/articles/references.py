"""What an article's Markdown links to and shows, with the line of each."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape
from urllib.parse import unquote

from byline.articles.article import Article

_FENCED = r"^(?P<fence>[ \t]*(?:`{3,}|~{3,}))[^\n]*\n.*?(?:^(?P=fence)[`~]*[ \t]*$|\Z)"
_FENCE = re.compile(_FENCED, re.MULTILINE | re.DOTALL)
_CODE = re.compile(
    _FENCED + r"|(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)|<!--.*?-->", re.MULTILINE | re.DOTALL
)
_TARGET = r"(?:<(?P<spaced>[^<>\n]+)>|(?P<target>(?:[^()<>\s]|\([^()\s]*\))+))"
_INLINE = re.compile(rf"(?P<image>!?)\[(?P<text>[^\[\]]*)\]\(\s*{_TARGET}[^()\n]*\)")
_DEFINITION = re.compile(r"^[ ]{0,3}\[(?!\^)[^\]\n]+\]:[ \t]*<?(?P<target>[^<>\s]+)", re.MULTILINE)
_TAG = re.compile(r"<(?P<name>img|a|source|video|audio)\b(?P<attributes>[^<>]*)>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"\b(?P<name>src|href|poster|alt)\s*=\s*[\"'](?P<value>[^\"']*)[\"']", re.IGNORECASE)
_HEADING = re.compile(
    r"^(?:#{1,6}[ \t]+(?P<text>[^\n]+?)[ \t#]*|(?P<under>[^\n]+)\n(?:=+|-+)[ \t]*)$", re.MULTILINE
)
_ID = re.compile(r"\bid\s*=\s*[\"']([^\"']+)[\"']|\{[^{}\n]*#([\w-]+)[^{}\n]*\}")


@dataclass(frozen=True, slots=True)
class Reference:
    """A link or an image in an article: where it leads, its line in the file; `alt` is None for links."""

    target: str
    line: int
    alt: str | None = None

    @property
    def path(self) -> str:
        """Return the path it names, decoded, without anchor and query."""
        return unquote(unescape(self.target)).partition("#")[0].partition("?")[0]

    @property
    def anchor(self) -> str:
        """Return the anchor it names, if any."""
        return unquote(self.target.partition("#")[2])

    @property
    def is_local(self) -> bool:
        """Say whether it leads to a file beside the article, and not elsewhere or to the site's root."""
        return not re.match(r"[a-zA-Z][\w+.-]*:|/", self.target)


def references(article: Article) -> Iterator[Reference]:
    """Yield what an article's text links to and shows, code and comments aside."""
    text = _without_code(article.body)
    line = _line_of(text, article.body_line)
    for found in _INLINE.finditer(text):
        target = found["target"] or found["spaced"]
        yield Reference(target, line(found.start()), found["text"] if found["image"] else None)
    for found in _DEFINITION.finditer(text):
        yield Reference(found["target"], line(found.start()))
    for found in _TAG.finditer(text):
        attributes = {
            pair["name"].lower(): pair["value"] for pair in _ATTRIBUTE.finditer(found["attributes"])
        }
        alt = attributes.pop("alt", "") if found["name"].lower() == "img" else None
        for target in attributes.values():
            if target:
                yield Reference(target, line(found.start()), alt)


def anchors(article: Article) -> set[str]:
    """Return the anchors of an article: those of its headings as Python-Markdown makes them, and its own."""
    text = _FENCE.sub(_blank, article.body)
    headings = (found["text"] or found["under"] for found in _HEADING.finditer(text))
    named = {first or second for first, second in _ID.findall(text)}
    return named | {_slug(heading) for heading in headings}


def _slug(heading: str) -> str:
    """Make the anchor of a heading (Python-Markdown's toc extension, `slugify`)."""
    plain = re.sub(r"<!--.*?-->|\{[^{}]*\}|\]\([^()]*\)|[^\w\s-]", "", heading).strip().lower()
    return re.sub(r"[-\s]+", "-", plain)


def _without_code(text: str) -> str:
    """Blank out code and comments, every line staying where it is."""
    return _CODE.sub(_blank, text)


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])


def _line_of(text: str, first: int) -> Callable[[int], int]:
    """Return a function that tells the line of a place in a text whose first line is `first`."""
    ends = [found.start() for found in re.finditer("\n", text)]
    return lambda place: first + bisect_left(ends, place)
