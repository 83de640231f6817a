"""What of an article's HTML stands in feeds: the tags and attributes that feed readers take."""

import nh3

_FORMULA = frozenset(
    "math mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle"
    " msub msubsup msup mtable mtd mtext mtr munder munderover none semantics".split()
)
"""MathML Core, https://www.w3.org/TR/mathml-core/"""
TAGS = nh3.ALLOWED_TAGS | _FORMULA | {"audio", "picture", "source", "tfoot", "track", "video"}
ATTRIBUTES = {
    **{tag: set(names) for tag, names in nh3.ALLOWED_ATTRIBUTES.items()},
    "audio": {"src", "controls"},
    "data": {"value"},
    "details": {"open"},
    "img": {"alt", "height", "sizes", "src", "srcset", "width"},
    "li": {"value"},
    "math": {"display"},
    "ol": {"reversed", "start", "type"},
    "source": {"height", "media", "sizes", "src", "srcset", "type", "width"},
    "time": {"datetime"},
    "track": {"kind", "label", "src", "srclang"},
    "video": {"controls", "height", "poster", "src", "width"},
    "*": {"dir", "id", "lang", "title"},
}
