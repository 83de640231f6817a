"""The candidates: every sentence of an article with what stands around it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from byline.checklists.blocks import Block
from byline.checklists.items import Kind
from byline.checklists.lines import line_ends
from byline.checklists.markup import BLOT, bold_lead_end, is_link_only, see_through, visible
from byline.checklists.sentences import split_sentences

_SHORTEST_LEAD = 2
_CODE_SHARE = 0.25
_NO_SIGNS = (False, False, False)
_LETTER = re.compile(r"[^\W_]")


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


def find_candidates(text: str, blocks: list[Block], *, plain: bool = False) -> list[Candidate]:
    """Return every sentence of the blocks, in order."""
    candidates: list[Candidate] = []
    path: list[tuple[int, str]] = []
    lead_ins: list[str] = [""]  # by depth of list
    lists: dict[int, str] = {}
    among_code = _blocks_among_code(blocks)
    for number, block in enumerate(blocks):
        source = text[block.start : block.end]
        seen = source if plain else see_through(source)
        lines = line_ends(source)
        marked = not plain and ("]" in source or "`" in source)
        # What a block tells of its place from `level` on, its sentences tell in the same order.
        around = (*block[4:], number in among_code)
        if block.kind == "heading":
            path = [entry for entry in path if entry[0] < block.level]
        headings = tuple(words for _, words in path)
        above = lead_ins[min(block.level, len(lead_ins)) - 1]
        lead_in = lists.setdefault(block.list, above) if block.list >= 0 else ""
        last, line, counted = "", block.line, 0
        for place, (start, end, kind) in enumerate(_spans(block, source, seen, plain=plain)):
            last = visible(seen[start:end])
            if lines:
                line, counted = line + line_ends(source[counted:start]), start
            if not (last[:1].isalnum() or _LETTER.search(last)):
                continue
            written = source[start : _past_blots(seen, end)] if marked else ""
            signs = (is_link_only(written), "](" in written, "`" in written) if marked else _NO_SIGNS
            candidates.append(
                Candidate(
                    block.start + start,
                    block.start + end,
                    line,
                    kind,
                    last,
                    number,
                    place,
                    *around,
                    *signs,
                    lead_in,
                    headings,
                )
            )
        if block.kind == "heading":
            path.append((block.level, last))
            lead_ins = [""]
        else:
            lead_ins[block.level :] = [last]
    return candidates


def _blocks_among_code(blocks: list[Block]) -> set[int]:
    """Return the numbers of the blocks in sections where code follows on many a paragraph."""
    found: set[int] = set()
    section: list[int] = []
    for number, block in enumerate([*blocks, None]):
        if block is None or block.kind == "heading":
            codes = sum(blocks[member].before_code for member in section)
            if codes and codes > _CODE_SHARE * len(section):
                found.update(section)
            section = []
        section.append(number)
    return found


def _spans(block: Block, source: str, seen: str, *, plain: bool) -> Iterator[tuple[int, int, Kind]]:
    if block.kind == "heading":
        yield 0, len(source), "heading"
        return
    kind: Kind = "list" if block.kind == "item" else "prose"
    lead = 0 if plain else _lead_end(source, seen)
    if lead:
        yield 0, lead, "list" if kind == "list" else "bold-lead"
        lead += len(seen[lead:]) - len(seen[lead:].lstrip(" \t\r\n" + BLOT + ":.–—-"))
    for start, end in split_sentences(seen, lead):
        yield start, end, kind


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
