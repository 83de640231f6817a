"""Cold builds of the same articles, by Byline and by Material's blog with tags, search and RSS, in one run.

    python benchmarks/builds.py [--articles 1000] [--runs 3]

Needs mkdocs-rss-plugin beside Byline (`pip install mkdocs-rss-plugin`). What counts is the ratio: of
each tool the fastest of its runs is taken, and the tools take turns, so that a busy machine slows both.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from corpus import authors_yaml, write_posts

_EXTENSIONS = "markdown_extensions: [attr_list, toc, tables, pymdownx.highlight, pymdownx.superfences]\n"
_HEAD = "site_name: Bench\nsite_url: https://example.org/\ntheme: {name: material}\n"
_BYLINE = "plugins:\n  - search\n  - byline:\n      authors_file: posts/authors.yml\n"
_MATERIAL = (
    "nav: [index.md, blog/index.md]\nplugins:\n  - search\n  - tags\n  - blog: {post_url_format: '{slug}'}\n"
    "  - rss: {match_path: 'blog/posts/.*', use_git: false, date_from_meta: {as_creation: date}}\n"
)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        sites = {"byline": Path(folder) / "byline", "material": Path(folder) / "material"}
        make_byline(sites["byline"], options.articles)
        make_material(sites["material"], options.articles)
        figures: dict[str, list[tuple[float, float]]] = {name: [] for name in sites}
        for _ in range(options.runs):
            for name, site in sites.items():
                figures[name].append(build(site))
    best = {name: tuple(min(run[part] for run in runs) for part in (0, 1)) for name, runs in figures.items()}
    for name, (cpu, wall) in best.items():
        print(f"{name:9} CPU {cpu:7.2f} s, wall {wall:7.2f} s")
    for part, what in enumerate(("CPU", "wall")):
        ratio = best["byline"][part] / best["material"][part]
        print(f"ratio of {what} over {options.articles} articles: {ratio:.2f}")


def make_byline(site: Path, articles: int) -> None:
    write_posts(site / "posts", articles)
    (site / "posts" / "authors.yml").write_text(authors_yaml())
    _write_site(site, _HEAD + _BYLINE + _EXTENSIONS)


def make_material(site: Path, articles: int) -> None:
    write_posts(site / "docs" / "blog" / "posts", articles)
    (site / "docs" / "blog" / ".authors.yml").write_text(authors_yaml())
    (site / "docs" / "blog" / "index.md").write_text("# Blog\n")
    _write_site(site, _HEAD + _MATERIAL + _EXTENSIONS)


def _write_site(site: Path, settings: str) -> None:
    (site / "docs").mkdir(exist_ok=True)
    (site / "docs" / "index.md").write_text("# Home\n")
    (site / "mkdocs.yml").write_text(settings)


def build(site: Path) -> tuple[float, float]:
    """Return the CPU and the wall seconds of one build from nothing."""
    for made in ("site", ".cache"):
        shutil.rmtree(site / made, ignore_errors=True)
    before, began = os.times(), time.perf_counter()
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=site, check=True, capture_output=True)
    wall, after = time.perf_counter() - began, os.times()
    used = after.children_user + after.children_system - before.children_user - before.children_system
    return used, wall


if __name__ == "__main__":
    main()
