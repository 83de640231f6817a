"""The tags of plain HTML, and what stands in a feed for each: what `content.py` and `nh3` make of its
element. A tag is plain where that hangs on its own name and attributes alone.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from byline.feeds.allowed import ATTRIBUTES, TAGS
from byline.feeds.boxes import SIGN
from byline.feeds.class_names import BESIDE, CHECKLIST, CODE, EMOJI, NUMBERED, PERMALINKS, WRAPPERS
from byline.feeds.code import OF_A_LINE
from byline.feeds.nesting import HOLDS, VOID

_TAG = re.compile(r'([a-z][a-z0-9-]*)((?: [a-z][a-z0-9:_-]*="[^"]*")*)( ?/)?')
_ATTRIBUTE = re.compile(r' ([^=]+)="([^"]*)"')
_ALIGNED = re.compile(r"text-align: (left|right|center);?")
_OTHER_CLASSES = BESIDE | EMOJI | NUMBERED | {"admonition", "filename", "mermaid", "tabbed-set"}
_OTHER_ATTRIBUTES = frozenset(("cite", "data-src", "hidden", "srcset", "style"))
"""Of elements that are read as a tree."""
_ADDRESSES = {"a": "href", "img": "src"}


class Tag(NamedTuple):
    """A start tag, by what stands in a feed for it and for its end tag.

    An address stands between `start` and `behind`. What is not `shown` goes with all that it holds.
    """

    name: str
    start: str
    end: str
    shown: bool = True
    address: str | None = None
    behind: str = ""


@lru_cache(maxsize=1024)
def plain_tag(text: str) -> Tag | None:
    """Return a tag by the text between its brackets, None for one that is not plain."""
    found = _TAG.fullmatch(text)
    if not found or found[1] not in HOLDS or (found[3] and found[1] not in VOID):
        return None
    name, written, _ = found.groups()
    attributes: dict[str, str] = dict(_ATTRIBUTE.findall(written))
    if len(attributes) < written.count('="'):
        return None
    classes = frozenset(attributes.pop("class", "").split())
    if name in ("td", "th") and (aligned := _ALIGNED.fullmatch(attributes.get("style", ""))):
        del attributes["style"]
        attributes["align"] = aligned[1]
    if not _OTHER_ATTRIBUTES.isdisjoint(attributes) or not _OTHER_CLASSES.isdisjoint(classes):
        return None
    return _element(name, classes, attributes)


def _element(name: str, classes: frozenset[str], attributes: dict[str, str]) -> Tag | None:
    if CHECKLIST.get(name) in classes:
        return Tag(name, SIGN if name == "input" else "", "", shown=name != "p")
    if name in _ADDRESSES:
        return _with_address(name, classes, attributes)
    if name not in TAGS:
        return None
    if name == "span" and attributes.keys().isdisjoint(("dir", "lang")):
        return Tag(name, "", "")
    if name == "div" and not classes.isdisjoint(CODE):
        return Tag(name, "", "")
    return Tag(name, _start(name, attributes), "" if name in VOID else f"</{name}>")


def _with_address(name: str, classes: frozenset[str], attributes: dict[str, str]) -> Tag | None:
    key = _ADDRESSES[name]
    address = attributes.get(key)
    if name == "a" and not classes.isdisjoint(PERMALINKS):
        return Tag(name, "", "", shown=False)
    if address is None or (address.startswith("#") and OF_A_LINE.match(address)):
        return None
    if name == "a" and not classes.isdisjoint(WRAPPERS):
        return Tag(name, "", "")
    before, _, behind = _start(name, attributes).partition(f' {key}="{address}"')
    return Tag(name, f'{before} {key}="', "</a>" if name == "a" else "", True, address, f'"{behind}')


def _start(name: str, attributes: dict[str, str]) -> str:
    """Write a start tag with the attributes that feed readers take."""
    own, common = ATTRIBUTES.get(name, ()), ATTRIBUTES["*"]
    kept = [f' {key}="{value}"' for key, value in attributes.items() if key in own or key in common]
    return f"<{name}{''.join(kept)}>"
