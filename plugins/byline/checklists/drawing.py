"""Drawing the tips of an article: blocks, sentences, signals, scores, choice, wording."""

from collections.abc import Iterable, Sequence

from byline.checklists.candidates import Candidate
from byline.checklists.head import find_body, is_switched_off
from byline.checklists.identity import name_tip, unique
from byline.checklists.items import Checklist, Drawing, Item, Rejected
from byline.checklists.languages import Language
from byline.checklists.reading import read_article, score
from byline.checklists.scorer import speaking_against, speaking_for
from byline.checklists.selection import SHOWN_FROM, Choice, Scored, choose
from byline.checklists.wording import word_tip

_WORTH_A_REASON = 0.1
_LONGEST_DETAIL = 400


def draw(text: str, *, plain: bool = False) -> Drawing:
    """Draw out the tips that the reader of an article can do.

    `text` is a Markdown file as stored, or with `plain` a pasted text of one line per paragraph; offsets
    count its characters. The article's title is that of its front matter or first heading.
    """
    if not plain and is_switched_off(text):
        return Drawing(Checklist(title=find_body(text)[1]), switched_off=True)
    reading = read_article(text, plain=plain)
    if reading.language is None:
        return Drawing(Checklist(title=reading.title))
    scored = score(reading)
    choice = choose(scored)
    items = _items(choice.shown, reading.sentences, reading.language)
    return Drawing(Checklist(items, reading.title), _rejected(scored, choice))


def _items(shown: Sequence[Scored], candidates: Sequence[Candidate], language: Language) -> tuple[Item, ...]:
    worded = [word_tip(entry.candidate.text, language) for entry in shown]
    names = unique(name_tip(text) for text, _ in worded)
    bodies = _bodies(shown, candidates)
    return tuple(
        Item(
            entry.candidate.start,
            entry.candidate.end,
            entry.candidate.line,
            entry.candidate.kind,
            text,
            round(entry.confidence, 3),
            speaking_for(entry.signals),
            name,
            detail or bodies.get(entry.candidate.start, ""),
        )
        for entry, (text, detail), name in zip(shown, worded, names, strict=True)
    )


def _bodies(shown: Sequence[Scored], candidates: Sequence[Candidate]) -> dict[int, str]:
    """Return what follows each shown heading or bold lead and is not a tip itself, by the tip's offset."""
    starts = {entry.candidate.start for entry in shown}
    bodies: dict[int, str] = {}
    above: Candidate | None = None
    for candidate in candidates:
        if candidate.start in starts and (
            candidate.kind in ("heading", "bold-lead") or candidate.kind == "list"
        ):
            above = candidate
        elif above and _belongs(candidate, above) and candidate.start not in starts:
            said = bodies.get(above.start, "")
            if len(said) + len(candidate.text) < _LONGEST_DETAIL:
                bodies[above.start] = f"{said} {candidate.text}".strip()
            else:
                above = None
        elif not above or candidate.kind != "prose":
            above = None
    return bodies


def _belongs(candidate: Candidate, above: Candidate) -> bool:
    if candidate.block == above.block:
        return True
    return above.kind == "heading" and candidate.kind == "prose" and candidate.block == above.block + 1


def _rejected(scored: Iterable[Scored], choice: Choice) -> tuple[Rejected, ...]:
    said = {entry.candidate.start: reason for entry, reason in choice.turned_down}
    return tuple(
        Rejected(
            entry.candidate.start,
            entry.candidate.end,
            entry.candidate.line,
            entry.candidate.text,
            entry.candidate.kind,
            round(entry.confidence, 3),
            (said[entry.candidate.start],) if entry.candidate.start in said else _reasons(entry),
        )
        for entry in scored
        if entry.candidate.start in said or _WORTH_A_REASON <= entry.confidence < SHOWN_FROM
    )


def _reasons(entry: Scored) -> tuple[str, ...]:
    return speaking_against(entry.signals) or ("too few signals for it",)
