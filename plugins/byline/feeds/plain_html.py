"""Plain HTML, cleaned for feeds in one pass.

What Markdown became is plain, nearly always: each element known and where it may stand, each with its end
tag. To read that as a tree, print it, and have `nh3` do both again takes twice as long. What comes out here
is what comes out there, and so nothing that `nh3` would change.
"""

import re
from html.entities import name2codepoint
from typing import Any

from byline.feeds.links import absolute_link, absolute_source
from byline.feeds.nesting import HEADINGS, HOLDS, TEXT, VOID
from byline.feeds.plain_tags import Tag, plain_tag

_COMMENT = re.compile(r"<!--[\w \n]*-->")
_PERMALINK = re.compile(
    r'<a class="(?:headerlink|byline-tip__back)"[^<>]*>[^<>]*</a>(?=</(?:p|h[1-6]|li|d[dt]|t[dh])>)'
)
"""One that ends a line: an element around it would be a link as well only where tags do not match."""
_IN_LINE = r"(?:<em>[^<]*+</em>|<strong>[^<]*+</strong>|<code>[^<]*+</code>)"
_LINE = rf'(p|h[2-6]|li|d[dt]|t[dh])(?: id="[^"&<>]*")?>[^<]*+(?:{_IN_LINE}[^<]*+)*</\2'
_CODE = r'code>[^<]*+(?:<span class="[a-z0-9]{1,3}">[^<]*+</span>[^<]*+)+</code'
_PARTED = re.compile(rf"<(?:({_LINE}|{_CODE})|([^<>]*))>")
"""A line with its name, or code in colours, both without another tag in them; or a tag."""
_COLOURS = re.compile("</?span[^>]*>")
_STRIDE = 1 + _PARTED.groups
_KEPT = "&(?!(?:amp|lt|gt|quot);)"
_REFERENCE = re.compile(_KEPT + "(?:#([0-9]{2,6})|#x([0-9a-fA-F]{2,5})|([A-Za-z]+[0-9]*));")
_SIGNS = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_OTHER_REFERENCE = re.compile(_KEPT)
_SOUND = re.compile(
    r"(?:https?://(?:[a-z0-9]+(?:[.-][a-z0-9]+)*\.)?[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?::[0-9]{1,4})?(?![^/?#])"
    r"|(?:mailto|tel):)[A-Za-z0-9./_~=&?#%+:@,;!*()-]*"
)
"""An address that no parser changes, and no writer."""
_QUOTED = re.compile("&(?:lt|gt|quot);")
_MOVED = re.compile(r"<pre[^<>]*>\n|<li[^<>]*></li>[^<]")
"""What parsers leave out, or move: the first new line in preformatted text, blanks behind an empty item."""
_DEEPEST = 64


def plain_content(html: str, base: str) -> str | None:
    """Clean the HTML of an article whose address is `base`; None where it is not plain.

    It holds no character that XML forbids.
    """
    if "<!--" in html:
        html = _COMMENT.sub("", html)
    html = _PERMALINK.sub("", html)
    if "&" in html:
        html = _REFERENCE.sub(_character, html)
    if _OTHER_REFERENCE.search(html) or "\r" in html or "\ufeff" in html:
        return None
    parts: list[Any] = _PARTED.split(html)
    if html.count("<") != html.count(">") or "<" in "".join(parts[::_STRIDE]):
        return None
    if "&quot;" in html:
        for first in (0, 1):
            parts[first::_STRIDE] = [part and part.replace("&quot;", '"') for part in parts[first::_STRIDE]]
    cleaned = _Pass(parts, base).cleaned()
    if cleaned is None or _MOVED.search(html) or _MOVED.search(cleaned):
        return None
    return cleaned.replace("\xa0", "&nbsp;").strip()


def _character(found: re.Match[str]) -> str:
    """Return the character of a reference, as HTML writes it; a reference that is not plain stays."""
    decimal, hexadecimal, name = found.groups()
    number = name2codepoint.get(name, 0) if name else int(decimal or hexadecimal, 10 if decimal else 16)
    if number < 0x20 or 0x7F <= number < 0xA0 or number > 0x10FFFF:
        return found[0]
    return _SIGNS.get(chr(number), chr(number))


class _Pass:
    """One pass over HTML: over a text, and again and again a line and its name, or a tag, and a text."""

    def __init__(self, parts: list[Any], base: str) -> None:
        self._parts, self._base = parts, base
        self._shown: list[str] = parts[:1]
        self._open: list[tuple[str, str, int | None]] = [("", "", None)]
        self._has_title = False

    def cleaned(self) -> str | None:
        """Return what stands in the feed, None where the HTML is not plain."""
        parts, shown, around = self._parts, self._shown, self._open
        holds = HOLDS[""]
        for at in range(1, len(parts), _STRIDE):
            line, name, tag, text = parts[at : at + _STRIDE]
            if line is not None:
                if (name or "code") not in holds:
                    return None
                shown.append(f"<{line if name else _COLOURS.sub('', line)}>")
            elif self._end(tag) if tag[:1] == "/" else self._begin(plain_tag(tag), at):
                holds = HOLDS[around[-1][0]]
            else:
                return None
            if text:
                if TEXT not in holds and text.strip(" \n\t"):
                    return None
                shown.append(text)
        return "".join(shown) if len(around) == 1 else None

    def _end(self, tag: str) -> bool:
        """End an element; say whether it is the one to be ended."""
        name, end, begun = self._open.pop()
        if begun is None:
            self._shown.append(end)
        else:
            del self._shown[begun:]
        return bool(name) and tag[1:] == name

    def _begin(self, tag: Tag | None, at: int) -> bool:
        """Begin an element; say whether it is plain where it stands."""
        if tag is None or tag.name not in HOLDS[self._open[-1][0]]:
            return False
        name, start, end, is_shown, address, behind = tag
        begun = None if is_shown else len(self._shown)
        if name == "h1" and not self._has_title:
            self._has_title, begun = True, len(self._shown)
        elif name == "a" and not self._may_begin_link(at, is_shown):
            return False
        if address is not None:
            address = self._address(name, address)
            if address is None:
                return False
            start, end = (start + address + behind, end) if address else ("", "")
        self._shown.append(start)
        if name not in VOID:
            self._open.append((name, end, begun))
        return len(self._open) < _DEEPEST

    def _may_begin_link(self, at: int, is_shown: bool) -> bool:
        """Say whether a link stands in no other and, if shown, leads elsewhere and says something."""
        around = {name for name, _, _ in self._open}
        if not is_shown or "a" in around or at + 2 * _STRIDE > len(self._parts):
            return not is_shown and "a" not in around
        tag, text, line, _, following, text_in = self._parts[at + 2 : at + 8]
        if 'href="#' in tag and not around.isdisjoint(HEADINGS):
            return False
        if text.strip() or line:
            return True
        return bool(following.startswith("img ") or (following[:1] != "/" and text_in.strip()))

    def _address(self, name: str, written: str) -> str | None:
        """Return a full address as it is written, nothing for one that cannot be followed."""
        full = absolute_link if name == "a" else absolute_source
        address = full(self._base, written.replace("&amp;", "&"))
        if _QUOTED.search(written) or not (_SOUND.fullmatch(address) or (name == "a" and not address)):
            return None
        return address.replace("&", "&amp;")
