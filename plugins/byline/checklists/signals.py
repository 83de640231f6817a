"""The signals of one sentence taken by itself and with its setting: named facts, for or against a tip."""

from functools import lru_cache

from byline.checklists.candidates import Candidate
from byline.checklists.cues import CueSearch, find_cues, hear
from byline.checklists.items import Kind
from byline.checklists.languages import Language
from byline.checklists.mood import Mood, find_mood

_COMMANDS = frozenset({"imperative", "conditional-imperative", "later-imperative"})
_ADVICE = frozenset({"recommend", "important-to", "you-should", "we-should", "lets", "make-sure"})
_TELLING = frozenset({"told", "they", "about-thing", "reports", "plans", "i", "we"})
_MATTERS_TO_ARTICLE = frozenset(
    {"you", "i", "we", "told", "code", "money", "clock", "condition", "continues"}
)
_OPENING_QUOTES = frozenset('"“„‚‘«»')
_LONG = 40
_SHORT = 3


def local_signals(candidate: Candidate, language: Language) -> frozenset[str]:
    """Return the signals that a sentence, its block, its lead-in and its headings give."""
    mood = find_mood(candidate.text, language)
    heard = hear(candidate.text, mood.opening, mood.begin)
    cues = CueSearch(language, "sentence", heard)
    signals = cues.first() | _mood_signals(mood)
    if signals - _MATTERS_TO_ARTICLE:
        signals |= cues.second()
    signals |= _shape_signals(candidate)
    signals |= _setting_signals(candidate, language)
    return frozenset(_combined(signals))


def _mood_signals(mood: Mood) -> set[str]:
    if mood.strength == "perhaps":
        return {"perhaps-imperative"}
    if not mood.strength:
        return set()
    if mood.after_condition:
        return {"conditional-imperative"}
    return {"later-imperative"} if mood.later else {"imperative"}


def _shape_signals(candidate: Candidate) -> set[str]:
    text, kind = candidate.text, candidate.kind
    signals = set(
        _place_signals(
            kind,
            candidate.place == 0,
            candidate.level > 1,
            ("ordered", candidate.ordered),
            ("quoted", candidate.quoted),
            ("before-code", candidate.before_code),
            ("among-code", candidate.among_code),
            ("link-only", candidate.link_only),
            ("has-link", candidate.has_link),
            ("has-code", candidate.has_code),
        )
    )
    words = text.count(" ") + 1
    if words < _SHORT:
        signals.add("short")
    elif words > _LONG:
        signals.add("long")
    if text[0] in _OPENING_QUOTES:
        signals.add("in-quotes")
    elif text[0].islower():
        signals.add("mid-sentence")
    if text[-1] == "!":
        signals.add("exclaims")
    elif text[-1] == ":" and kind != "list":
        signals.add("introduces")
    elif text.rstrip("\"')”’").endswith("?"):
        signals.add("question")
    return signals


@lru_cache(maxsize=256)
def _place_signals(kind: Kind, is_first: bool, is_deep: bool, *facts: tuple[str, bool]) -> frozenset[str]:
    """Return what the place of a sentence says, whatever its words are."""
    signals = {f"in-{kind}", *(name for name, holds in facts if holds)}
    if is_first:
        signals.add("first-in-block")
    if kind == "list":
        signals.add("lead-of-item" if is_first else "later-in-item")
        if is_deep:
            signals.add("nested")
    return frozenset(signals)


def _setting_signals(candidate: Candidate, language: Language) -> set[str]:
    signals: set[str] = set()
    if candidate.list >= 0:
        signals |= _lead_in_cues(candidate.lead_in, language)
    for heading in candidate.path[-2:]:
        signals |= _heading_cues(heading, language)
    return signals


@lru_cache(maxsize=256)
def _lead_in_cues(lead_in: str, language: Language) -> frozenset[str]:
    signals = find_cues(language, "lead-in", hear(lead_in))
    return frozenset(signals if lead_in.endswith(":") else signals & {"tips-follow", "you-list"})


@lru_cache(maxsize=256)
def _heading_cues(heading: str, language: Language) -> frozenset[str]:
    signals = find_cues(language, "heading", hear(heading))
    if find_mood(heading, language).strength == "imperative":
        signals.add("under-imperative")
    return frozenset(signals)


def _combined(signals: set[str]) -> set[str]:
    """Say together what means something else together, and drop what a stronger signal says already."""
    commands = signals & _COMMANDS
    if "in-prose" in signals:
        signals.discard("perhaps-imperative")
    if commands:
        signals -= {"perhaps-imperative", "must", "want-to"}
        signals |= _shaped_command(signals)
    else:
        signals.discard("continues")
    if signals & {"publisher", "call-to-action"} and signals & {"i", "we"}:
        signals.add("calls-to-us")
    if commands - {"later-imperative"} or signals & _ADVICE:
        signals -= _TELLING
    if "you-should" in signals:
        signals -= {"must", "want-to", "thing-should", "they-should"}
    if "told" in signals and signals & {"i", "we"}:
        signals.add("own-story")
    return signals


def _shaped_command(signals: set[str]) -> set[str]:
    if "in-heading" in signals or "in-bold-lead" in signals:
        return {"heading-imperative"}
    if "in-list" not in signals:
        return set()
    own = signals & {"own-list", "own-heading", "describing-list"}
    return {"list-imperative", "own-aims"} if own else {"list-imperative"}
