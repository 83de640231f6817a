"""Plain text is made safe for Markdown: what reads as a sign in it is escaped, and nothing else changes."""

import re

ENTITIES = {"<": "&lt;", "&": "&amp;", ":": "&#58;", "?": "&#63;", "=": "&#61;", "~": "&#126;"}
_SIGNS = {entity: sign for sign, entity in ENTITIES.items()}

_INLINE = re.compile(
    r"""
      \\                                         # a backslash
    | `
    | (?<!\s)(?<!\A)\*|\*(?!\s|\Z)                 # an asterisk unless it stands alone
    | (?<![^\W_])_|_(?![^\W_])                     # an underscore at the edge of a word
    | \[(?=\^|TOC\]|[^\[\]\n]{0,300}\][(\[:])      # a link, a footnote, a definition
    | \{(?=[:.#])                                  # attributes
    | <(?=[A-Za-z/!?])
    | &(?=\#\d|\#[xX]|[A-Za-z][A-Za-z0-9]{0,40};)
    """,
    re.VERBOSE,
)
_OPENING = re.compile(
    r"(?P<sign>[#>]|[-+*](?=\s|\Z)|-(?=[-\s]*\Z)|-(?=-8<-)|!(?=!!))"
    r"|(?P<digits>\d+)\.(?=\s|\Z)"
    r"|(?P<entity>:(?=\s)|\?(?=\?\?)|=(?===)|~(?=~~))"
)
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()>#+\-.!])|" + "|".join(_SIGNS))


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
    return start + _INLINE.sub(_escape_sign, before + text)[len(before) :]


def unescape(markdown: str) -> str:
    """Return the plain text that `escape` was given."""
    return _ESCAPED.sub(lambda found: found[1] or _SIGNS[found[0]], markdown)


def _escape_sign(found: re.Match[str]) -> str:
    return ENTITIES.get(found[0], "\\" + found[0])
