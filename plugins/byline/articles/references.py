"""What an article's Markdown links to and shows, with the line of each."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape
from urllib.parse import unquote

from byline.articles.article import Article

_FENCED = r"^(?P<fence>[ \t]*(?:`{3,}|~{3,}))[^\n]*\n.*?(?:^(?P=fence)[`~]*[ \t]*$|\Z)"
_FENCE = re.compile(_FENCED, re.MULTILINE | re.DOTALL)
_SPAN = re.compile(r"(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)|<!--.*?-->", re.DOTALL)
_SIGNS = "`~<"
_TARGET = r"(?:<(?P<spaced>[^<>\n]+)>|(?P<target>(?:[^()<>\s]|\([^()\s]*\))+))"
_INLINE = re.compile(rf"\[(?P<text>[^\[\]]*)\]\(\s*{_TARGET}[^()\n]*\)")
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
        target, start = found["target"] or found["spaced"], found.start()
        yield Reference(target, line(start), found["text"] if text[max(start - 1, 0)] == "!" else None)
    for found in _DEFINITION.finditer(text) if "]:" in text else ():
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
    parts: list[str] = []
    end = 0
    for found in _code(text):
        parts += text[end : found.start()], _blank(found)
        end = found.end()
    return "".join((*parts, text[end:])) if parts else text


def _code(text: str) -> Iterator[re.Match[str]]:
    """Yield what is code or a comment. Only a sign that may open one is looked at more closely."""
    at, next_sign = 0, _signs_of(text)
    while (start := next_sign(at)) >= 0:
        line_end = text.rfind("\n", at, start)
        first_of_line = line_end >= 0 or at == 0
        fence = _FENCE.match(text, line_end + 1) if first_of_line else None
        if found := fence or _SPAN.match(text, start):
            yield found
        at = found.end() if found else start + 1


def _signs_of(text: str) -> Callable[[int], int]:
    """Return a function that finds the first sign from a place on, -1 where there is none.

    Asked for one place after the other, it looks for each sign once: that is quicker than a pattern.
    """
    places = {sign: text.find(sign) for sign in _SIGNS}

    def next_sign(at: int) -> int:
        for sign, place in list(places.items()):
            if place < 0:
                del places[sign]
            elif place < at:
                places[sign] = text.find(sign, at)
        return min((place for place in places.values() if place >= 0), default=-1)

    return next_sign


def _blank(found: re.Match[str]) -> str:
    return "\n".join(" " * len(line) for line in found[0].split("\n"))


def _line_of(text: str, first: int) -> Callable[[int], int]:
    """Return a function that tells the line of a place in a text whose first line is `first`.

    Asked for one place after the other, it counts each line end once.
    """
    at, line = 0, first

    def line_of(place: int) -> int:
        nonlocal at, line
        if place < at:
            at, line = 0, first
        line += text.count("\n", at, place)
        at = place
        return line

    return line_of
