"""What is wrong with the last save, for the pages of the preview."""

import logging
import re
from collections.abc import Sequence
from html import escape
from importlib.resources import files

from jinja2 import TemplateError

STYLE_URL = "/livereload/problems.css"
_BODY = re.compile(rb"<body\b[^>]*>")


def style() -> bytes:
    """Return the style sheet of the notice; no site gets it, only the preview has it."""
    return (files(__package__) / "problems.css").read_bytes()


def with_notice(html: bytes, problems: Sequence[str]) -> bytes:
    """Return a page with the problems above everything else."""
    body = _BODY.search(html)
    place = body.end() if body else 0
    lines = "".join(f"<li>{escape(problem)}</li>" for problem in problems)
    notice = (
        f'<link rel="stylesheet" href="{STYLE_URL}"><div class="byline-problems" role="status" lang="en">'
        "<p><strong>The last save is not shown.</strong> The pages are those from before it, until this is "
        f"mended:</p><ul>{lines}</ul></div>"
    )
    return html[:place] + notice.encode("utf-8", "replace") + html[place:]


def problems_of(error: Exception, said: Sequence[logging.LogRecord]) -> tuple[str, ...]:
    """Return, line by line, what was wrong when a build ended with an error; `said` is what it logged."""
    lines = [record.getMessage() for record in said]
    if isinstance(error, SystemExit):
        lines += str(error).splitlines()
    else:
        lines.append(_place(error) + f"{type(error).__name__}: {error}")
    return tuple(dict.fromkeys(line.strip() for line in lines if line.strip()))


def _place(error: Exception) -> str:
    file, line = getattr(error, "filename", None), getattr(error, "lineno", None)
    return f"{file}:{line}: " if isinstance(error, TemplateError) and file and line else ""
