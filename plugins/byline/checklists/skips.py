"""What of Markdown holds no running text, code between fences and HTML: where it begins and ends."""

import re

EMPTY_LINE = "\n"
"""What ends HTML of which no tag needs to be closed, and tables."""

_FENCE = re.compile(r"(`{3,}|~{3,})([^`]*)$")
_HTML = re.compile(
    r"<(script|style|pre|textarea)\b|<(!--)"
    r"|</?(?:address|article|aside|blockquote|details|dialog|div|dl|fieldset|figure|footer|form|h[1-6]|header|hr|"
    r"iframe|li|main|nav|ol|section|summary|svg|table|tbody|td|tfoot|th|thead|tr|ul|video)\b",
    re.IGNORECASE,
)


def fence_of(line: str) -> str:
    """Return the fence that a line is, `""` where it is none."""
    fence = _FENCE.match(line)
    return fence[1] if fence else ""


def end_of_html(line: str) -> str:
    """Return what ends the HTML that a line begins, in small letters; `""` where it begins none."""
    html = _HTML.match(line)
    if not html:
        return ""
    return f"</{html[1].lower()}>" if html[1] else "-->" if html[2] else EMPTY_LINE


def ends_skip(end: str, content: str) -> bool:
    """Tell whether a line of this content is the last of what ends so."""
    if end == EMPTY_LINE:
        return not content
    if end[0] in "`~":
        return content.startswith(end) and not content.strip(end[0])
    return end in content.lower()
