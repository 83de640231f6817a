"""Fenced code, looked for only where a fence stands."""

from typing import Any

from markdown import Markdown

from byline.adapter.conversion.known import known

_FENCES = "```", "~~~"


def look_between_fences(parser: Markdown) -> None:
    """Let superfences read the lines from the first fence to the last alone: the others stay as they are."""
    step: Any
    for step in parser.preprocessors:
        its = known(step) == "pymdownx.superfences.SuperFencesBlockPreprocessor"
        if its and not step.config.get("preserve_tabs"):
            step.run = _between(step.run)


def _between(run: Any) -> Any:
    backticks, tildes = _FENCES

    def read(lines: list[str]) -> list[str]:
        fences = [number for number, line in enumerate(lines) if backticks in line or tildes in line]
        first, end = (fences[0], fences[-1] + 1) if fences else (0, 0)
        return [*lines[:first], *run(lines[first:end]), *lines[end:]]

    return read
