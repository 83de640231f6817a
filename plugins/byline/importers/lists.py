"""Lists of pasted text, found by their signs and spelled as Markdown.

A number counts only in a run from 1 on without text between: a
year that opens a sentence is none, and Markdown would show a lone `2.` as 1. A single dash is no list,
since it mostly opens a quotation's source. Below a bullet, `o` and then `▪` go a level deeper each.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from byline.importers.escape import escape
from byline.importers.signs import Item, is_break, read_item

BREAK = "---"
BETWEEN_LISTS = "<!-- -->"


def spell_markdown(paragraphs: Iterable[str]) -> str:
    """Write paragraphs as Markdown: lists as lists, all else to be read just as it is."""
    items = _confirm(_level([read_item(paragraph) for paragraph in paragraphs]))
    blocks: list[str] = []
    kind_before = ""
    for kind, group in groupby(_by_list(items), key=lambda pair: pair[0]):
        members = [item for _, item in group]
        if not kind or _counts_on(members[0]):
            blocks += [BREAK if is_break(item.text) else escape(item.whole) for item in members]
            kind = ""
        else:
            blocks += [BETWEEN_LISTS] if kind_before else []
            blocks.append("\n".join(_spell_list(members)))
        kind_before = kind
    return "\n\n".join(blocks)


def _counts_on(item: Item) -> bool:
    """Say whether a list would begin with another number than 1, which Markdown does not show."""
    return item.kind in ("number", "letter") and item.number != 1


def _level(items: Iterable[Item]) -> list[Item]:
    """Put `o` below the bullet before it and `▪` below an `o`, as word processors mark their levels."""
    levelled: list[Item] = []
    base: int | None = None
    in_ring = False
    for item in items:
        if item.kind == "ring" and base is not None:
            item = replace(item, kind="bullet", indent=max(item.indent, base + 4))
            in_ring = True
        elif item.kind == "square":
            deeper = base + 8 if in_ring and base is not None else item.indent
            item = replace(item, kind="bullet", indent=max(item.indent, deeper))
            base = item.indent if base is None else base
        elif item.kind == "bullet":
            base, in_ring = item.indent, False
        else:
            item = Item(item.whole, whole=item.whole) if item.kind == "ring" else item
            base, in_ring = None, False
        levelled.append(item)
    return levelled


def _confirm(items: Sequence[Item]) -> list[Item]:
    """Keep as list items what a list can hold: numbers in a run, letters and dashes side by side."""
    sure = _numbers_in_runs(items)
    confirmed: list[Item] = []
    for place, item in enumerate(items):
        near = (*items[max(0, place - 1) : place], *items[place + 1 : place + 2])
        if item.kind in ("dash", "letter"):
            fits = any(_belong_together(item, other) for other in near)
        else:
            fits = item.kind != "number" or place in sure
        confirmed.append(item if fits or not item.kind else Item(item.whole, whole=item.whole))
    return confirmed


def _belong_together(item: Item, other: Item) -> bool:
    step = abs(item.number - other.number)
    return item.kind == other.kind and (item.kind == "dash" or step == 1)


def _numbers_in_runs(items: Sequence[Item]) -> set[int]:
    """Return the places of numbers that count on from 1, with nothing but other items between them."""
    runs: list[list[int]] = []
    found: list[list[int]] = []
    for place, item in enumerate(items):
        runs = runs if item.kind else []
        if item.kind != "number":
            continue
        run = next((run for run in reversed(runs) if items[run[-1]].number == item.number - 1), None)
        if run:
            run.append(place)
        elif item.number == 1:
            run = [place]
            runs = [*runs[-20:], run]
            found.append(run)
    return {place for run in found if len(run) > 1 for place in run}


def _by_list(items: Iterable[Item]) -> Iterator[tuple[str, Item]]:
    """Name the list that each item belongs to: neighbours of one kind that count on are one list."""
    name, number, base = 0, 0, 0
    before: Item | None = None
    for item in items:
        if not item.kind:
            before = None
            yield "", item
            continue
        nested = before is not None and item.indent > base + 1
        if not nested:
            goes_on = before is not None and before.kind == item.kind and item.number in (0, number + 1)
            name += not goes_on
            number, base, before = item.number, item.indent, item
        yield f"{item.kind} {name}", item


def _spell_list(items: Sequence[Item]) -> Iterator[str]:
    """Spell the items of one list; deeper ones go four columns in, as Python-Markdown wants it."""
    indents: list[int] = []
    for item in items:
        while indents and item.indent < indents[-1]:
            indents.pop()
        if not indents or item.indent > indents[-1] + 1:
            indents.append(item.indent)
        sign = f"{item.number}." if item.kind in ("number", "letter") else "-"
        yield "    " * (len(indents) - 1) + f"{sign} {escape(item.text)}"
