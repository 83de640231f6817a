"""Lines of Markdown, read one by one: only what decides where running text stands, whatever its indents."""

import re

from byline.checklists.blocks import Block
from byline.checklists.lines import Line
from byline.checklists.skips import EMPTY_LINE, end_of_html, ends_skip, fence_of

_QUOTE = re.compile(r"(?: {0,3}> ?)+")
_HEADING = re.compile(r"(#{1,6})(?:[ \t]+|$)")
_HEADING_TAIL = re.compile(r"(?:[ \t]+#+)?[ \t]*(?:\{[^{}\n]{1,80}\})?[ \t]*$")
_UNDERLINE = re.compile(r"(=+|-+)[ \t]*$")
_RULE = re.compile(r"([-*_])[ \t]*(?:\1[ \t]*){2,}$")
_MARKER = re.compile(r"(?:([-*+•])|(\d{1,9})[.)])(?:[ \t]+|$)(?:\[[ xX]\][ \t]+)?")
_NOTE = re.compile(r"(?:!!!|\?\?\?\+?)[ \t]+([\w-]+)")
_DEFINITION = re.compile(r"\*?\[[^\]\n]{1,200}\]:")
_TABLE_RULE = re.compile(r"\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)+$")
_CODE_INDENT = 4
_new = tuple.__new__  # a named tuple's own way takes twice as long


