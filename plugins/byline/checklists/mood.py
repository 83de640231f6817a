"""The mood of a sentence: whether it tells its reader to do something, and where the telling begins."""

import re
from dataclasses import dataclass
from typing import Literal

from byline.checklists.openers import condition, lowered, opening_end, words_for
from byline.checklists.verbs import doubtful_verbs, plain_verbs, prepositional_verbs

Strength = Literal["imperative", "perhaps", ""]

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[,:;&]")
_BREAK = re.compile(r",\s+(?:(?:and|so|but|then|or)\s+)?|[:;]\s+|\s[–—-]+\s|—|\s\(|\b(?:so|and then|but)\s+")
_NEW_CLAUSE = re.compile(r",\s+(?:so|but|then)\s")
_STATEMENT = re.compile(
    r"\s(?!and\b|or\b|but\b|if\b|when\b|even\b|unless\b)(?:\S+\s){0,6}?"
    r"(?:is|are|was|were|can|could|will|would|may|might|has|had|you|we|they|it)\b",
)
_MOST_BREAKS = 6
_PERSONS = frozenset({"you", "we", "i", "they", "he", "she"})
_BEFORE_PERSONS = frozenset({"let", "help", "ask", "make", "know", "ensure"})
_READ_AHEAD = 120


@dataclass(frozen=True, slots=True)
class Mood:
    """How strongly a sentence commands, from which offset in it, and by which road it came there.

    `opening` is where the sentence's matter begins, commanding or not.
    """

    strength: Strength
    begin: int = 0
    opening: int = 0
    after_condition: bool = False
    later: bool = False


def find_mood(sentence: str) -> Mood:
    """Read the mood of a sentence: at its head, behind a condition, or after a later break."""
    sentence = lowered(sentence)
    begin = opening_end(sentence)
    strength = _strength_at(sentence, begin)
    if strength == "imperative":
        return Mood(strength, begin, begin)
    return _find_later(sentence, begin) or Mood(strength, begin, begin)


def _find_later(sentence: str, begin: int) -> Mood | None:
    conditional = condition().match(sentence, begin) is not None
    for number, found in enumerate(_BREAK.finditer(sentence, begin)):
        stated = conditional and _has_main_clause(sentence[begin : found.start()])
        if number == _MOST_BREAKS or stated:
            return None
        comma = found[0][0] == ","
        if comma and not conditional and not _NEW_CLAUSE.match(sentence, found.start()):
            continue  # a bare verb after a comma may be one of an enumeration
        clause = opening_end(sentence, found.end())
        if _strength_at(sentence, clause) == "imperative":
            after_condition = conditional and comma
            return Mood(
                "imperative", clause, begin, after_condition=after_condition, later=not after_condition
            )
    return None


def _has_main_clause(before: str) -> bool:
    """Tell whether a statement has begun behind the condition: verbs after it belong to that statement."""
    _, comma, after = before.partition(",")
    return bool(comma) and _STATEMENT.match(after) is not None


def _strength_at(sentence: str, begin: int) -> Strength:
    ahead = sentence[begin : begin + _READ_AHEAD].replace("’", "'")
    words = _WORD.findall(ahead)[:8]
    negated = False
    while words:
        if words[:2] == ["do", "not"]:
            words, negated = words[2:], True
        elif words[0] in words_for("adverbs") or words[0] == "," or _is_adverb(words):
            negated = negated or words[0] in ("don't", "never")
            words = words[1:]
        else:
            break
    if words:
        return _strength_of(words[0], words[1] if len(words) > 1 else "", negated=negated)
    return "imperative" if ahead.rstrip(".!") == "don't" else ""


def _is_adverb(words: list[str]) -> bool:
    return len(words) > 1 and words[0].endswith("ly") and words[0] not in words_for("not_adverbs")


def _strength_of(first: str, second: str, *, negated: bool) -> Strength:
    """Judge a first word as a verb by itself and by the word behind it."""
    sure = first in plain_verbs()
    if not sure and first not in doubtful_verbs():
        return "perhaps" if "-" in first and first.split("-")[0] in plain_verbs() else ""
    if _denies_verb(first, second, sure=sure):
        return ""
    if not sure and second in words_for("prepositions"):
        return "imperative" if negated or first in prepositional_verbs() else ""
    by_adverb = second.endswith("ly") and second not in words_for("not_adverbs")
    if negated or by_adverb or second in words_for("objects") or (sure and second):
        return "imperative"
    return "" if second.endswith("ed") else "perhaps"


def _denies_verb(first: str, second: str, *, sure: bool) -> bool:
    if second in words_for("no_verb_before"):
        return not (sure and second in words_for("except_sure_verbs"))
    if second in _PERSONS:
        return second == "you" or first not in _BEFORE_PERSONS
    return (first, second) == ("let", "me")
