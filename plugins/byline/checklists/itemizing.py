"""Sentences as items: how each is worded, by which id it goes, and what stands behind it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from byline.checklists.candidates import Candidate
from byline.checklists.identity import name_tip, unique
from byline.checklists.items import Item
from byline.checklists.languages import Language
from byline.checklists.marked import MARKED
from byline.checklists.scorer import trained
from byline.checklists.selection import Scored
from byline.checklists.wording import word_tip

_LONGEST_DETAIL = 400


@dataclass(frozen=True)
class Sentences:
    """All sentences of an article, and those that are drawn: these have their ids whatever the others say."""

    scored: Sequence[Scored]
    shown: Sequence[Scored]
    language: Language | None

    def drawn(self) -> tuple[Item, ...]:
        """Return the items that are drawn, in the article's order."""
        return self._items(self.shown, unique(map(self._name, self.shown)))

    def items(self, ids: Iterable[str]) -> tuple[Item, ...]:
        """Return the items of these sentences, drawn or not, in the article's order."""
        chosen = sorted((self.by_id[one].candidate.start, one) for one in ids)
        names = [one for _, one in chosen]
        return self._items([self.by_id[one] for one in names], names)

    @cached_property
    def by_id(self) -> Mapping[str, Scored]:
        """Return every sentence by the id that its item has or would have."""
        starts = {entry.candidate.start for entry in self.shown}
        others = [entry for entry in self.scored if entry.candidate.start not in starts]
        everything = [*self.shown, *others]
        return dict(zip(unique(map(self._name, everything)), everything, strict=True))

    @cached_property
    def _worded(self) -> dict[int, tuple[str, str]]:
        """The wordings so far, by the sentences' offsets: names and items ask for the same ones."""
        return {}

    def _word(self, entry: Scored) -> tuple[str, str]:
        start = entry.candidate.start
        if start not in self._worded:
            self._worded[start] = word_tip(entry.candidate.text, self.language)
        return self._worded[start]

    def _name(self, entry: Scored) -> str:
        return name_tip(self._word(entry)[0])

    def _items(self, chosen: Sequence[Scored], names: Sequence[str]) -> tuple[Item, ...]:
        bodies = _bodies(chosen, [entry.candidate for entry in self.scored])
        tips = {entry.candidate.text for entry in chosen if entry.candidate.kind == "heading"}
        return tuple(
            Item(
                entry.candidate.start,
                entry.candidate.end,
                entry.candidate.line,
                entry.candidate.kind,
                text,
                round(entry.confidence, 3),
                (MARKED,) if MARKED in entry.signals else trained().speaking_for(entry.signals),
                name,
                detail or bodies.get(entry.candidate.start, ""),
                section=next((name for name in reversed(entry.candidate.path) if name not in tips), ""),
                steps=entry.candidate.list if entry.candidate.ordered else -1,
            )
            for entry, name in zip(chosen, names, strict=True)
            for text, detail in (self._word(entry),)
        )


def _bodies(shown: Sequence[Scored], candidates: Sequence[Candidate]) -> dict[int, str]:
    """Return what follows each shown heading or bold lead and is not a tip itself, by the tip's offset."""
    starts = {entry.candidate.start for entry in shown}
    bodies: dict[int, str] = {}
    above: Candidate | None = None
    for candidate in candidates:
        if candidate.start in starts:
            above = above if candidate.kind == "prose" else candidate
        elif above and _belongs(candidate, above):
            said = bodies.get(above.start, "")
            if len(said) + len(candidate.text) < _LONGEST_DETAIL:
                bodies[above.start] = f"{said} {candidate.text}".strip()
            else:
                above = None
        elif candidate.kind != "prose":
            above = None
    return bodies


def _belongs(candidate: Candidate, above: Candidate) -> bool:
    if candidate.block == above.block:
        return True
    return above.kind == "heading" and candidate.kind == "prose" and candidate.block == above.block + 1
