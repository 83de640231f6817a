"""Drawing the tips of an article: blocks, sentences, signals, scores, choice, wording."""

from collections.abc import Iterable, Sequence

from byline.checklists.candidates import Candidate, find_candidates
from byline.checklists.context import article_signals, neighbour_signals, place_signals, without_doubts
from byline.checklists.head import find_body, is_switched_off
from byline.checklists.identity import name_tip, unique
from byline.checklists.items import Checklist, Drawing, Item, Rejected
from byline.checklists.languages import Language
from byline.checklists.markdown import read_markdown
from byline.checklists.plain import read_plain
from byline.checklists.recognition import language_of
from byline.checklists.scorer import confidence_of, speaking_against, speaking_for
from byline.checklists.selection import SHOWN_FROM, Choice, Scored, choose
from byline.checklists.signals import local_signals
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
    begin, title = (0, "") if plain else find_body(text)
    blocks = read_plain(text, begin) if plain else read_markdown(text, begin)
    candidates = find_candidates(text, blocks, plain=plain)
    if candidates and candidates[0].kind == "heading" and _is_title(candidates[0], title):
        title = title or candidates[0].text
        candidates = candidates[1:]
    language = language_of(" ".join(candidate.text for candidate in candidates[:400]))
    if language is None:
        return Drawing(Checklist(title=title))
    scored = score(candidates, title, language)
    choice = choose(scored)
    return Drawing(Checklist(_items(choice.shown, candidates, language), title), _rejected(scored, choice))


def score(candidates: Sequence[Candidate], title: str, language: Language) -> list[Scored]:
    """Give every sentence its signals and its confidence."""
    local = [local_signals(candidate, language) for candidate in candidates]
    article = article_signals(title, candidates, local, language)
    around = neighbour_signals(candidates, local)
    places = place_signals(candidates)
    return [
        Scored(candidate, signals, confidence_of(signals))
        for candidate, own, near, place in zip(candidates, local, around, places, strict=True)
        for signals in (without_doubts(own, near) | near | place | article,)
    ]


def _is_title(heading: Candidate, title: str) -> bool:
    return heading.level == 1 or heading.text == title


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
