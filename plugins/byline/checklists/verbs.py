"""The base form behind an English -ing, so that "worth asking" can be shown as "Ask"."""

from functools import cache

from byline.checklists.languages import Language

_VOWELS = frozenset("aeiou")


def base_of_ing(word: str, language: Language) -> str:
    """Return the base form of an -ing word, "" where it is not known."""
    return _base_forms(language).get(word.lower(), "")


@cache
def _base_forms(language: Language) -> dict[str, str]:
    verbs = sorted(language.verbs.plain | language.verbs.doubtful)
    return {form: verb for verb in verbs for form in _ing_forms(verb)}


def _ing_forms(verb: str) -> tuple[str, ...]:
    if verb.endswith("ie"):
        return (verb[:-2] + "ying",)
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and verb != "be":
        return (verb[:-1] + "ing",)
    doubles = len(verb) > 2 and verb[-1] not in _VOWELS | set("wxyh") and verb[-2] in _VOWELS
    if doubles and verb[-3] not in _VOWELS:
        return (verb + "ing", verb + verb[-1] + "ing")
    return (verb + "ing",)
