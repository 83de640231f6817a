"""The mood of a sentence: whether it tells its reader to do something, and where the telling begins."""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from byline.checklists.by_token import ByToken
from byline.checklists.languages import Language, MoodRules
from byline.checklists.needed_signs import finds
from byline.checklists.openers import has_condition, lowered, opening_end, opens, token_at
from byline.checklists.strength import NO_VERB, Strength, first_words, perhaps, strength_at

_MOST_BREAKS = 6


class Mood(NamedTuple):
    """How strongly a sentence commands, from which offset in it, and by which road it came there.

    `opening` is where the sentence's matter begins, commanding or not.
    """

    strength: Strength
    begin: int = 0
    opening: int = 0
    after_condition: bool = False
    later: bool = False


_NO_MOOD = Mood("")


def find_mood(sentence: str, language: Language) -> Mood:
    """Read the mood of a sentence: at its head, behind a condition, or after a later break."""
    written, sentence = sentence, lowered(sentence)
    if _is_plain(sentence, language, written):
        strength = perhaps(language.mood, written, 0)
        return Mood(strength) if strength else _NO_MOOD
    begin = opening_end(sentence, language.openings)
    strength = strength_at(sentence, begin, language, written)
    if strength == "imperative":
        return Mood(strength, begin, begin)
    later = _find_later(sentence, begin, language, written)
    if later:
        return later
    return Mood(strength, begin, begin) if strength or begin else _NO_MOOD


def _is_plain(sentence: str, language: Language, written: str) -> bool:
    """Tell whether a sentence begins with its matter, which is no instruction, and turns nowhere."""
    rules = language.mood
    if not _tells_nothing(language)[token_at(sentence, 0)] or _has_turn(sentence, 0, rules):
        return False
    return not (rules.imperative and rules.imperative.match(written))


def _find_later(sentence: str, begin: int, language: Language, written: str) -> Mood | None:
    conditional = has_condition(sentence, language.openings, begin)
    if not conditional and not _has_turn(sentence, begin, language.mood):
        return None
    for number, found in enumerate(_breaks(sentence, begin, language.mood)):
        stated = conditional and _has_main_clause(sentence[begin : found.start()], language)
        if number == _MOST_BREAKS or stated:
            return None
        comma = found[0][0] == ","
        if comma and not conditional and not language.mood.new_clause.match(sentence, found.start()):
            continue  # a bare verb after a comma may be one of an enumeration
        clause = opening_end(sentence, language.openings, found.end())
        if strength_at(sentence, clause, language, written) == "imperative":
            after_condition = conditional and comma
            return Mood(
                "imperative", clause, begin, after_condition=after_condition, later=not after_condition
            )
    return None


def _has_turn(sentence: str, begin: int, rules: MoodRules) -> bool:
    for signs, turn in rules.turns:
        for sign in signs:
            if sign in sentence:
                if turn.search(sentence, begin):
                    return True
                break
    return False


def _breaks(sentence: str, begin: int, rules: MoodRules) -> Iterable[re.Match[str]]:
    """Return where a new clause may begin; where all breaks are of one kind, only that is looked for."""
    kinds = [kind for kind in rules.kinds if finds(kind, sentence, begin)]
    if not kinds:
        return ()
    return (kinds[0][1] if len(kinds) == 1 else rules.breaks).finditer(sentence, begin)


def _has_main_clause(before: str, language: Language) -> bool:
    """Tell whether a statement has begun behind the condition: verbs after it belong to that statement."""
    _, comma, after = before.partition(",")
    return bool(comma) and language.mood.statement.match(after) is not None


@cache
def _tells_nothing(language: Language) -> ByToken[bool]:
    """Return with which tokens neither an opening begins, nor a condition, nor an instruction from a list."""
    openings, first = language.openings, first_words(language)
    return ByToken(
        lambda token: first[token] is NO_VERB and not (opens(token, openings) or openings.may_state[token])
    )
