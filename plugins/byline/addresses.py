"""Addresses within the site and out of it: readable slugs, page addresses, and which links are safe."""

import re
import unicodedata
from urllib.parse import quote, urlsplit

LONGEST_SLUG = 80
MOST_BYTES = 200
SAFE_SCHEMES = frozenset({"", "http", "https", "mailto"})

_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "Æ": "ae", "ø": "o", "Ø": "o", "œ": "oe", "Œ": "oe", "ł": "l", "Ł": "l", "đ": "d"}
)
_SIGNS = (
    (re.compile(r"(?<=[\w+])\+"), "-plus"),
    (re.compile(r"(?<=\w)#"), "-sharp"),
    (re.compile("&"), " and "),
)
_WORD = re.compile("[a-z0-9]+")
_FILE_ENDING = re.compile(r"\.(?:html?|xml|json)\Z", re.IGNORECASE)


def slugify(text: str) -> str:
    """Turn a title or a name into a readable part of an address, in lower case.

    Latin letters lose their accents, other scripts keep their letters; `C++` and `C#` stay apart.
    The result is empty where nothing readable is left (`"!!!"`, emoji).
    """
    text = unicodedata.normalize("NFC", text).translate(_LETTERS).replace("’", "").replace("'", "")
    for sign, word in _SIGNS:
        text = sign.sub(word, text)
    slug = "-".join(_WORD.findall(text.lower()) if text.isascii() else _words(text))
    return slug if _fits(slug, LONGEST_SLUG) else _cut(slug)


def is_slug(text: str) -> bool:
    """Say whether a slug that an author wrote can stand in an address: words joined by `-`, `_` or `.`.

    It must also fit a file name, and not end as the files do that stand beside pages (`feed.xml`).
    """
    words = re.split("[-_.]+", text)
    return (
        all(words)
        and all(map(_in_word, "".join(words)))
        and _fits(text, 2 * LONGEST_SLUG)
        and not _FILE_ENDING.search(text)
    )


def is_path(text: str) -> bool:
    """Say whether a listing's address is a plain path inside the site, such as `blog` or `en/articles`."""
    return bool(text) and all(is_slug(part) for part in text.split("/"))


def is_safe_link(link: str) -> bool:
    """Say whether a link from a data field may be published: http, https, mailto or relative.

    Browsers drop tabs, line ends and leading control characters before they read the scheme
    (URL Standard, "basic URL parser"), so those are refused as well.
    """
    if re.search(r"[\x00-\x20\x7f]", link) or link.startswith(("//", "\\")):
        return False
    try:
        return urlsplit(link).scheme.lower() in SAFE_SCHEMES
    except ValueError:
        return False


def page_file(path: str) -> str:
    """Return the file of the page at a site path: `articles/x` → `articles/x/index.html`."""
    return f"{path}/index.html" if path not in {"", "."} else "index.html"


def page_url(path: str, *, directory_urls: bool = True) -> str:
    """Return a page's address relative to the site's root, percent-encoded."""
    address = quote(path.strip("/")) + "/"
    return address if directory_urls else address + "index.html"


def _words(text: str) -> list[str]:
    """Return the words of a text in any script, in lower case and without the accents of Latin letters."""
    plain = "".join(_without_accent(character) for character in text.casefold()).casefold()
    return "".join(
        character if _in_word(character) else " " for character in unicodedata.normalize("NFC", plain)
    ).split()


def _in_word(character: str) -> bool:
    """Say whether a character is part of a word: a letter or a digit, or a mark on one (Devanagari, Thai)."""
    return character.isalnum() or unicodedata.category(character) in {"Mn", "Mc"}


def _fits(slug: str, most: int) -> bool:
    return len(slug) <= most and len(slug.encode("utf-8", "replace")) <= MOST_BYTES


def _cut(slug: str) -> str:
    """Shorten a slug at a dash where it has one, so that it fits."""
    short = slug[: LONGEST_SLUG + 1].rpartition("-")[0] or slug[:LONGEST_SLUG]
    while not _fits(short, LONGEST_SLUG):
        short = short[:-1].rstrip("-")
    return short


def _without_accent(character: str) -> str:
    parts = unicodedata.normalize("NFKD", character)
    if character == "\u0307" or parts[0].isascii():
        return "".join(part for part in parts if part.isascii() or part == "⁄")
    return character
