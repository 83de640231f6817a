"""Pagefind's index, made from the entries of Material's: the same pages and sections, in small pieces."""

import json
import posixpath
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import unquote

from mkdocs.exceptions import Abort

from byline.cache import Cache, digest, software, write_file

PAGEFIND = "pagefind/pagefind.js"
"""What the worker imports; the index stands beside it."""
ENTRY = "pagefind-entry.json"
"""The one file of this beginning that is part of the index; the others are fields of Pagefind's own."""
HEAVIEST = 10.0
"""The most that Pagefind lets a page weigh; 1 is any page."""


def write_pagefind(text: str, site_dir: Path, *, language: str, cache: Cache) -> str:
    """Put Pagefind's index of these entries into the site, and return a digest of it.

    `text` is Material's index as JSON. Where the cache has what the same entries gave, nothing is indexed.
    """
    key = digest(software(), language, text)
    target = (site_dir / PAGEFIND).parent
    with TemporaryDirectory(prefix="byline-") as temporary:
        made = _kept(cache, key)
        if not made:
            made = _run(json.loads(text)["docs"], Path(temporary), language)
            _keep(cache, key, made)
        shutil.rmtree(target, ignore_errors=True)
        for path, file in made.items():
            _place(file, target / path)
        return digest(made[ENTRY].read_bytes())


def small_pages(entries: Iterable[Mapping[str, Any]], language: str) -> Iterator[tuple[str, str]]:
    """Make a small HTML page of each page's entries, under the path that Pagefind makes its address of.

    An entry's title and text are HTML already. Those that lead out of the site are left out.
    """
    for address, sections in groupby(entries, lambda entry: str(entry["location"]).partition("#")[0]):
        path = posixpath.normpath(unquote(address) or ".")
        if "://" in address or path.startswith(("/", "..")):
            continue
        if not path.endswith(".html"):
            path = posixpath.normpath(f"{path}/index.html")
        yield path, "".join(_html(list(sections), language))


def _html(sections: Sequence[Mapping[str, Any]], language: str) -> Iterator[str]:
    first = sections[0]
    yield f'<!doctype html><html lang="{escape(language)}"><head><meta charset="utf-8">'
    if tags := first.get("tags"):
        yield f'<meta data-pagefind-meta="tags[content]" content="{escape(json.dumps(tags))}">'
    boost = first.get("boost", 1)
    weight = min(float(boost), HEAVIEST) if isinstance(boost, int | float) else 1.0
    yield f'</head><body><main data-pagefind-weight="{weight}">'
    for section in sections:
        anchor = unquote(str(section["location"]).partition("#")[2])
        heading = f'h2 id="{escape(anchor)}"' if section is not first else "h1"
        yield f"<{heading}>{section['title']}</{heading[:2]}>{section['text']}"
    yield "</main></body></html>"


def _run(entries: Iterable[Mapping[str, Any]], folder: Path, language: str) -> dict[str, Path]:
    """Index entries with Pagefind's program; return the files that a reader may need, by their paths."""
    from pagefind.service import get_executable  # an extra; the configuration's check asked for it

    pages, index = folder / "pages", folder / "index"
    flags = ["--force-language", language, "--silent"]
    for path, html in small_pages(entries, language):
        place = pages / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(html.encode("utf-8", "replace"))
    if any(str(entry["location"]).partition("#")[0].endswith("index.html") for entry in entries):
        flags.append("--keep-index-url")
    pages.mkdir(exist_ok=True)
    command = [str(get_executable()), "--site", str(pages), "--output-path", str(index), *flags]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode or not (index / "pagefind.js").is_file():
        said = (done.stderr or done.stdout).strip() or "it said nothing"
        raise Abort(f"Pagefind could not make the search index: {said}")
    found = {file.relative_to(index).as_posix(): file for file in sorted(index.rglob("*")) if file.is_file()}
    return {path: file for path, file in found.items() if not path.startswith("pagefind-") or path == ENTRY}


def _kept(cache: Cache, key: str) -> dict[str, Path]:
    """Return the files of an index that an earlier build made, or nothing where one of them is gone."""
    kept: dict[str, Path] = {}
    for path, name in (cache.load("pagefind", key) or {}).items():
        file = cache.load_file(name)
        if not file:
            return {}
        kept[path] = file
    return kept


def _keep(cache: Cache, key: str, made: Mapping[str, Path]) -> None:
    """Keep an index; of its files most are those of the index before."""
    names: dict[str, str] = {}
    for path, file in made.items():
        data = file.read_bytes()
        names[path] = name = digest(data)
        place = cache.place(name)
        if place and not cache.load_file(name):
            cache.save_file(name, write_file(place, data))
    cache.save("pagefind", key, names)


def _place(file: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        target.hardlink_to(file)
    except OSError:
        shutil.copyfile(file, target)
