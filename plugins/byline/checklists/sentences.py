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
    for stop in _STOP.finditer(seen, begin):
        if stop.end() <= start or not _is_end(seen, start, stop):
            continue
        yield start, stop.end()
        start = _skip_space(seen, stop.end())
    end = len(seen.rstrip().rstrip(BLOT).rstrip())
    if start < end:
        yield start, end


def _skip_space(seen: str, place: int) -> int:
    while place < len(seen) and seen[place].isspace():
        place += 1
    return place


def _is_end(seen: str, start: int, stop: re.Match[str]) -> bool:
    if _in_parenthesis(seen, start, stop.end()):
        return False
    following = _NEXT.match(seen, stop.end())
    if not following:
        return True
    if following[2].islower():
        return False
    if stop[0][0] != ".":
        return True
    return not _is_abbreviated(seen[max(start, stop.start() - 20) : stop.start()], stop.start() == start)


def _is_abbreviated(before: str, is_first: bool) -> bool:
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
