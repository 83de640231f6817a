"""Sentences of a seen-through text, with their offsets."""

import re
from operator import add

from byline.checklists.markup import BLOT

Span = tuple[int, int]

_CLOSERS = f"{BLOT}\"'”“’‘)]»«"
_CLOSING = f"[{re.escape(_CLOSERS)}]*"
_STOP = re.compile(rf"[.!?…](?:(?<!…)[.!?]+)?{_CLOSING}(?=\s|\Z)")
_NEXT = re.compile(rf"[\s{BLOT}]*([\"'“„‚‘«»(\[¿¡{BLOT}]*)(.)", re.DOTALL)
_BEFORE_WORD = re.compile(r"[\s(\[“„\"]")
_ABBREVIATIONS = frozenset(
    "e.g i.e p.s cf vs mr mrs ms dr prof sr jr st mt no vol fig eq ca approx dept est gen gov sen rep rev "
    "hon al jan feb mar apr jun jul aug sep sept oct nov dec viz incl excl p pp ed eds "
    "z.b d.h u.a u.ä o.ä i.d.r bzw usw evtl ggf inkl exkl zzgl nr vgl bspw sog mind tel bzgl sra dra ud uds "
    "pág núm aprox".split()
)
_OF_TWO, _OF_THREE = ("|".join(word for word in _ABBREVIATIONS if len(word) == length) for length in (2, 3))
_ENDINGS = "|".join({word[-4:] for word in _ABBREVIATIONS if len(word) > 3})
_SURE_STOP = re.compile(
    rf"(\.(?:(?<=[a-z]{{4}}\.)(?<!(?:{_ENDINGS})\.)|(?<= [a-z]{{3}}\.)(?<!(?:{_OF_THREE})\.)"
    rf"|(?<= [a-z]{{2}}\.)(?<!(?:{_OF_TWO})\.)){_CLOSING}) (?=[\"'“„‚‘«»]*[A-Z0-9])"
)
"""A full stop between a word that is no abbreviation and a capital: but in parentheses, a sentence ends."""
_LONGEST_ABBREVIATED = 20
_PAREN_REACH = 400
_LEAD_SIGNS = 12


def bare_sentences(text: str) -> list[str]:
    """Return the sentences of a text without white space but single spaces: so far apart they stand."""
    if "!" in text or "?" in text or "…" in text or "(" in text:
        return [text[start:end] for start, end in split_sentences(text)]
    stops = text.count(".", 0, len(text.rstrip(_CLOSERS)) - 1)
    if not stops:
        return [text]
    parts = _SURE_STOP.split(text)
    if len(parts) != 2 * stops + 1:
        return [text[start:end] for start, end in split_sentences(text)]
    return [*map(add, parts[:-1:2], parts[1::2]), parts[-1]]


def split_sentences(seen: str, begin: int = 0) -> list[Span]:
    """Return the start and end of each sentence from `begin` on, white space at the edges left out."""
    spans: list[Span] = []
    start = _skip_space(seen, begin)
    has_parenthesis, length = "(" in seen, len(seen)
    for stop in _STOP.finditer(seen, begin):
        at, end = stop.span()
        if end <= start:
            continue
        begin = end
        if end < length:
            following = seen[end + 1 : end + 2] if seen[end] == " " else ""
            if following.isalpha():
                begin = end + 1
            else:
                following, begin = _first_letter(seen, end), _skip_space(seen, end)
            if following.islower():
                continue
            if seen[at] == ".":
                word = seen[seen.rfind(" ", start, at) + 1 or start : at]
                is_sure = len(word) > 1 and word.isalpha() and word.lower() not in _ABBREVIATIONS
                if not is_sure and _is_abbreviated(seen, start, at):
                    continue
        if has_parenthesis and _in_parenthesis(seen, start, end):
            continue
        spans.append((start, end))
        start = begin
    end = len(seen.rstrip().rstrip(BLOT).rstrip())
    if start < end:
        spans.append((start, end))
    return spans


def _skip_space(seen: str, place: int) -> int:
    while place < len(seen) and seen[place].isspace():
        place += 1
    return place


def _first_letter(seen: str, end: int) -> str:
    """Return the first sign behind the end of a sentence, white space and opening quotes left out."""
    following = _NEXT.match(seen, end)
    return following[2] if following else ""


def _is_abbreviated(seen: str, start: int, stop: int) -> bool:
    """Tell whether the full stop at `stop` is that of an abbreviation, an initial or a number."""
    before = seen[max(start, stop - _LONGEST_ABBREVIATED) : stop]
    written = before.rpartition(" ")[2]
    if not written.isalpha():
        written = _BEFORE_WORD.split(before.replace(BLOT, ""))[-1]
    if not written:
        return stop == start
    word = written.lower()
    if len(word) == 1 and word.isalpha():
        return word != "i"
    return word in _ABBREVIATIONS or (word.isdigit() and written == before.strip())


def _in_parenthesis(seen: str, start: int, end: int) -> bool:
    """Tell whether a parenthesis that opened inside this sentence is still open; a whole one is its own."""
    reach = max(start, end - _PAREN_REACH)
    opened = seen.rfind("(", reach, end)
    if opened == -1 or seen.rfind(")", reach, end) > opened:
        return False
    at_start = opened - start < _LEAD_SIGNS and not seen[start:opened].strip(BLOT + " \t\r\n\"'“‘")
    return not at_start and seen.find(")", end, end + _PAREN_REACH) != -1
