"""The wording of a tip: the author's sentence with only words taken away, or put into their base form."""

import re
from functools import cache

from byline.checklists.by_token import ByToken
from byline.checklists.first_words import beginnings, fitting
from byline.checklists.languages import Language, Openings
from byline.checklists.mood import find_mood
from byline.checklists.openers import find_opener, has_condition, lowered, token_at
from byline.checklists.verbs import base_of_ing

_ABBREVIATED = re.compile(r"\b(?:etc|inc|ltd|co|corp|jr|sr|(?:[^\W\d_]\.)+[^\W\d_])\.\Z", re.IGNORECASE)
_ADDRESS = re.compile(
    r"(?:https?://(?:www\.)?|\bwww\.)(?P<name>[^\s/?#<>()\[\]]*[^\W_])(?P<path>[/?#](?:[^\s<>()]*[\w/=])?)?",
    re.IGNORECASE,
)
_LAST_QUOTE = re.compile(r"(?<=[.!?…])\"\Z")
_QUOTES = (("“", "”"), ("„", "“"), ("«", "»"))
_LONGEST_ADDRESS = 30
_LEAST_WORDS = 3
_WRAPPING = (("(", ")"), ("“", "”"), ("„", "“"), ('"', '"'), ("[", "]"))
_OPENING = frozenset(opening for opening, _ in _WRAPPING)


def word_tip(sentence: str, language: Language | None) -> tuple[str, str]:
    """Return how a sentence is shown as a tip, and what was cut from its end.

    Where cutting would leave no instruction, and in a language that there is no pack for, the sentence is
    shown as it stands, but for its full stop.
    """
    if "://" in sentence or "www." in sentence.lower():
        sentence = _ADDRESS.sub(_short_address, sentence)
    sentence = _without_lone_quote(sentence)
    if language is None:
        return _capitalised(_without_stop(sentence)), ""
    core = sentence
    if _may_be_cut(language)[token_at(sentence, 0)]:
        core = _unwrapped(sentence)
        core = _without_openers(core, language.openings)
        core = _without_advice(core, language)
    shown, detail = _cut_at_reason(core, language)
    shown = shown.rstrip(" ,:;")
    if shown != sentence and not _is_instruction(shown.rstrip(" .,:;"), language):
        shown, detail = sentence, ""
    return _capitalised(_without_stop(shown)), detail


@cache
def _may_be_cut(language: Language) -> ByToken[bool]:
    """Return with which tokens a sentence may begin that something is taken from before its instruction."""
    openings, wording = language.openings, language.wording
    begun = [openings.may_open, openings.may_state]
    begun += [fitting(beginnings(frame.pattern)) for frame in (*wording.before_base, *wording.before_ing)]
    return ByToken(
        lambda token: (
            not token.isascii() or token[:1] in _OPENING or any(known[token.lower()] for known in begun)
        )
    )


def _without_lone_quote(text: str) -> str:
    """Take away the mark of a quotation that began before the sentence or ends after it."""
    if text.count('"') % 2:
        return text[1:] if text[0] == '"' else _LAST_QUOTE.sub("", text)
    if text.isascii():
        return text
    for opening, closing in _QUOTES:
        ahead = text.count(opening) - text.count(closing)
        if ahead > 0 and text.startswith(opening):
            return text[1:]
        if ahead < 0 and text.endswith(closing):
            return text[:-1]
    return text


def _without_stop(text: str) -> str:
    """Take the final full stop away, unless it belongs to an abbreviation or to three of them."""
    if not text.endswith(".") or text.endswith("..") or _ABBREVIATED.search(text.rsplit(None, 1)[-1]):
        return text
    return text[:-1].rstrip(" ,:;")


def _short_address(found: re.Match[str]) -> str:
    """Return a bare address as people say it: without what comes before its name, and not at length."""
    name, path = found["name"], found["path"] or ""
    return name + path.rstrip("/") if len(name + path) <= _LONGEST_ADDRESS else f"{name}/…"


def _unwrapped(text: str) -> str:
    bare = text.rstrip(" .")
    for opening, closing in _WRAPPING:
        if bare.startswith(opening) and bare.endswith(closing) and bare.count(opening) == bare.count(closing):
            return bare[len(opening) : -len(closing)]
    return text


def _without_openers(text: str, openings: Openings) -> str:
    """Take labels and openers away as long as an instruction remains."""
    place, lower = 0, lowered(text)
    while True:
        found = find_opener(lower, openings, place)
        if not found or found.end() >= len(text):
            return text[place:]
        place = found.end()


def _without_advice(text: str, language: Language) -> str:
    """Take "you should" and its like away, at the head or behind a condition."""
    place = 0
    if has_condition(lowered(text), language.openings):
        comma = language.wording.condition_end.search(text)
        place = comma.end() if comma else 0
    for frames, is_ing in ((language.wording.before_base, False), (language.wording.before_ing, True)):
        for frame in frames:
            found = frame.match(text, place)
            if found:
                rest = _imperative(text[found.end() :], language, is_ing=is_ing)
                return text[:place] + rest if rest else text
    return text


def _imperative(rest: str, language: Language, *, is_ing: bool) -> str:
    first, _, others = rest.partition(" ")
    if is_ing and base_of_ing(first, language):
        return f"{base_of_ing(first, language)} {others}"
    mood = find_mood(rest, language)
    return rest if mood.strength and not mood.begin else ""


def _cut_at_reason(text: str, language: Language) -> tuple[str, str]:
    """Cut at the first reason that leaves an instruction of some length before it.

    What commands in its turn is no reason: "Ask once; write the answer down" is shown whole. So is "Never
    pay because they ask": the reason may be what is denied, unless a comma or a dash parts it off.
    """
    if not any(map(text.__contains__, language.wording.signs_of_reason)):
        return text, ""
    for found in language.wording.reason.finditer(text):
        before, after = text[: found.start()], text[found.start() :].lstrip(" ,;–—-")
        if before.count("(") == before.count(")") and _is_instruction(before, language):
            mood = find_mood(after, language)
            commands = mood.strength == "imperative" and not mood.later and not mood.after_condition
            denied = found[0].lstrip()[:1].isalpha() and _is_negated(before, language)
            return (text, "") if commands or denied else (before, after)
    return text, ""


def _is_negated(text: str, language: Language) -> bool:
    words = lowered(text).replace("’", "'").split()
    return not language.mood.words["negations"].isdisjoint(words)


def _is_instruction(text: str, language: Language) -> bool:
    """Tell whether a wording begins with a verb, a negation or a condition and says enough."""
    if len(text.split()) < _LEAST_WORDS:
        return False
    mood = find_mood(text, language)
    if mood.after_condition:
        return has_condition(lowered(text), language.openings)
    return bool(mood.strength) and mood.begin == 0


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
