"""Drawing the checklists of a whole site: what was drawn before is kept, the rest is shared out."""

from collections.abc import Sequence
from typing import Any

from byline.adapter.processes import spread
from byline.cache import Cache, digest, software
from byline.checklists import Drawing, as_plain, draw, from_plain


def remembered_drawings(texts: Sequence[str], *, cache: Cache) -> list[Drawing]:
    """Draw the tips of texts, in their order."""
    keys = [digest(software(), text) for text in texts]
    known: list[Any] = [cache.load("drawing", key) for key in keys]
    new = [number for number, value in enumerate(known) if value is None]
    drawn = spread(lambda number: as_plain(draw(texts[number], reasons=False)), new)
    for number, value in zip(new, drawn, strict=True):
        cache.save("drawing", keys[number], value)
        known[number] = value
    return [from_plain(value) for value in known]
