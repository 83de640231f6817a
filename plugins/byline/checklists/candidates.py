"""The candidates: every sentence of an article with what stands around it."""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from byline.checklists.above import Above
from byline.checklists.blocks import Block
from byline.checklists.items import Kind
from byline.checklists.lines import line_ends
from byline.checklists.markup import (
    BLOT,
    SIGNS,
    bold_lead_end,
    is_link_only,
    is_visible,
    see_through,
    visible,
)
from byline.checklists.sentences import Span, bare_sentences, split_sentences

_SHORTEST_LEAD = 2
_CODE_SHARE = 0.25
_KINDS: dict[str, Kind] = {"heading": "heading", "item": "list", "paragraph": "prose"}
_NO_SIGNS = (False, False, False)
_LETTER = re.compile(r"[^\W_]")
_new = tuple.__new__  # a named tuple's own way takes twice as long, and there are thousands of candidates


class Candidate(NamedTuple):
    """One sentence: its place, how it is read, and its setting.

    `block` numbers the block it stands in, `place` its turn there. `lead_in` is the sentence that introduces
    its list, `path` the headings above it.
    """

    start: int
    end: int
    line: int
    kind: Kind
    text: str
    block: int
    place: int
    level: int = 0
    list: int = -1
    note: str = ""
    ordered: bool = False
    quoted: bool = False
    before_code: bool = False
    among_code: bool = False
    link_only: bool = False
    has_link: bool = False
    has_code: bool = False
    lead_in: str = ""
    path: tuple[str, ...] = ()


def find_candidates(text: str, blocks: Sequence[Block], *, plain: bool = False) -> list[Candidate]:
    """Return every sentence of the blocks, in order."""
    candidates: list[Candidate] = []
    above, among_code = Above(), _blocks_among_code(blocks)
    signs = [] if plain else [sign for sign in SIGNS if sign in text]
    for number, block in enumerate(blocks):
        start, end, line = block[1:4]
        source = text[start:end]
        told = above.told(block)
        # What a block tells of its place from `level` on, its sentences tell in the same order.
        around = (*block[4:], number in among_code)
        if not any(map(source.__contains__, signs)) and is_visible(source):
            last, kind, setting = "", _KINDS[block.kind], (*around, *_NO_SIGNS, *told)
            for place, last in enumerate(bare_sentences(source) if kind != "heading" else (source,)):
                end = start + len(last)
                if last[0].isalnum() or _LETTER.search(last):
                    own = start, end, line, kind, last, number, place
                    candidates.append(_new(Candidate, own + setting))
                start = end + 1
        else:
            last = _add_marked(candidates, block, number, source, around, told, plain=plain)
        above.pass_by(block, last)
    return candidates


def _add_marked(
    candidates: list[Candidate],
    block: Block,
    number: int,
    source: str,
    around: tuple[Any, ...],
    told: tuple[str, tuple[str, ...]],
    *,
    plain: bool,
) -> str:
    """Add the sentences of a block with markup, or white space beside single spaces; return the last."""
    seen = source if plain else see_through(source)
    marked = not plain and ("]" in source or "`" in source)
    setting = (*around, *_NO_SIGNS, *told)
    lines = line_ends(source)
    last, line, counted = "", block.line, 0
    first, kind, spans = _spans(block, source, seen, plain=plain)
    for place, (start, end) in enumerate(spans):
        last = visible(seen[start:end])
        if lines:
            line, counted = line + line_ends(source[counted:start]), start
        if not (last[:1].isalnum() or _LETTER.search(last)):
            continue
        if marked:
            written = source[start : _past_blots(seen, end)]
            signs = is_link_only(written), "](" in written, "`" in written
            setting = (*around, *signs, *told)
        own = block.start + start, block.start + end, line, kind if place else first, last, number, place
        candidates.append(_new(Candidate, own + setting))
    return last


def _blocks_among_code(blocks: Sequence[Block]) -> set[int]:
    """Return the numbers of the blocks in sections where code follows on many a paragraph."""
    found: set[int] = set()
    if not any(block.before_code for block in blocks):
        return found
    section: list[int] = []
    for number, block in enumerate([*blocks, None]):
        if block is None or block.kind == "heading":
            codes = sum(blocks[member].before_code for member in section)
            if codes and codes > _CODE_SHARE * len(section):
                found.update(section)
            section = []
        section.append(number)
    return found


def _spans(block: Block, source: str, seen: str, *, plain: bool) -> tuple[Kind, Kind, list[Span]]:
    """Return the kind of the block's first sentence, that of the others, and where all of them stand."""
    if block.kind == "heading":
        return "heading", "heading", [(0, len(source))]
    kind: Kind = "list" if block.kind == "item" else "prose"
    lead = 0 if plain else _lead_end(source, seen)
    if not lead:
        return kind, kind, split_sentences(seen)
    begin = lead + len(seen[lead:]) - len(seen[lead:].lstrip(" \t\r\n" + BLOT + ":.–—-"))
    return "list" if kind == "list" else "bold-lead", kind, [(0, lead), *split_sentences(seen, begin)]


def _lead_end(source: str, seen: str) -> int:
    """Return where a bold lead ends that is a statement of its own, 0 where the sentence runs on."""
    end = bold_lead_end(source)
    if not end:
        return 0
    inside = visible(seen[:end])
    if len(inside.split()) < _SHORTEST_LEAD:
        return 0
    after = seen[end : end + 8].replace(BLOT, "")
    first = after.strip()[:1]
    own_line = after.lstrip(" \t")[:1] in ("\n", "\r")
    stands = own_line or inside.endswith((".", "!", ":", "?")) or first in ":.–—-" or first.isupper()
    return end if stands else 0


def _past_blots(seen: str, end: int) -> int:
    """Return where the markup ends that closes a sentence, such as a link's target."""
    while end < len(seen) and seen[end] == BLOT:
        end += 1
    return end
