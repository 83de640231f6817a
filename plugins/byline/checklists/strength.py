"""How strongly a sentence commands at a place, by the words that stand there."""

import re
from functools import cache
from itertools import islice
from typing import Literal, NamedTuple

from byline.checklists.by_token import ByToken
from byline.checklists.languages import Language, MoodRules
from byline.checklists.openers import token_at

Strength = Literal["imperative", "perhaps", ""]

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[,:;&]")
_READ_AHEAD = 120
_MOST_WORDS = 8


class _First(NamedTuple):
    """The word that a token begins with where it may be a verb, `""` where it can be none, and its end.

    None stands for what is still to be read: an adverb, a sign.
    """

    word: str | None
    end: int = 0


NO_VERB = _First("")


def strength_at(sentence: str, begin: int, language: Language, written: str) -> Strength:
    """Return how strongly a sentence, lowered and as written, commands at a place."""
    rules = language.mood
    if rules.imperative and rules.imperative.match(written, begin):
        return "imperative"
    first, end = first_words(language)[token_at(sentence, begin)]
    if first == "":
        return perhaps(rules, written, begin)
    reach = begin + _READ_AHEAD
    if first:
        behind = _WORD.search(sentence, begin + end, reach)
        words, negated = [first, behind[0].replace("’", "'") if behind else ""], False
    else:
        words, negated = _behind_adverbs(sentence[begin:reach].replace("’", "'"), rules)
    if words and not _is_subject(words[0], sentence, begin, language):
        strength = _strength_of(words[0], words[1] if len(words) > 1 else "", language, negated=negated)
        return strength or (perhaps(rules, written, begin))
    is_whole = sentence[begin:reach].replace("’", "'").rstrip(".!") == rules.whole
    return "imperative" if is_whole else ""


def perhaps(rules: MoodRules, written: str, begin: int) -> Strength:
    """Return whether a sentence is half an instruction by its pattern alone."""
    return "perhaps" if rules.perhaps and rules.perhaps.match(written, begin) else ""


def _behind_adverbs(ahead: str, rules: MoodRules) -> tuple[list[str], bool]:
    """Return the words behind the adverbs that a text begins with, and whether one of those denies."""
    words = [found[0] for found in islice(_WORD.finditer(ahead), _MOST_WORDS)]
    negated = False
    while words:
        if rules.not_to and words[: len(rules.not_to)] == rules.not_to:
            words, negated = words[len(rules.not_to) :], True
        elif words[0] in rules.words["adverbs"] or words[0] == "," or _is_adverb(words, rules):
            negated = negated or words[0] in rules.words["negations"]
            words = words[1:]
        else:
            break
    return words, negated


@cache
def first_words(language: Language) -> ByToken[_First]:
    """Return what the first word of an instruction may be, by the token that it begins with."""
    return ByToken(lambda token: _first_word(token, language))


def _first_word(token: str, language: Language) -> _First:
    found = _WORD.search(token)
    word = found[0].replace("’", "'") if found else ""
    if not found or len(token) > _READ_AHEAD or _leads_in(word, language):
        return _First(None)
    return _First(word, found.end()) if _may_command(word, language) else NO_VERB


def _leads_in(first: str, language: Language) -> bool:
    """Tell whether a word may stand before the verb of an instruction."""
    rules = language.mood
    return (
        first in rules.words["adverbs"]
        or first in (",", *rules.not_to[:1])
        or _ends_like_adverb(first, rules)
    )


def _may_command(first: str, language: Language) -> bool:
    """Tell whether a word may be the verb of an instruction, whatever follows."""
    rules, verbs = language.mood, language.verbs
    if first in verbs.plain or first in verbs.nouns or "-" in first:
        return True
    is_known = first in rules.words["function_words"] or first.endswith(rules.no_verb_endings)
    return bool(rules.words["determiners"]) and first.isalpha() and not is_known


def _is_subject(first: str, sentence: str, begin: int, language: Language) -> bool:
    """Tell whether a word that can be a noun is one: the verb of a statement follows in the same clause."""
    if first not in language.verbs.nouns:
        return False
    found = language.mood.stated.match(sentence, begin)
    return found is not None and not language.mood.words["clause_words"] & set(found[0].split()[1:])


def _is_adverb(words: list[str], rules: MoodRules) -> bool:
    return len(words) > 1 and _ends_like_adverb(words[0], rules)


def _ends_like_adverb(word: str, rules: MoodRules) -> bool:
    return word.endswith(rules.adverb_endings) and word not in rules.words["not_adverbs"]


def _strength_of(first: str, second: str, language: Language, *, negated: bool) -> Strength:
    """Judge a first word as a verb by itself and by the word behind it."""
    rules, verbs = language.mood, language.verbs
    sure = first in verbs.plain
    if not sure and first not in verbs.doubtful:
        return _strength_of_unknown(first, second, language)
    if _denies_verb(first, second, rules, sure=sure):
        return ""
    if not sure and second in rules.words["prepositions"]:
        return "imperative" if negated or first in verbs.prepositional else ""
    by_adverb = _ends_like_adverb(second, rules)
    if negated or by_adverb or second in rules.words["objects"] or (sure and second):
        return "imperative"
    return "" if second.endswith(rules.past_endings) else "perhaps"


def _strength_of_unknown(first: str, second: str, language: Language) -> Strength:
    """Judge a word that is in no list: before an article or a possessive it can hardly be but a verb."""
    rules = language.mood
    if second in rules.words["determiners"] and first.isalpha():
        is_verb = first not in rules.words["function_words"] and not first.endswith(rules.no_verb_endings)
        return "imperative" if is_verb else ""
    return "perhaps" if "-" in first and first.split("-")[0] in language.verbs.plain else ""


def _denies_verb(first: str, second: str, rules: MoodRules, *, sure: bool) -> bool:
    if second in rules.words["no_verb_before"]:
        return not (sure and second in rules.words["except_sure_verbs"])
    if second in rules.words["persons"]:
        return second in rules.words["never_behind_verbs"] or first not in rules.words["before_persons"]
    return f"{first} {second}" in rules.no_instructions
