"""Markdown as blocks: only what decides where running text stands, tolerant of every dialect's indents."""

import re

from byline.checklists.blocks import Block, trimmed
from byline.checklists.lines import Line, lines_of

_FENCE = re.compile(r"(`{3,}|~{3,})([^`]*)$")
_QUOTE = re.compile(r"(?: {0,3}> ?)+")
_HEADING = re.compile(r"(#{1,6})(?:[ \t]+|$)")
_HEADING_TAIL = re.compile(r"(?:[ \t]+#+)?[ \t]*(?:\{[^{}\n]{1,80}\})?[ \t]*$")
_UNDERLINE = re.compile(r"(=+|-+)[ \t]*$")
_RULE = re.compile(r"([-*_])[ \t]*(?:\1[ \t]*){2,}$")
_MARKER = re.compile(r"(?:([-*+•])|(\d{1,9})[.)])(?:[ \t]+|$)(?:\[[ xX]\][ \t]+)?")
_NOTE = re.compile(r"(?:!!!|\?\?\?\+?)[ \t]+([\w-]+)")
_DEFINITION = re.compile(r"\*?\[[^\]\n]{1,200}\]:")
_TABLE_RULE = re.compile(r"\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)+$")
_HTML = re.compile(
    r"<(script|style|pre|textarea)\b|<(!--)"
    r"|</?(?:address|article|aside|blockquote|details|dialog|div|dl|fieldset|figure|footer|form|h[1-6]|header|hr|"
    r"iframe|li|main|nav|ol|section|summary|svg|table|tbody|td|tfoot|th|thead|tr|ul|video)\b",
    re.IGNORECASE,
)
_CODE_INDENT = 4


def read_markdown(text: str, begin: int = 0) -> list[Block]:
    """Return the blocks of a Markdown text from offset `begin` on; code, tables and HTML are left out."""
    reader = _Reader()
    for line in lines_of(text, begin):
        reader.read(line)
    reader.close()
    return [block for found in reader.blocks if (block := trimmed(found, text))]


class _Reader:
    """Reads line by line; holds the open paragraph, what stands around it, and what is skipped."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.open: Block | None = None
        self.end = 0  # of the open paragraph
        self.lists: list[tuple[int, int]] = []  # (indent of the marker, number of the list)
        self.notes: list[tuple[int, str]] = []  # (indent of the content, type)
        self.count = 0
        self.blank = True
        self.until = ""  # what ends the skipped stretch: a fence, a closing tag, or "blank"

    def read(self, line: Line) -> None:
        """Take the next line."""
        if self.until:
            self._skip(line.text.strip())
        elif line.text[:1].isalpha():
            self._read_body(line, 0, False)
        else:
            self._read_marked(line)

    def _read_marked(self, line: Line) -> None:
        """Take a line that begins with a sign or with space, or that is blank."""
        quote = _QUOTE.match(line.text) if ">" in line.text else None
        content = line.text[quote.end() :] if quote else line.text
        body = content.strip()
        if not body:
            self.close()
            self.blank = True
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
        if line.text[0].isalpha():  # a letter begins nothing but words
            self._leave(indent, starts_item=False, starts_heading=False)
            self._read_words(line, indent, quoted)
            return
        marker = _MARKER.match(line.text)
        self._leave(indent, starts_item=bool(marker), starts_heading=line.text[0] == "#")
        if self._begins_skip(line, indent) or self._ends_paragraph(line) or self._is_heading(line, quoted):
            return
        if marker and self._may_begin_item(marker, indent):
            self._begin_item(line, marker, indent, quoted)
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

    def _leave(self, indent: int, *, starts_item: bool, starts_heading: bool) -> None:
        """Close the lists and admonitions that a line indented like this stands outside of."""
        if not (self.blank or starts_item or starts_heading):
            return
        while self.notes and indent < self.notes[-1][0]:
            self.notes.pop()
        while (
            self.lists and (indent <= self.lists[-1][0]) and not (starts_item and indent == self.lists[-1][0])
        ):
            self.lists.pop()
        self.blank = False

    def _content_indent(self) -> int:
        note = self.notes[-1][0] if self.notes else 0
        return max(note, self.lists[-1][0] + _CODE_INDENT if self.lists else 0)

    def _begins_skip(self, line: Line, indent: int) -> bool:
        sign = line.text[0]
        if sign in "`~" and (fence := _FENCE.match(line.text)):
            self.close()
            self._mark_code()
            self.until = fence[1]
            return True
        if sign == "<" and not self.open and (html := _HTML.match(line.text)):
            tag = html[1]
            self.until = f"</{tag.lower()}>" if tag else "-->" if html[2] else "blank"
            if self.until in line.text.lower():
                self.until = ""
            return True
        if sign in "!?" and (note := _NOTE.match(line.text)):
            self.close()
            self.notes.append((indent + 4, note[1].lower()))
            return True
        return False

    def _skip(self, content: str) -> None:
        if self.until == "blank":
            self.until, self.blank = ("blank", False) if content else ("", True)
        elif self.until[0] in "`~":
            if content.startswith(self.until) and not content.strip(self.until[0]):
                self.until = ""
        elif self.until in content.lower():
            self.until = ""

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
            self.open, self.until = None, "blank"
        elif not (_RULE.match(line.text) or line.text[0] == "|" or _DEFINITION.match(line.text)):
            return False
        self.close()
        return True

    def _is_heading(self, line: Line, quoted: bool) -> bool:
        heading = _HEADING.match(line.text)
        if not heading:
            return False
        self.close()
        tail = _HEADING_TAIL.search(line.text, heading.end()) if line.text[-1] in "#}" else None
        end = line.start + (tail.start() if tail else len(line.text))
        start = min(line.start + heading.end(), end)
        self.blocks.append(Block("heading", start, end, line.number, len(heading[1]), quoted=quoted))
        self.lists.clear()
        return True

    def _may_begin_item(self, marker: re.Match[str], indent: int) -> bool:
        if not self.lists and indent - self._content_indent() >= _CODE_INDENT:
            return False
        interrupts = self.open is not None and self.open.kind == "paragraph" and not self.lists
        return not interrupts or marker[2] in (None, "1")

    def _begin_item(self, line: Line, marker: re.Match[str], indent: int, quoted: bool) -> None:
        self.close()
        if not self.lists or indent > self.lists[-1][0] + 1:
            self.lists.append((indent, self.count))
            self.count += 1
        self.end = line.end
        self.open = Block(
            "item",
            line.start + marker.end(),
            line.end,
            line.number,
            level=len(self.lists),
            list=self.lists[-1][1],
            ordered=marker[2] is not None,
            quoted=quoted,
            note=self.notes[-1][1] if self.notes else "",
        )
