"""Plain text is made safe for Markdown: signs are escaped, addresses become links, no word changes."""

import re

from byline.importers.links import LINK, MAIL, WEB, spell_site

ENTITIES = {"<": "&lt;", "&": "&amp;", ":": "&#58;", "?": "&#63;", "=": "&#61;", "~": "&#126;"}
_SIGNS = {entity: sign for sign, entity in ENTITIES.items()}

_INLINE = r"""
      \\                                         # a backslash
    | `
    | (?<!\s)(?<!\A)\*|\*(?!\s|\Z)                 # an asterisk unless it stands alone
    | (?<![^\W_])_|_(?![^\W_])                     # an underscore at the edge of a word
    | \[(?=\^|TOC\]|[^\[\]\n]{0,300}\][(\[:])      # a link, a footnote, a definition
    | \{(?=[:.#])                                  # attributes
    | <(?=[A-Za-z/!?]|[^<>\s!]{1,200}@)
    | &(?=\#\d|\#[xX]|[A-Za-z][A-Za-z0-9]{0,40};)
"""
_SIGN = re.compile(_INLINE, re.VERBOSE)
_SIGN_OR_ADDRESS = re.compile(f"{WEB}|{MAIL}|{_INLINE}", re.VERBOSE)
_OPENING = re.compile(
    r"(?P<sign>[#>]|[-+*](?=\s|\Z)|-(?=[-\s]*\Z)|-(?=-8<-)|!(?=!!))"
    r"|(?P<digits>\d+)\.(?=\s|\Z)"
    r"|(?P<entity>:(?=\s)|\?(?=\?\?)|=(?===)|~(?=~~))"
)
_ESCAPED = re.compile(rf"\\(?P<sign>[\\`*_{{}}\[\]()>#+\-.!])|{LINK}|" + "|".join(_SIGNS))


def escape(text: str) -> str:
    """Return one paragraph of plain text as Markdown that shows exactly this text."""
    opening = _OPENING.match(text)
    start = ""
    if opening:
        text = text[opening.end() :]
        if opening["digits"]:
            start = opening["digits"] + "\\."
        else:
            start = ENTITIES[opening["entity"]] if opening["entity"] else "\\" + opening["sign"]
    # The opening sign stays in sight of what follows it: `**` has two edges, `#_` has one.
    before = opening[0][-1] if opening else ""
    return start + _SIGN_OR_ADDRESS.sub(_escape_found, before + text)[len(before) :]


def unescape(markdown: str) -> str:
    """Return the plain text that `escape` was given."""
    return _ESCAPED.sub(_unescape_found, markdown)


def _escape_found(found: re.Match[str]) -> str:
    if address := found["address"] or found["mail"]:
        return f"<{address}>"
    if site := found["www"]:
        return spell_site(_SIGN.sub(_escape_sign, site), site)
    return _escape_sign(found)


def _escape_sign(found: re.Match[str]) -> str:
    return ENTITIES.get(found[0], "\\" + found[0])


def _unescape_found(found: re.Match[str]) -> str:
    if site := found["site"]:
        return unescape(site)
    return found["sign"] or found["link"] or _SIGNS[found[0]]
