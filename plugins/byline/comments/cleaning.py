"""What comments may hold: a few elements, links out, and nothing that a browser would run or fetch.

Comments are other people's texts. What comes in as HTML is let through an allow-list; what comes in as plain
text is escaped.
"""

import re
from html import escape, unescape

import nh3

RELATION = "nofollow ugc noopener"
"""What every link in a comment says of itself: written by a reader, not vouched for."""
TAGS = frozenset("a blockquote br code del em li ol p pre strong ul".split())

_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
"""What neither HTML nor XML can hold. A file of comments has none of it, but HTML may refer to it."""
_SYNONYMS = re.compile(r"<(/?)(b|i|s|strike)(?=[\s>/])", re.IGNORECASE)
_NAMES = {"b": "strong", "i": "em", "s": "del", "strike": "del"}
_LINK_OUT = re.compile(r"(?:https?://|mailto:)[^\s]", re.IGNORECASE)
_NO_LINK = re.compile(r'<a(?: rel="[^"]*")?>(.*?)</a>', re.DOTALL)
_TAG = re.compile(r'<(/?)([a-z]+)(?:[^<>"]|"[^"]*")*>')
_IN_LINE = frozenset({"a", "code", "del", "em", "strong"})
_ADDRESS = re.compile(r"https?://[^\s<>\"'`]*[^\s<>\"'`.,;:!?)\]}…]")


def _link_out(tag: str, attribute: str, value: str) -> str | None:
    return value if attribute != "href" or _LINK_OUT.match(value) else None


_CLEANER = nh3.Cleaner(
    tags=set(TAGS),
    attributes={"a": {"href"}},
    attribute_filter=_link_out,
    link_rel=RELATION,
    url_schemes={"http", "https", "mailto"},
)


def clean_html(html: str) -> str:
    """Return what may be printed of a comment's HTML. Links that lead nowhere leave their words."""
    if "<" not in html and "&" not in html:
        return f"<p>{escape(html, quote=False)}</p>" if html.strip() else ""
    named = _SYNONYMS.sub(lambda found: f"<{found[1]}{_NAMES[found[2].lower()]}", html)
    return _NO_LINK.sub(r"\1", _UNFIT.sub("", _CLEANER.clean(named))).strip()


def html_of(text: str) -> str:
    """Return a plain text as HTML: paragraphs where a line is empty, its http(s) addresses as links."""
    paragraphs = (part.strip() for part in re.split(r"\n[ \t]*\n", text.replace("\r\n", "\n")))
    return "".join(f"<p>{_linked(part)}</p>" for part in paragraphs if part)


def text_of(html: str) -> str:
    """Return the words of a comment's clean HTML, each paragraph on a line of its own."""
    lines = unescape(_TAG.sub(_space, html)).splitlines()
    return "\n".join(words for line in lines if (words := " ".join(line.split())))


def _space(tag: re.Match[str]) -> str:
    return "" if tag[2] in _IN_LINE else "\n"


def _linked(text: str) -> str:
    parts: list[str] = []
    last = 0
    for found in _ADDRESS.finditer(text):
        address = escape(found[0])
        parts += [
            escape(text[last : found.start()], quote=False),
            f'<a href="{address}" rel="{RELATION}">{address}</a>',
        ]
        last = found.end()
    parts.append(escape(text[last:], quote=False))
    return "".join(parts).replace("\n", "<br>")
