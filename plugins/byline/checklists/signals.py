"""The signals of one sentence taken by itself and with its setting: named facts, for or against a tip."""

from functools import lru_cache
from itertools import compress

from byline.checklists.candidates import Candidate
from byline.checklists.cue_search import find_cues, hear, search
from byline.checklists.cues import load_cues
from byline.checklists.items import Kind
from byline.checklists.languages import Language
from byline.checklists.mood import Mood, find_mood

_COMMANDS = frozenset({"imperative", "conditional-imperative", "later-imperative"})
_LATER = frozenset({"later-imperative"})
_ADVICE = frozenset({"recommend", "important-to", "you-should", "we-should", "lets", "make-sure"})
_TELLING = frozenset({"told", "they", "about-thing", "reports", "plans", "i", "we"})
_MATTERS_TO_ARTICLE = frozenset(
    {"you", "i", "we", "told", "code", "money", "clock", "condition", "continues"}
)
_OPENING_QUOTES = frozenset('"“„‚‘«»')
_FIELDS = slice(Candidate._fields.index("ordered"), Candidate._fields.index("has_code") + 1)
_FACTS = tuple(name.replace("_", "-") for name in Candidate._fields[_FIELDS])
"""The signals of a candidate's fields of these names."""
_LONG = 40
_SHORT = 3


def local_signals(candidate: Candidate, language: Language) -> frozenset[str]:
    """Return the signals that a sentence, its block, its lead-in and its headings give."""
    text, kind = candidate.text, candidate.kind
    mood = find_mood(text, language)
    heard = hear(text, mood.opening, mood.begin)
    signals = search(load_cues(language, "sentence", "first"), heard)
    if mood.strength:
        signals.add(_mood_signal(mood))
    if not signals <= _MATTERS_TO_ARTICLE:
        signals |= search(load_cues(language, "sentence", "rest"), heard)
    _add_shape(signals, text, kind)
    lead_in = candidate.lead_in if candidate.list >= 0 else None
    is_first, is_deep = candidate.place == 0, candidate.level > 1
    signals |= _place_signals(kind, is_first, is_deep, candidate[_FIELDS])
    signals |= _setting_signals(lead_in, candidate.path, language)
    _combine(signals)
    return frozenset(signals)


def _mood_signal(mood: Mood) -> str:
    if mood.strength == "perhaps":
        return "perhaps-imperative"
    if mood.after_condition:
        return "conditional-imperative"
    return "later-imperative" if mood.later else "imperative"


def _add_shape(signals: set[str], text: str, kind: Kind) -> None:
    """Add what the length of a sentence, its first sign and its last say."""
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
    elif text[-1] != "." and text.rstrip("\"')”’").endswith("?"):
        signals.add("question")


@lru_cache(maxsize=256)
def _place_signals(kind: Kind, is_first: bool, is_deep: bool, facts: tuple[bool, ...]) -> frozenset[str]:
    """Return what the place of a sentence says, whatever its words are."""
    signals = {f"in-{kind}", *compress(_FACTS, facts)}
    if is_first:
        signals.add("first-in-block")
    if kind == "list":
        signals.add("lead-of-item" if is_first else "later-in-item")
        if is_deep:
            signals.add("nested")
    return frozenset(signals)


@lru_cache(maxsize=256)
def _setting_signals(lead_in: str | None, headings: tuple[str, ...], language: Language) -> frozenset[str]:
    """Return what the lead-in of a list and the headings above it say, None where there is no list."""
    found = [_heading_cues(heading, language) for heading in headings[-2:]]
    if lead_in is not None:
        found.append(_lead_in_cues(lead_in, language))
    return frozenset().union(*found)


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


def _combine(signals: set[str]) -> None:
    """Say together what means something else together, and drop what a stronger signal says already."""
    commands = signals & _COMMANDS
    if "in-prose" in signals:
        signals.discard("perhaps-imperative")
    if commands:
        signals -= {"perhaps-imperative", "must", "want-to"}
        signals |= _shaped_command(signals)
    else:
        signals.discard("continues")
    speaks_of_itself = "i" in signals or "we" in signals
    if speaks_of_itself and ("publisher" in signals or "call-to-action" in signals):
        signals.add("calls-to-us")
    if not commands <= _LATER or not signals.isdisjoint(_ADVICE):
        signals -= _TELLING
    if "you-should" in signals:
        signals -= {"must", "want-to", "thing-should", "they-should"}
    if "told" in signals and ("i" in signals or "we" in signals):
        signals.add("own-story")


def _shaped_command(signals: set[str]) -> set[str]:
    if "in-heading" in signals or "in-bold-lead" in signals:
        return {"heading-imperative"}
    if "in-list" not in signals:
        return set()
    own = signals & {"own-list", "own-heading", "describing-list"}
    return {"list-imperative", "own-aims"} if own else {"list-imperative"}
