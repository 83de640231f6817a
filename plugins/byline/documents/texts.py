"""Text files, read strictly."""

import re
from collections.abc import Iterator
from pathlib import Path

from byline.problems import ContentError, Problem

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_OTHER_BYTES = bytes(byte for byte in range(256) if not _CONTROL.match(chr(byte)))


def read_text(path: Path) -> str:
    """Read a UTF-8 file as it is stored, line ends untouched; anything else is a `ContentError`."""
    data = path.read_bytes()
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        kind = " but UTF-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else ""
        wrong = f"the file is not UTF-8 text{kind} (byte {error.start} is {data[error.start]:#04x})"
        raise ContentError([Problem(path, line, wrong, "save it as UTF-8")]) from error


def unreadable(path: Path, error: OSError) -> Problem:
    """Say that the system does not let a file be read."""
    wrong = f"the file cannot be read ({error.strerror or error})"
    return Problem(path, 1, wrong, "check that it is there and that you may read it")


def control_characters(text: str, file: Path, *, first_line: int = 1) -> Iterator[Problem]:
    """Report each line with a character that neither XML 1.0 nor HTML can carry, tab and line ends aside."""
    if not text.encode("utf-8", "surrogatepass").translate(None, delete=_OTHER_BYTES):
        return
    for found in _CONTROL.finditer(text):
        line = text.count("\n", 0, found.start()) + first_line
        yield Problem(file, line, f"an invisible control character (U+{ord(found[0]):04X})", "delete it")
