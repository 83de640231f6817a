"""The author's choices applied to what is drawn: items added, left out, reworded, ordered, or listed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from byline.checklists.choices import Choices
from byline.checklists.identity import name_tip
from byline.checklists.itemizing import Sentences
from byline.checklists.items import Item, Unmet
from byline.checklists.missing import missing
from byline.checklists.picks import Pick

Decided = tuple[tuple[Item, ...], tuple[Unmet, ...]]


def decide(choices: Choices, drawn: Sequence[Item], sentences: Sentences) -> Decided:
    """Return what is shown, and the choices that the article does not allow."""
    if choices.mode == "review":
        return (), ()
    if choices.items is not None:
        return _listed(choices.items, sentences)
    if not (choices.skipped or choices.reworded or choices.added or choices.order):
        return tuple(drawn), ()
    skipped = {pick.id for pick in choices.skipped}
    words = {pick.id: pick.text for pick in choices.reworded}
    kept = [item for item in drawn if item.id not in skipped]
    shown = [replace(item, text=words[item.id]) if item.id in words else item for item in kept]
    shown += _own(choices.added, {item.id for item in shown})
    named = (*choices.skipped, *choices.reworded, *choices.order)
    gone = [pick for pick in named if not _is_there(pick, shown, sentences)] if named else []
    turns = {pick.id: turn for turn, pick in enumerate(choices.order)}
    shown.sort(key=lambda item: turns.get(item.id, len(turns)))
    return tuple(shown), missing(gone, sentences, taken=words.keys(), instead="write `{new}` instead")


def _is_there(pick: Pick, shown: Iterable[Item], sentences: Sentences) -> bool:
    return pick.id in sentences.by_id or any(item.kind == "own" and item.id == pick.id for item in shown)


def _listed(picks: Sequence[Pick], sentences: Sentences) -> Decided:
    """Show the reviewed list: exactly these items, in this order and these words."""
    there = [pick.id for pick in picks if pick.id and pick.id in sentences.by_id]
    tied = {item.id: item for item in sentences.items(there)}
    own = iter(list(_own((pick for pick in picks if not pick.id), set(there))))
    shown: list[Item] = []
    gone: list[Pick] = []
    for pick in picks:
        if not pick.id:
            shown.append(next(own))
        elif item := tied.get(pick.id):
            text = pick.text or item.text
            shown.append(replace(item, text=text, confidence=1.0, rules=("reviewed",), aliases=pick.was))
        else:
            gone.append(pick)
    instead = "write `id: {new}` and `was: {old}`, so that readers keep their ticks"
    return tuple(shown), missing(gone, sentences, taken=set(there), instead=instead)


def _own(picks: Iterable[Pick], taken: set[str]) -> Iterator[Item]:
    """Yield the author's own items, each with an id from its words that no other item has."""
    for pick in picks:
        name = base = name_tip(pick.text)
        number = 1
        while name in taken:
            number += 1
            name = f"{base}-{number}"
        taken.add(name)
        yield Item(0, 0, pick.line, "own", pick.text, 1.0, ("own",), name, aliases=pick.was)