class LineReader:
    """Reads line by line; holds the open paragraph, what stands around it, and what is skipped."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.open: Block | None = None
        self.end = 0  # of the open paragraph
        self.lists: list[tuple[int, int]] = []  # (indent of the marker, number of the list)
        self.notes: list[tuple[int, str]] = []  # (indent of the content, type)
        self.count = 0
        self.blank = True
        self.until = ""  # what ends the skipped stretch: a fence, a closing tag, or `EMPTY_LINE`

    @property
    def is_between_blocks(self) -> bool:
        """Tell whether an empty line was read last, or nothing yet, and nothing is skipped."""
        return self.blank and not self.until

    def take_paragraph(self, start: int, end: int, number: int) -> None:
        """Take a line that begins with a letter and has empty lines around it."""
        self.lists.clear()
        self.notes.clear()
        self.blocks.append(_new(Block, ("paragraph", start, end, number, 0, -1, "", False, False, False)))

    def read(self, line: Line) -> None:
        """Take the next line."""
        if self.until:
            self._skip(line.text.strip())
        elif line.text[:1].isalpha():
            self._read_body(line, 0, False)
        else:
            self._read_marked(line)

    def read_empty(self) -> None:
        """Take an empty line."""
        if self.until:
            self._skip("")
        else:
            self.close()
            self.blank = True

    def _read_marked(self, line: Line) -> None:
        """Take a line that begins with a sign or with space, or that is blank."""
        quote = _QUOTE.match(line.text) if ">" in line.text else None
        content = line.text[quote.end() :] if quote else line.text
        body = content.strip()
        if not body:
            self.read_empty()
        elif body is line.text:
            self._read_body(line, 0, False)
        else:
            space = content[: len(content) - len(content.lstrip())]
            start = line.end - len(content) + len(space)
            self._read_body(Line(start, line.end, line.number, body), len(space.expandtabs(4)), bool(quote))

    def close(self) -> None:
        """End the open paragraph."""
        if self.open:
            self.blocks.append(self.open if self.open.end == self.end else self.open._replace(end=self.end))
            self.open = None

    def _read_body(self, line: Line, indent: int, quoted: bool) -> None:
        if self.open and self.open.quoted != quoted:
            self.close()
        sign = line.text[0]
        if sign.isalpha():  # a letter begins nothing but words
            self._leave(indent)
            self._read_words(line, indent, quoted)
        elif sign == "#":
            self._leave(indent, starts_heading=True)
            if not self._is_heading(line, quoted):
                self._read_words(line, indent, quoted)
        elif sign in "-*+" and line.text[1:2] == " " and line.text[2].isalpha():  # nothing but an item
            self._leave(indent, starts_item=True)
            self._read_item(line, 2, "", indent, quoted)
        else:
            self._read_sign(line, indent, quoted)

    def _read_sign(self, line: Line, indent: int, quoted: bool) -> None:
        """Take a line that begins with a sign that may mean several things."""
        marker = _MARKER.match(line.text)
        self._leave(indent, starts_item=bool(marker))
        if self._begins_skip(line, indent) or self._ends_paragraph(line):
            return
        if marker:
            self._read_item(line, marker.end(), marker[2] or "", indent, quoted)
        else:
            self._read_words(line, indent, quoted)

    def _read_words(self, line: Line, indent: int, quoted: bool) -> None:
        """Take a line of running text, or of code where it stands so far in."""
        self.end = line.end
        if not self.open and indent - self._content_indent() >= _CODE_INDENT:
            self._mark_code()
        elif not self.open:
            note = self.notes[-1][1] if self.notes else ""
            self.open = Block("paragraph", *line[:3], len(self.lists), note=note, quoted=quoted)

    def _leave(self, indent: int, *, starts_item: bool = False, starts_heading: bool = False) -> None:
        """Close the lists and admonitions that a line indented like this stands outside of."""
        if not (self.blank or starts_item or starts_heading):
            return
        while self.notes and indent < self.notes[-1][0]:
            self.notes.pop()
        while self.lists and self.lists[-1][0] >= indent + starts_item:
            self.lists.pop()
        self.blank = False

    def _content_indent(self) -> int:
        note = self.notes[-1][0] if self.notes else 0
        return max(note, self.lists[-1][0] + _CODE_INDENT if self.lists else 0)

    def _begins_skip(self, line: Line, indent: int) -> bool:
        sign = line.text[0]
        if sign in "`~" and (fence := fence_of(line.text)):
            self.close()
            self._mark_code()
            self.until = fence
            return True
        if sign == "<" and not self.open and (end := end_of_html(line.text)):
            self.until = "" if end in line.text.lower() else end
            return True
        if sign in "!?" and (note := _NOTE.match(line.text)):
            self.close()
            self.notes.append((indent + 4, note[1].lower()))
            return True
        return False

    def _skip(self, content: str) -> None:
        if ends_skip(self.until, content):
            self.blank = self.blank or self.until == EMPTY_LINE
            self.until = ""
        elif self.until == EMPTY_LINE:
            self.blank = False

    def _mark_code(self) -> None:
        if self.blocks:
            self.blocks[-1] = self.blocks[-1]._replace(before_code=True)

    def _ends_paragraph(self, line: Line) -> bool:
        """Take rules, tables and definitions, which are no running text."""
        if line.text[0] not in "=-|:*_[":
            return False
        if self.open and self.open.kind == "paragraph" and _UNDERLINE.match(line.text):
            level = 1 if line.text[0] == "=" else 2
            self.open = self.open._replace(kind="heading", level=level)
        elif _TABLE_RULE.match(line.text):
            self.open, self.until = None, EMPTY_LINE
        elif not (_RULE.match(line.text) or line.text[0] == "|" or _DEFINITION.match(line.text)):
            return False
        self.close()
        return True

    def _is_heading(self, line: Line, quoted: bool) -> bool:
        if not (heading := _HEADING.match(line.text)):
            return False
        self.close()
        tail = _HEADING_TAIL.search(line.text, heading.end()) if line.text[-1] in "#}" else None
        end = line.start + (tail.start() if tail else len(line.text))
        start = min(line.start + heading.end(), end)
        self.blocks.append(Block("heading", start, end, line.number, len(heading[1]), quoted=quoted))
        self.lists.clear()
        return True

    def _read_item(self, line: Line, width: int, digits: str, indent: int, quoted: bool) -> None:
        """Take a line with the marker of an item, so wide: it begins one unless it is code or runs on."""
        is_code = not self.lists and indent - self._content_indent() >= _CODE_INDENT
        runs_on = self.open is not None and self.open.kind == "paragraph" and not self.lists
        if is_code or (runs_on and digits not in ("", "1")):
            self._read_words(line, indent, quoted)
            return
        self.close()
        if not self.lists or indent > self.lists[-1][0] + 1:
            self.lists.append((indent, self.count))
            self.count += 1
        self.end = line.end
        start, note = line.start + width, self.notes[-1][1] if self.notes else ""
        where = start, line.end, line.number, len(self.lists), self.lists[-1][1]
        self.open = _new(Block, ("item", *where, note, bool(digits), quoted, False))
