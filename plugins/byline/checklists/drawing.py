"""Drawing the tips of an article: its sentences, their scores, the choice among them, the author's word."""

import re
from collections.abc import Iterable

from byline.checklists.box_mark import BoxMarks, find_box_marks
from byline.checklists.choices import read_choices
from byline.checklists.deciding import decide
from byline.checklists.head import FrontMatter, read_head
from byline.checklists.itemizing import Sentences
from byline.checklists.items import Checklist, Drawing, Rejected
from byline.checklists.list_marks import blanked
from byline.checklists.marked import choose_marked, marked_sentences
from byline.checklists.marks import Marks, find_marks
from byline.checklists.reading import read_article, score
from byline.checklists.scorer import trained
from byline.checklists.selection import SHOWN_FROM, Choice, Scored

_DECIDED = re.compile(
    r"checklist[\"']?[ \t]*[:=\]]|\.(?:no-)?checklist\b|<!--[ \t]*(?:no[ \t-]+)?tip\b", re.IGNORECASE
)
_WORTH_A_REASON = 0.1


def draw(text: str, *, plain: bool = False, reasons: bool = True) -> Drawing:
    """Draw out the tips that the reader of an article can do, and apply what its author decides about them.

    `text` is a Markdown file as stored, or with `plain` a pasted text of one line per paragraph; offsets
    count its characters. The article's title is that of its front matter or first heading. Without `reasons`,
    nothing is said of what was turned down, nor of what spoke for the items.
    """
    head = FrontMatter("", 1, 0) if plain else read_head(text)
    choices = read_choices(head)
    places = BoxMarks() if plain else find_box_marks(text, head.body_start)
    if choices.mode == "off":
        idle = tuple(places.unmet(has_checklist=False))
        return Drawing(Checklist(title=head.title), switched_off=True, unmet=idle)
    marks = Marks() if plain else find_marks(text, head.body_start)
    spans = sorted((*marks.spans, *places.spans))
    reading = read_article(blanked(text, spans), head, plain=plain)
    said = marked_sentences(marks, reading.sentences)
    scored = score(reading) or [Scored(sentence, frozenset(), 0.0) for sentence in reading.sentences]
    scored, choice = choose_marked(scored, said)
    sentences = Sentences(scored, choice.shown, reading.language, reasons=reasons)
    drawn = sentences.drawn()
    shown, unmet = decide(choices, drawn, sentences)
    return Drawing(
        Checklist(shown, reading.title, choices.heading, reading.language.code if reading.language else ""),
        _rejected(scored, choice) if reasons else (),
        awaits_review=choices.mode == "review",
        unmet=(*choices.unmet, *unmet, *marks.idle, *places.unmet(has_checklist=bool(shown))),
        drawn=drawn,
    )


def may_decide(text: str) -> bool:
    """Tell, without drawing, whether the author of a Markdown text may have decided anything about it."""
    return _DECIDED.search(text) is not None


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
    return trained().speaking_against(entry.signals) or ("too few signals for it",)
