"""What `byline tips` prints of a drawing: lines for people, values for programs."""

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from byline.checklists import Drawing, Item, Rejected

_MOST_ITEMS = 9
_PLACES = ("start", "end", "line", "kind", "text", "confidence", "rules", "id")


def as_json(file: Path, drawing: Drawing, *, explain: bool) -> dict[str, Any]:
    """Return what `--json` prints of a file: a contract, see docs/design.md."""
    items = [
        {name: value for name, value in asdict(item).items() if name in _PLACES}
        for item in drawing.checklist.items
    ]
    said: dict[str, Any] = {"file": str(file), "items": items}
    if explain:
        said["rejected"] = [asdict(rejected) for rejected in drawing.rejected]
    return said


def readable(file: Path, drawing: Drawing, *, explain: bool) -> Iterator[str]:
    """Yield the lines that people read."""
    items = drawing.checklist.items
    if drawing.switched_off:
        yield f"{file}: no checklist (`checklist: false`)"
    elif drawing.awaits_review:
        items = drawing.drawn
        yield f"{file}: not shown yet (`checklist: review`): {count(len(items))}"
    else:
        yield f"{file}: {count(len(items))}"
    yield from map(_item_line, items)
    if len(items) > _MOST_ITEMS:
        yield f"Over {_MOST_ITEMS} items: a reader may prefer two shorter articles."
    if explain:
        yield f"turned down: {len(drawing.rejected)}"
        yield from map(_rejected_line, drawing.rejected)


def count(items: int) -> str:
    """Return how many items there are, in words."""
    return {0: "no checklist", 1: "1 item"}.get(items, f"{items} items")


def _item_line(item: Item) -> str:
    said = f"{item.id:<10}  {item.text}"
    return _line(item.line, item.kind, item.confidence, said, item.rules)


def _rejected_line(rejected: Rejected) -> str:
    return _line(rejected.line, rejected.kind, rejected.confidence, rejected.text, rejected.reasons)


def _line(line: int, kind: str, confidence: float, text: str, why: tuple[str, ...]) -> str:
    return f"{line:>5}  {kind:<9}  {confidence:.2f}  {text}  ({', '.join(why[:4])})"
