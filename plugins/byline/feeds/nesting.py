"""Which elements may stand in which so that no parser moves any of them, as long as each has its end tag."""

HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
VOID = frozenset(("br", "hr", "img", "input"))
TEXT = ""
"""Stands for texts among the names of what an element holds."""
_IN_LINES = frozenset(
    "a abbr b br cite code del dfn em i img input ins kbd label mark q s samp small span strong sub sup time"
    " u var".split()
) | {TEXT}
_LINES = HEADINGS.union("dt figcaption p pre summary".split())
_BLOCKS = frozenset("blockquote byline-checklist details div dl figure hr ol p pre table ul".split())
_ALL = _IN_LINES | HEADINGS | _BLOCKS
HOLDS: dict[str, frozenset[str]] = {
    **dict.fromkeys(_IN_LINES | _LINES, _IN_LINES),
    **dict.fromkeys("blockquote byline-checklist dd div hr li td th".split(), _ALL),
    "": _ALL,
    "details": _ALL | {"summary"},
    "dl": frozenset(("dd", "dt")),
    "figure": _ALL | {"figcaption"},
    **dict.fromkeys(("ol", "ul"), frozenset(("li",))),
    "table": frozenset(("tbody", "thead")),
    **dict.fromkeys(("tbody", "thead"), frozenset(("tr",))),
    "tr": frozenset(("td", "th")),
}
"""What may stand directly in an element, by its name; all the HTML has none."""
