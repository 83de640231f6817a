"""Markdown as blocks: only what decides where running text stands, tolerant of every dialect's indents."""

from byline.checklists.blocks import Block, trimmed
from byline.checklists.lines import Line, line_ends, lines_of
from byline.checklists.markdown_lines import LineReader

_new = tuple.__new__  # a named tuple's own way takes twice as long


def read_markdown(text: str, begin: int = 0) -> list[Block]:
    """Return the blocks of a Markdown text from offset `begin` on; code, tables and HTML are left out."""
    reader = LineReader()
    if "\r" in text:
        for line in lines_of(text, begin):
            reader.read(line)
    else:
        _read_parts(reader, text, begin)
    reader.close()
    return [block for found in reader.blocks if (block := trimmed(found, text))]


def _read_parts(reader: LineReader, text: str, begin: int) -> None:
    """Read what stands between empty lines: a paragraph of one line at once, all else line by line."""
    start, number = begin, line_ends(text[:begin]) + 1
    for part in text[begin:].removesuffix("\n").split("\n\n"):
        end = start + len(part)
        if part[:1].isalpha() and "\n" not in part and reader.is_between_blocks:
            reader.take_paragraph(start, end, number)
            number += 2
        else:
            for line in part.split("\n"):
                reader.read(_new(Line, (start, start + len(line), number, line)))
                start += len(line) + 1
                number += 1
            reader.read_empty()
            number += 1
        start = end + 2
