"""Sentences as items: how each is worded, by which id it goes, and what stands behind it."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from byline.checklists.candidates import Candidate
from byline.checklists.identity import name_tips, unique
from byline.checklists.items import Item
from byline.checklists.languages import Language
from byline.checklists.marked import MARKED
from byline.checklists.scorer import trained
from byline.checklists.selection import Scored
from byline.checklists.wording import word_tip

_LONGEST_DETAIL = 400


@dataclass(frozen=True)
class Sentences:
    """All sentences of an article, and those that are drawn: these have their ids whatever the others say.

    With `reasons` items name what spoke for them.
    """

    scored: Sequence[Scored]
    shown: Sequence[Scored]
    language: Language | None
    reasons: bool = True

    def drawn(self) -> tuple[Item, ...]:
        """Return the items that are drawn, in the article's order."""
        worded = self._worded(self.shown)
        return self._items(self.shown, worded, _names(worded)) if worded else ()

    def items(self, ids: Iterable[str]) -> tuple[Item, ...]:
        """Return the items of these sentences, drawn or not, in the article's order."""
        chosen = sorted((self.by_id[one].candidate.start, one) for one in ids)
        entries = [self.by_id[one] for _, one in chosen]
        return self._items(entries, self._worded(entries), [one for _, one in chosen])

    @cached_property
    def by_id(self) -> Mapping[str, Scored]:
        """Return every sentence by the id that its item has or would have."""
        starts = {entry.candidate.start for entry in self.shown}
        others = [entry for entry in self.scored if entry.candidate.start not in starts]
        everything = [*self.shown, *others]
        return dict(zip(_names(self._worded(everything)), everything, strict=True))

    def _worded(self, entries: Iterable[Scored]) -> list[tuple[str, str]]:
        return [word_tip(entry.candidate.text, self.language) for entry in entries]

    def _items(
        self, chosen: Sequence[Scored], worded: Sequence[tuple[str, str]], names: Iterable[str]
    ) -> tuple[Item, ...]:
        bodies = _bodies(chosen, [entry.candidate for entry in self.scored])
        tips = {entry.candidate.text for entry in chosen if entry.candidate.kind == "heading"}
        return tuple(
            Item(
                candidate.start,
                candidate.end,
                candidate.line,
                candidate.kind,
                text,
                round(entry.confidence, 3),
                _rules(entry) if self.reasons else (),
                name,
                detail or bodies.get(candidate.start, ""),
                (),
                _section(candidate.path, tips),
                candidate.list if candidate.ordered else -1,
            )
            for entry, (text, detail), name in zip(chosen, worded, names, strict=True)
            for candidate in (entry.candidate,)
        )


def _names(worded: Iterable[tuple[str, str]]) -> list[str]:
    return unique(name_tips([text for text, _ in worded]))


def _rules(entry: Scored) -> tuple[str, ...]:
    return (MARKED,) if MARKED in entry.signals else trained().speaking_for(entry.signals)


def _section(path: Sequence[str], tips: Container[str]) -> str:
    """Return the heading that stands nearest above and is no tip."""
    return next((name for name in reversed(path) if name not in tips), "") if path else ""


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
