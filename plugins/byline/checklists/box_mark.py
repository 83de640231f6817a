"""The line `[[checklist]]`, by which an author says where the checklist's box is to stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from byline.checklists.html_tree import read_html
from byline.checklists.items import Unmet
from byline.checklists.lines import lines_of
from byline.checklists.markdown import read_markdown

HERE = "<!--byline-checklist-->"
"""What stands in an article's HTML where its box goes: nobody but the template of its page sees it."""

_SHIELDED = r"\[\[checklist\]\]"
_MARK = re.compile(r"\[\[checklist\]\]", re.IGNORECASE)
_ALONE = re.compile(r"[ \t>]*(?:[-*+][ \t]+)?\[\[checklist\]\][ \t]*", re.IGNORECASE)
_BETWEEN = "put it on a line of its own, with an empty line above and below"


@dataclass(frozen=True, slots=True)
class BoxMarks:
    """Where the mark stands in a Markdown text, in order; `idle` are those that are not heeded, and why."""

    spans: tuple[tuple[int, int], ...] = ()
    lines: tuple[int, ...] = ()
    idle: tuple[Unmet, ...] = ()

    def unmet(self, *, has_checklist: bool) -> Iterator[Unmet]:
        """Yield what the author should know: each mark at which no box will stand."""
        yield from self.idle
        if self.lines and not has_checklist:
            mend = "take it out, or mark the tips with `<!-- tip -->`"
            yield _unmet(self.lines[0], "stands at nothing: the article has no checklist", mend)
        for line in self.lines[1:]:
            yield _unmet(line, "stands here again: the checklist is shown once", "take one of the two out")


def find_box_marks(text: str, begin: int = 0) -> BoxMarks:
    """Find the marks of a Markdown text from offset `begin` on; in code there are none."""
    if "[[" not in text or not _MARK.search(text, begin):
        return BoxMarks()
    spans: list[tuple[int, int]] = []
    lines: list[int] = []
    idle: list[int] = []
    for block in read_markdown(text, begin):
        source = text[block.start : block.end]
        if block.kind == "paragraph" and _MARK.fullmatch(source):
            spans.append((block.start, block.end))
            lines.append(block.line)
        elif _MARK.search(source):
            own = (line.number for line in lines_of(source) if _ALONE.fullmatch(line.text))
            idle += [block.line + number - 1 for number in own]
    return BoxMarks(
        tuple(spans), tuple(lines), tuple(_unmet(line, "stands within other text", _BETWEEN) for line in idle)
    )


def shield_box_marks(text: str) -> str:
    """Return a Markdown text whose marks no extension and no plugin takes for links in double brackets."""
    parts: list[str] = []
    done = 0
    for start, end in find_box_marks(text).spans:
        parts += [text[done:start], _SHIELDED]
        done = end
    return "".join((*parts, text[done:]))


def settle_box_mark(html: str, *, has_checklist: bool) -> str:
    """Put `HERE` in place of an article's first mark, if there is a box for it, and take all others out."""
    if "[[" not in html or not _MARK.search(html):
        return html
    parts: list[str] = []
    done, text = 0, HERE if has_checklist else ""
    for element in read_html(html):
        if element.tag == "p" and _MARK.fullmatch(html[element.inner : max(element.close, 0)].strip()):
            parts += [html[done : element.start], text]
            done, text = element.end, ""
    return "".join((*parts, html[done:]))


def _unmet(line: int, wrong: str, mend: str) -> Unmet:
    return Unmet(line, f"`[[checklist]]` {wrong}", mend, warning=True)
