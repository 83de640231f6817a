"""The words of a comment as HTML that may be stored: paragraphs made, everything active taken out."""

import re
from html import escape

import markdown

from byline.comments.cleaning import clean_html, text_of
from byline.importers.discussions.words import clean_text

_BLOCKS = "blockquote|ul|ol|li|div|table|thead|tbody|tr|td|th|h[1-6]|hr|dl|dt|dd|section|article"
_BLOCK = re.compile(rf" ?(</?(?:{_BLOCKS})(?:\s[^<>]*)?/?>) ?", re.IGNORECASE)
_PARAGRAPH = re.compile(r"</?p(?:\s[^<>]*)?>", re.IGNORECASE)
_PICTURE = re.compile(r"<img\s[^<>]*>", re.IGNORECASE)
_SOURCE = re.compile(r"\bsrc=[\"']?(https?://[^\"'\s<>]+)", re.IGNORECASE)
_PRE = re.compile(r"<(/?)pre\b[^<>]*>", re.IGNORECASE)
_TOO_MANY = 300
"""So many brackets or quote marks in a row are no writing, and cost a Markdown converter minutes."""
_MOST_TAGS = 2000
_LONGEST_MARKDOWN, _MOST_OPENERS = 20_000, 500
"""So many letters, and brackets that might begin something, does a Markdown converter take in a second."""
_ENDLESS = re.compile(rf"[\[\]()*_`!<]{{{_TOO_MANY}}}|(?:[>*+-] ?){{{_TOO_MANY}}}")


def from_html(text: str) -> str:
    """Sanitise HTML as a commenter wrote it. A picture becomes a link to it."""
    text = clean_text(text)
    return from_plain(text) if _is_endless(text) else sanitise(text)


def from_loose_html(text: str) -> str:
    """Sanitise the text of a blog's comment: HTML in which empty lines part paragraphs."""
    text = clean_text(text)
    return from_plain(text) if _is_endless(text) else sanitise("\n".join(_loose(text)))


def from_plain(text: str) -> str:
    """Return a plain text as HTML: empty lines part paragraphs."""
    return sanitise("\n".join(_paragraphs(escape(clean_text(text), quote=False))))


class Markdown:
    """Turns the Markdown of comments into sanitised HTML."""

    def __init__(self) -> None:
        self._converter = markdown.Markdown(extensions=["fenced_code", "nl2br", "sane_lists"])

    def convert(self, text: str) -> str:
        """Return a comment as HTML; what no converter can take is kept as plain text."""
        text = clean_text(text)
        if _is_costly(text) or _ENDLESS.search(text):
            return from_plain(text)
        try:
            self._converter.reset()
            return sanitise(self._converter.convert(text))
        except (RecursionError, ValueError, AssertionError, IndexError):
            return from_plain(text)


def sanitise(html: str) -> str:
    """Take everything out of HTML that could act, load or disguise."""
    return clean_text(clean_html(_PICTURE.sub(_link_to, html))).strip()


def _link_to(picture: re.Match[str]) -> str:
    """Return a link in the place of a picture, which would be loaded from elsewhere."""
    source = _SOURCE.search(picture[0])
    return f'<a href="{source[1]}">{source[1]}</a>' if source else ""


def is_empty(html: str) -> bool:
    """Say whether HTML shows nothing."""
    return not text_of(html).strip()


def _is_endless(text: str) -> bool:
    """Say whether a text has more tags than anybody writes: nested, they cost time without end."""
    return text.count("<") > _MOST_TAGS


def _is_costly(text: str) -> bool:
    """Say whether a converter might need minutes: it looks from each bracket to the end of the text."""
    return len(text) > _LONGEST_MARKDOWN or text.count("[") + text.count("<") > _MOST_OPENERS


def _loose(text: str) -> list[str]:
    """Return the blocks of a text, preformatted ones untouched."""
    blocks: list[str] = []
    start, depth, opened = 0, 0, 0
    for found in _PRE.finditer(text):
        if not found[1]:
            if not depth:
                blocks += _paragraphs(text[start : found.start()])
                opened = found.start()
            depth += 1
        elif depth:
            depth -= 1
            if not depth:
                blocks.append(text[opened : found.end()])
                start = found.end()
    if depth:
        return [*blocks, f"{text[opened:]}</pre>"]
    return blocks + _paragraphs(text[start:])


def _paragraphs(text: str) -> list[str]:
    text = re.sub(r"\n(?:[ \t\xa0]*\n)+", "\n\n", re.sub(r"[ \t]+", " ", text))
    text = _PARAGRAPH.sub("\n\n", text)
    text = _BLOCK.sub(r"\n\n\1\n\n", text)
    parts = (part.strip() for part in re.split(r"\n{2,}", text))
    return [part if _BLOCK.fullmatch(part) else _paragraph(part) for part in parts if part]


def _paragraph(text: str) -> str:
    lines = "<br>\n".join(line.strip() for line in text.split("\n"))
    return f"<p>{lines}</p>"
