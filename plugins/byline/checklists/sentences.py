"""Sentences of a seen-through text, with their offsets."""

import re
from collections.abc import Iterator

from byline.checklists.markup import BLOT

Span = tuple[int, int]

_STOP = re.compile(rf"[.!?…](?:(?<!…)[.!?]+)?[{BLOT}\"'”“’‘)\]»«]*(?=\s|\Z)")
_NEXT = re.compile(rf"[\s{BLOT}]*([\"'“„‚‘«»(\[¿¡{BLOT}]*)(.)", re.DOTALL)
_BEFORE_WORD = re.compile(r"[\s(\[“„\"]")
_ABBREVIATIONS = frozenset(
    "e.g i.e p.s cf vs mr mrs ms dr prof sr jr st mt no vol fig eq ca approx dept est gen gov sen rep rev "
    "hon al jan feb mar apr jun jul aug sep sept oct nov dec viz incl excl p pp ed eds "
    "z.b d.h u.a u.ä o.ä i.d.r bzw usw evtl ggf inkl exkl zzgl nr vgl bspw sog mind tel bzgl sra dra ud uds "
    "pág núm aprox".split()
)
_PAREN_REACH = 400
_LEAD_SIGNS = 12


def split_sentences(seen: str, begin: int = 0) -> Iterator[Span]:
    """Yield the start and end of each sentence from `begin` on, white space at the edges left out."""
    start = _skip_space(seen, begin)
    has_parenthesis = "(" in seen
    for stop in _STOP.finditer(seen, begin):
        end = stop.end()
        if end <= start or not _is_end(seen, start, stop):
            continue
        if has_parenthesis and _in_parenthesis(seen, start, end):
            continue
        yield start, end
        start = _skip_space(seen, end)
    end = len(seen.rstrip().rstrip(BLOT).rstrip())
    if start < end:
        yield start, end


def _skip_space(seen: str, place: int) -> int:
    while place < len(seen) and seen[place].isspace():
        place += 1
    return place


def _is_end(seen: str, start: int, stop: re.Match[str]) -> bool:
    begin, end = stop.span()
    if end == len(seen):
        return True
    if _first_letter(seen, end).islower():
        return False
    if seen[begin] != ".":
        return True
    return not _is_abbreviated(seen[max(start, begin - 20) : begin], begin == start)


def _first_letter(seen: str, end: int) -> str:
    """Return the first sign behind the end of a sentence, white space and opening quotes left out."""
    sign = seen[end + 1 : end + 2]
    if sign.isalpha() and seen[end] == " ":
        return sign
    following = _NEXT.match(seen, end)
    return following[2] if following else ""


def _is_abbreviated(before: str, is_first: bool) -> bool:
    written = before.rpartition(" ")[2]
    if not written.isalpha():
        written = _BEFORE_WORD.split(before.replace(BLOT, ""))[-1]
    if not written:
        return is_first
    word = written.lower()
    initial = len(word) == 1 and word.isalpha() and word != "i"
    numbered = word.isdigit() and written == before.strip()
    return initial or numbered or word in _ABBREVIATIONS


def _in_parenthesis(seen: str, start: int, end: int) -> bool:
    """Tell whether a parenthesis that opened inside this sentence is still open; a whole one is its own."""
    reach = max(start, end - _PAREN_REACH)
    opened = seen.rfind("(", reach, end)
    if opened == -1 or seen.rfind(")", reach, end) > opened:
        return False
    at_start = opened - start < _LEAD_SIGNS and not seen[start:opened].strip(BLOT + " \t\r\n\"'“‘")
    return not at_start and seen.find(")", end, end + _PAREN_REACH) != -1
