"""What is wrong with a site's content or configuration, said so that its author can mend it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

_COMMANDS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend: where it is, what is wrong, what to write instead.

    `line` is the true line in the file, counted from 1; what concerns the file as a whole stands at line 1.
    A `warning` can wait, anything else stops a build.
    """

    file: Path
    line: int
    wrong: str
    mend: str
    warning: bool = False

    def __str__(self) -> str:
        """Return `FILE:LINE: what is wrong; what to write instead`, fit for a terminal."""
        return harmless(f"{shown_path(self.file)}:{self.line}: {self.wrong}; {self.mend}")


class ContentError(Exception):
    """Content that cannot be published as it stands: carries every problem found, in file order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_file_order(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def in_file_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sort problems by file and line, each kept once."""
    return tuple(sorted(set(problems), key=lambda problem: (str(problem.file), problem.line, problem.wrong)))


def harmless(text: str) -> str:
    """Return a text in which nothing commands a terminal: what strangers wrote is quoted in problems.

    Control characters but line ends, and those that turn the direction of a text, become U+FFFD.
    """
    return text if text.isprintable() else _COMMANDS.sub("\ufffd", text)


def shown_path(path: Path) -> Path:
    """Return a path as an author would type it: relative where it lies below the working folder."""
    try:
        return path.relative_to(Path.cwd())
    except ValueError:
        return path


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return the beginning of a mend, `did you mean \\`x\\`? `, where a known word is near, else nothing."""
    near = get_close_matches(
        word.casefold(), names := {name.casefold(): name for name in known}, n=1, cutoff=0.6
    )
    return f"did you mean `{names[near[0]]}`? " if near else ""
