"""What a large site costs: the table of docs/scale.md, with a row reckoned for 100,000 articles.

    python benchmarks/scale.py [--articles 1000 5000 20000] [--runs 1] [--reckoned 100000]

Each size is built from nothing and again with one article edited, Pagefind's index is left out. The reckoned
row continues the line through the last two sizes.
"""

import argparse
import gzip
import shutil
import tempfile
from pathlib import Path

from builds import best, prepare
from measuring import run
from sites import TOOLS

_TOOL = TOOLS["byline"]
_HEAD = """| articles | cold build: CPU, wall | one article edited: CPU, wall | most memory | site on disk | \
sitemap, compressed | search index, compressed |
| --- | --- | --- | --- | --- | --- | --- |"""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, nargs="+", default=[1000, 5000, 20000])
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--reckoned", type=int, default=100_000)
    parser.add_argument(
        "--folder", type=Path, help="where the sites are made; else where temporary files are"
    )
    options = parser.parse_args()
    print(_HEAD)
    rows = []
    for articles in options.articles:
        rows.append((articles, measured(articles, options.runs, options.folder)))
        print(row(f"{articles:,}", rows[-1][1]), flush=True)
    if len(rows) > 1:
        print(row(f"{options.reckoned:,}, reckoned", reckoned(options.reckoned, *rows[-2:])))


def measured(articles: int, runs: int, folder: Path | None) -> list[float]:
    """Build a site of so many articles; return what stands in its row."""
    with tempfile.TemporaryDirectory(dir=folder) as temporary:
        site = Path(temporary) / "byline"
        site.mkdir()
        _TOOL.make(site, articles)
        used = {}
        for step in ("cold", "edit"):
            uses = []
            for turn in range(runs + 1):
                prepare(site, _TOOL, articles, step, turn)
                uses.append(run(_TOOL.command, site, memory=turn == runs))
            used[step] = best(uses)
        made = site / "site"
        megabytes = sum(file.stat().st_size for file in made.rglob("*") if file.is_file()) / 1e6
        memory = max(use.memory for use in used.values())
        times = [value for use in used.values() for value in (use.cpu, use.wall)]
        figures = [*times, memory, megabytes, _packed(made / "sitemap.xml"), _packed(index_of(made))]
        shutil.rmtree(made)
    return figures


def index_of(site: Path) -> Path:
    """Return the larger of the files that the search may load."""
    return max((site / "search").glob("*.json"), key=lambda file: file.stat().st_size)


def reckoned(articles: int, less: tuple[int, list[float]], more: tuple[int, list[float]]) -> list[float]:
    """Continue the line through two sizes."""
    share = (articles - less[0]) / (more[0] - less[0])
    return [low + (high - low) * share for low, high in zip(less[1], more[1], strict=True)]


def row(name: str, figures: list[float]) -> str:
    cold, cold_wall, edit, edit_wall, memory, disk, sitemap, index = figures
    return (
        f"| {name} | {cold:.1f} s, {cold_wall:.1f} s | {edit:.1f} s, {edit_wall:.1f} s | {memory:,.0f} MB | "
        f"{disk:,.0f} MB | {sitemap:,.0f} KB | {index:,.0f} KB |"
    )


def _packed(file: Path) -> float:
    return len(gzip.compress(file.read_bytes(), 6)) / 1000


if __name__ == "__main__":
    main()
