"""A language pack: what drawing tips knows of one language, read from one data file."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from byline.checklists.by_token import ByToken
from byline.checklists.first_words import DIGIT, Beginning, alternatives, beginnings, fitting
from byline.checklists.needed_signs import Needing, fewest_signs, needing

_DATA = files("byline.checklists") / "data"


def load_data(name: str) -> dict[str, Any]:
    """Return a TOML data file of this room."""
    return tomllib.loads((_DATA / name).read_text(encoding="utf-8"))


@cache
def language_codes() -> frozenset[str]:
    """Return the codes of the languages that there is a pack for, such as `en`."""
    return frozenset(
        entry.name.removesuffix(".toml")
        for entry in (_DATA / "languages").iterdir()
        if entry.name.endswith(".toml")
    )


_LABEL_SIGNS = frozenset(map(Beginning, ("(", "[", "#", DIGIT)))


@dataclass(frozen=True, slots=True, eq=False)
class Openings:
    """How sentences begin before their matter does: labels, joining words, conditions.

    `may_open` holds where a label or a joining word may begin with a token at all, `may_state` where a
    condition may.
    """

    label: re.Pattern[str]
    opener: re.Pattern[str]
    condition: re.Pattern[str]
    may_open: ByToken[bool]
    may_state: ByToken[bool]


@dataclass(frozen=True, slots=True, eq=False)
class Verbs:
    """The forms that may open an instruction: hardly ever nouns, nouns as often, and those before "for".

    `nouns` are all that can be nouns, be it now and then.
    """

    plain: frozenset[str]
    doubtful: frozenset[str]
    nouns: frozenset[str]
    prepositional: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class MoodRules:
    """How an instruction is told from a statement; the fields are those of the pack's `[mood]`.

    `turns` are the breaks that matter without a condition before them: those at no comma, and new clauses.
    `kinds` are all breaks, kind by kind.
    """

    breaks: re.Pattern[str]
    kinds: tuple[Needing, ...]
    turns: tuple[Needing, ...]
    new_clause: re.Pattern[str]
    statement: re.Pattern[str]
    stated: re.Pattern[str]
    imperative: re.Pattern[str] | None
    perhaps: re.Pattern[str] | None
    whole: str
    not_to: list[str]
    adverb_endings: tuple[str, ...]
    past_endings: tuple[str, ...]
    no_verb_endings: tuple[str, ...]
    no_instructions: frozenset[str]
    words: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True, eq=False)
class WordingRules:
    """What is taken away from a sentence to word it as a tip; the fields are those of `[wording]`.

    `signs_of_reason` are signs and words of which one stands where a reason begins.
    """

    before_base: tuple[re.Pattern[str], ...]
    before_ing: tuple[re.Pattern[str], ...]
    reason: re.Pattern[str]
    condition_end: re.Pattern[str]
    signs_of_reason: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """One language pack, compiled. `cues` holds the patterns of each section by the signal's name."""

    code: str
    openings: Openings
    mood: MoodRules
    verbs: Verbs
    wording: WordingRules
    cues: Mapping[str, Mapping[str, list[str]]]


@cache
def load_language(code: str) -> Language:
    """Return the pack of a language that there is one for."""
    pack = load_data(f"languages/{code}.toml")
    return Language(
        code,
        _openings(pack["openers"]),
        _mood(pack["mood"]),
        _verbs(pack["verbs"]),
        _wording(pack["wording"]),
        pack["cues"],
    )


def _openings(data: Mapping[str, list[str]]) -> Openings:
    adjectives, labels, numbers, openers, conditions = (
        "|".join(data[name])
        for name in ("label_adjectives", "labels", "label_numbers", "openers", "conditions")
    )
    number = rf" (?:#|no\.? ?)?(?:\d+|{numbers})"
    named = rf"[(\[]*(?:(?:{adjectives})[- ])?(?:{labels})(?:(?:{number})?\s?[:–—-]|{number}\.)\s+"
    return Openings(
        re.compile(rf"{named}|\(?\d{{1,2}}[.):]\s+|#\d{{1,2}}[:.)]?\s+"),
        re.compile(rf"(?:{openers})(?:[,:;]\s*|\s+(?=[^\W\d_]|['’])|\s+[–—-]\s+)"),
        re.compile(rf"(?:{conditions})\b"),
        fitting(beginnings("|".join((adjectives, labels, openers))) | _LABEL_SIGNS),
        fitting(beginnings(rf"(?:{conditions})\b")),
    )


_WORDS = (
    "clause_words adverbs not_adverbs objects prepositions no_verb_before except_sure_verbs persons "
    "never_behind_verbs before_persons negations function_words determiners"
).split()


def _mood(data: Mapping[str, Any]) -> MoodRules:
    return MoodRules(
        breaks=re.compile(data["breaks"]),
        kinds=needing(alternatives(data["breaks"])),
        turns=needing(_turns(data["breaks"], data["new_clause"])),
        new_clause=re.compile(data["new_clause"]),
        statement=re.compile(data["statement"]),
        stated=re.compile(data["stated"]),
        imperative=_any_of(data["imperative"]),
        perhaps=_any_of(data["perhaps"]),
        whole=data["whole"],
        not_to=data["not_to"].split(),
        adverb_endings=tuple(data["adverb_endings"].split()),
        past_endings=tuple(data["past_endings"].split()),
        no_verb_endings=tuple(data["no_verb_endings"].split()),
        no_instructions=frozenset(data["no_instructions"]),
        words={name: frozenset(data[name].split()) for name in _WORDS},
    )


def _turns(breaks: str, new_clause: str) -> Iterator[str]:
    """Yield one pattern for each kind of break, for `re` then looks for its first sign."""
    yield new_clause
    yield from (pattern for pattern in alternatives(breaks) if not pattern.startswith(","))


def _verbs(data: Mapping[str, str]) -> Verbs:
    plain, doubtful = frozenset(data["plain"].split()), frozenset(data["also_nouns"].split())
    nouns = doubtful | frozenset(data["now_and_then_nouns"].split())
    return Verbs(plain, doubtful - plain, nouns, frozenset(data["with_preposition"].split()))


def _wording(data: Mapping[str, Any]) -> WordingRules:
    return WordingRules(
        before_base=_whatever_case(data["before_base"]),
        before_ing=_whatever_case(data["before_ing"]),
        reason=re.compile(data["reason"]),
        condition_end=re.compile(data["condition_end"]),
        signs_of_reason=fewest_signs(alternatives(data["reason"])),
    )


def _whatever_case(patterns: list[str]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


def _any_of(patterns: list[str]) -> re.Pattern[str] | None:
    """Return a pattern for any of these, None where there are none."""
    return re.compile("|".join(patterns), re.IGNORECASE) if patterns else None
