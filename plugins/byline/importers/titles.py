"""Title candidates: a first line that looks like a heading, else short sentences from the beginning."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from byline.importers.capitals import sentence_case
from byline.importers.head import plain_heading
from byline.importers.head_lines import read_head_line
from byline.importers.imported import Pasted
from byline.importers.loss import words_of
from byline.importers.signs import is_break, opens_item
from byline.importers.typos import known_words

CANDIDATES = 3
LONGEST_HEADING = 110
MOST_WORDS = 14
MOST_BLOCKS = 8

_SENTENCES = re.compile(r"(?<=[.!?…])\s+|(?<=[.!?…][\"”’)])\s+")
_NO_HEADING = re.compile(
    r"dear\b|hi\b|hello\b|posted\b|\d{1,4}[/.-]\d|\w{3,9} \d{1,2},? \d{4}\Z|https?://", re.IGNORECASE
)
_LEANING = frozenset(
    "and but or so because then also it it’s its they their he she his her this that these those which such "
    "however therefore yet thus hence there here or nor them him if when as like well oh".split()
)
_ADDRESS = re.compile(r"://|\bwww\.|\w@\w")
_NO_LETTERS = re.compile(r"[\W\d_]*")


def take_heading(pasted: Pasted) -> Pasted:
    """Take the first line off the text if it looks like a heading, and none has been taken yet."""
    if pasted.heading or not is_heading(pasted.blocks):
        return pasted
    return replace(pasted, blocks=pasted.blocks[1:], heading=plain_heading(pasted.blocks[0]))


def is_heading(blocks: Sequence[str]) -> bool:
    """Say whether the first block is a heading: short, no whole sentence, and a longer text below it."""
    if len(blocks) < 2:
        return False
    line = plain_heading(blocks[0])
    if not line or len(line) > LONGEST_HEADING or len(line.split()) > MOST_WORDS or opens_item(line):
        return False
    if _NO_LETTERS.fullmatch(line) or line[-1] in ".,;:…" or line[0].islower() or _NO_HEADING.match(line):
        return False
    if read_head_line(line):
        return False
    return any(len(block) > len(line) for block in blocks[1:3])


def title_candidates(heading: str, blocks: Sequence[str], file_name: str) -> tuple[str, ...]:
    """Return up to three titles, best first: the heading, short early sentences, the file's name.

    The best one in capitals is offered as a sentence as well. Lines with a byline or a date are no titles.
    """
    blocks = [block for block in blocks[:MOST_BLOCKS] if not read_head_line(block)]
    found = [heading] if heading else []
    found += [title for _, _, title in sorted(_scored_sentences(blocks))]
    found += [named] if (named := _title_of(file_name)) else []
    plain = [block for block in blocks if not opens_item(block)] or blocks
    found += [_shortened(block) for block in plain[:CANDIDATES] if not is_break(block)]
    distinct: dict[str, str] = {}
    for title in found:
        if words := " ".join(words_of(title)):
            distinct.setdefault(words, _tidy(title))
    titles = list(distinct.values())
    if titles and titles[0].isupper() and (spelled := sentence_case(titles[0], known_words())) != titles[0]:
        titles.insert(1, spelled)
    return tuple(titles[:CANDIDATES]) or (file_name,)


def _scored_sentences(blocks: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield sentences that could be a title, each with what speaks against it and its place."""
    place = 0
    for number, block in enumerate(blocks):
        if opens_item(block) or is_break(block):
            continue
        for sentence in _SENTENCES.split(block[:1_200].strip()):
            place += 1
            words = sentence.split()
            if not 3 <= len(words) <= 12 or len(sentence) > 80 or sentence.endswith((":", ",")):
                continue
            if _ADDRESS.search(sentence):
                continue
            against = 2 * (words[0].strip('“"(,').casefold() in _LEANING) + (len(words) > 10)
            against += 2 * bool(re.search(r"[“”\"(]", sentence)) + (number > 3)
            yield against, place, sentence


def _title_of(file_name: str) -> str:
    """Return the title a file's name spells: three words or more, its date left off."""
    stem = re.sub(r"^\d{4}[-_]\d{2}[-_]\d{2}[-_ ]*", "", file_name.rpartition(".")[0] or file_name)
    words = re.split(r"[\s_-]+", stem)
    plain = len([word for word in words if word.isalpha()]) >= 3
    return " ".join(words).strip().capitalize() if plain else ""


def _shortened(block: str) -> str:
    words = block[:400].split()
    return " ".join(words[:8]).strip(".,;:")[:80]


def _tidy(title: str) -> str:
    return " ".join(title.split()).strip('“”" ').rstrip(".").strip() or title.strip()
