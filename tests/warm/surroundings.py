"""Edits of what stands around a site: packages, its cache, the site that was built."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

from warm.case import Case, Edit, all_of, cases, config, write

OWN_EXTENSION = """
from markdown import Extension
from markdown.preprocessors import Preprocessor


class Words(Preprocessor):
    def run(self, lines):
        return [*lines, "", open("word.txt").read()]


class Own(Extension):
    def extendMarkdown(self, md):
        md.preprocessors.register(Words(md), "words", 1)


def makeExtension(**kwargs):
    return Own()
"""
PACKAGES = {"PYTHONPATH": "packages"}


def _cache(site: Path) -> Path:
    (folder,) = (place for place in (site / ".cache" / "byline").iterdir() if place.is_dir())
    return folder


def database(change: Callable[[Path], object]) -> Edit:
    return lambda site: change(_cache(site) / "results.sqlite")


def page_files(change: Callable[[Path], object]) -> Edit:
    def edit(site: Path) -> None:
        for place in list(_cache(site).glob("files/*/*")):
            change(place)

    return edit


def _scribble(file: Path) -> None:
    """Write rubbish over the inner half of a file."""
    size = file.stat().st_size
    with file.open("r+b") as open_file:
        open_file.seek(size // 4)
        open_file.write(bytes(range(256)) * (size // 512))


def _rewrite_values(file: Path) -> None:
    """Change words in what the cache holds, without making it unreadable."""
    with sqlite3.connect(file) as connection:
        connection.execute("update results set value = replace(value, 'e', 'o') where kind != 'file'")
    connection.close()


def _swap_values(file: Path) -> None:
    """Give each result the value of another."""
    with sqlite3.connect(file) as connection:
        connection.execute(
            "update results set value = (select value from results as other"
            " where other.rowid != results.rowid order by other.rowid limit 1)"
        )
    connection.close()


def _as_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def _as_link(file: Path) -> None:
    elsewhere = file.parent.parent.parent / "elsewhere"
    elsewhere.write_text("elsewhere")
    file.unlink()
    file.symlink_to(elsewhere)


def _cache_as_file(site: Path) -> None:
    shutil.rmtree(site / ".cache")
    (site / ".cache").write_text("not a folder")


def _sealed_cache(site: Path) -> None:
    for place in [site / ".cache", *(site / ".cache").rglob("*")]:
        place.chmod(0o500 if place.is_dir() else 0o400)


def _site_edited_in_place(site: Path) -> None:
    """Write into pages of the finished site, as some tools do: a page may be a file of the cache as well."""
    for page in (site / "site").rglob("*.html"):
        with page.open("r+b") as file:
            file.write(b"<!-- edited after the build -->")


def _in_place_same_time(site: Path) -> None:
    for page in (site / "site").rglob("*.html"):
        state = page.stat()
        with page.open("ab") as file:
            file.write(b"<!-- edited after the build -->")
        os.utime(page, ns=(state.st_atime_ns, state.st_mtime_ns))


def _distribution(version: str) -> Edit:
    def edit(site: Path) -> None:
        for old in (site / "packages").glob("*"):
            old.rmdir()
        (site / "packages" / f"some_extension-{version}.dist-info").mkdir(parents=True)

    return edit


SITE = {
    "the folder of the site": lambda site: shutil.rmtree(site / "site"),
    "pages of the site, in place": _site_edited_in_place,
    "pages of the site, in place and with the old time": _in_place_same_time,
}
CACHE = {
    "no cache": lambda site: shutil.rmtree(site / ".cache"),
    "a file where the cache would be": _cache_as_file,
    "a cache that nobody may write": _sealed_cache,
    "the results cut short": database(lambda file: os.truncate(file, file.stat().st_size // 2)),
    "rubbish among the results": database(_scribble),
    "rubbish for results": database(lambda file: file.write_bytes(b"rubbish " * 4096)),
    "results with other words": database(_rewrite_values),
    "results of other keys": database(_swap_values),
    "a folder for results": database(_as_folder),
    "kept pages cut short": page_files(lambda file: os.truncate(file, 100)),
    "kept pages written over": page_files(_scribble),
    "kept pages gone": page_files(Path.unlink),
    "kept pages that are folders": page_files(_as_folder),
    "kept pages that lead elsewhere": page_files(_as_link),
}
SURROUNDINGS = [
    *cases(SITE, changes=False),
    *cases(CACHE, changes=False),
    Case("another package", (_distribution("1.0"), _distribution("1.1")), changes=False, variables=PACKAGES),
    Case(
        "a file that an extension of the author's own reads",
        (
            all_of(
                write("packages/own_words.py", OWN_EXTENSION),
                write("word.txt", "Once"),
                config("  - footnotes\n", "  - footnotes\n  - own_words\n"),
            ),
            write("word.txt", "Twice"),
        ),
        variables=PACKAGES,
    ),
]
