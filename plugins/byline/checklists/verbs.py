"""Which words may open an instruction: base forms, the doubtful ones, and the base form behind an -ing."""

from functools import cache

from byline.checklists.cues import load_data

_VOWELS = frozenset("aeiou")


@cache
def plain_verbs() -> frozenset[str]:
    """Return the base forms that hardly ever are nouns."""
    return frozenset(str(load_data("verbs.toml")["plain"]).split())


@cache
def doubtful_verbs() -> frozenset[str]:
    """Return the base forms that are nouns as often."""
    return frozenset(str(load_data("verbs.toml")["also_nouns"]).split()) - plain_verbs()


@cache
def prepositional_verbs() -> frozenset[str]:
    """Return those of the doubtful that ask for an action before "for", "to", "with" and the like."""
    return frozenset(str(load_data("verbs.toml")["with_preposition"]).split())


@cache
def _base_forms() -> dict[str, str]:
    return {form: verb for verb in sorted(plain_verbs() | doubtful_verbs()) for form in _ing_forms(verb)}


def base_of_ing(word: str) -> str:
    """Return the base form of an -ing word, "" where it is not known."""
    return _base_forms().get(word.lower(), "")


def _ing_forms(verb: str) -> tuple[str, ...]:
    if verb.endswith("ie"):
        return (verb[:-2] + "ying",)
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and verb != "be":
        return (verb[:-1] + "ing",)
    doubles = len(verb) > 2 and verb[-1] not in _VOWELS | set("wxyh") and verb[-2] in _VOWELS
    if doubles and verb[-3] not in _VOWELS:
        return (verb + "ing", verb + verb[-1] + "ing")
    return (verb + "ing",)
