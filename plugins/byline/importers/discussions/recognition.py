"""Which kind of export a file is, from its content; its name says nothing."""

import re
from collections.abc import Iterable
from datetime import tzinfo
from pathlib import Path

from byline.importers.discussions.disqus import read_disqus
from byline.importers.discussions.found import Export
from byline.importers.discussions.isso import read_isso
from byline.importers.discussions.wxr import read_wxr
from byline.importers.discussions.xml import refusal
from byline.problems import ContentError, Problem

KINDS = ("wordpress", "disqus", "isso")
DATABASE = b"SQLite format 3\0"
UNPACK = "unpack it, and import the file in it"
EXPORTS = "import WordPress' export (.xml), Disqus' export (.xml) or Isso's database"


def read_exports(files: Iterable[Path], zone: tzinfo, kind: str = "") -> tuple[Export, ...]:
    """Read files of any kind, or of the one named. Raises `ContentError` with all that cannot be read."""
    exports: list[Export] = []
    problems: list[Problem] = []
    for file in dict.fromkeys(files):
        try:
            exports.append(_read(file, zone, kind or kind_of(file)))
        except ContentError as error:
            problems += error.problems
        except OSError as error:
            mend = "check its name, and that you may read it"
            problems.append(Problem(file, 1, f"the file cannot be read ({error.strerror or error})", mend))
    if problems:
        raise ContentError(problems)
    return tuple(exports)


def kind_of(file: Path) -> str:
    """Say which of `KINDS` a file is. Raises `ContentError` where it is none."""
    with file.open("rb") as stream:
        data = stream.read(16 * 1024)
    if data.startswith(DATABASE):
        return "isso"
    if data.startswith((b"PK\x03\x04", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf")):
        raise refusal(file, 1, "this file is packed", UNPACK)
    if not data.strip():
        raise refusal(file, 1, "the file is empty", "export it again")
    head = (
        data.decode("utf-16", "replace") if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else data.decode("latin-1")
    )
    if re.match(r"(?:\xef\xbb\xbf)?\s*<!doctype html|(?:\xef\xbb\xbf)?\s*<html", head, re.IGNORECASE):
        wrong = "this is a web page, perhaps one that says what went wrong with the download"
        raise refusal(file, 1, wrong, "log in to your blog and export again")
    if "http://disqus.com" in head and re.search(r"<(?:\w+:)?disqus\b", head):
        return "disqus"
    if "http://wordpress.org/export/" in head or re.search(r"<rss\b", head):
        return "wordpress"
    raise refusal(file, 1, "this is no export of comments that is known", EXPORTS)


def _read(file: Path, zone: tzinfo, kind: str) -> Export:
    if kind == "isso":
        return read_isso(file)
    return read_disqus(file) if kind == "disqus" else read_wxr(file, zone)
