"""Builds of the same articles by Byline, by Material's blog with tags, search and RSS, Pelican and Hugo.

    python benchmarks/builds.py [--articles 1000] [--runs 3] [--tools byline material] [--path FOLDER]
    python benchmarks/builds.py --articles 1000 5000      how the costs grow
    python benchmarks/builds.py --features                Byline with everything against itself without

Three steps of each: `cold`, from nothing; `warm`, again with nothing changed; `edit`, again with a paragraph
added to one article. What counts are the ratios: of each tool and step the least of its runs is taken, and
the tools take turns, so that a busy machine slows them all. Memory is watched in one more run, whose times
are not used. Needs mkdocs-rss-plugin beside Byline; tools that are not found are left out.
"""

import argparse
import json
import shutil
import tempfile
from dataclasses import asdict
from pathlib import Path

from article import name_of
from measuring import Use, run
from sites import TOOLS, Tool, found

STEPS = ("cold", "warm", "edit")
Figures = dict[tuple[str, int, str], list[Use]]
"""What was measured, by tool, number of articles and step; with the memory in the last of each."""


def main() -> None:
    options = _options()
    tools = {name: place for name in options.tools if (place := found(TOOLS[name], options.path))}
    for name in set(options.tools) - set(tools):
        print(f"{name} is not there, and left out")
    figures: Figures = {}
    if options.folder:
        options.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        for articles in options.articles:
            measure(figures, tools, Path(folder) / str(articles), articles, options)
            shutil.rmtree(Path(folder) / str(articles))
    print_table(figures)
    print_ratios(figures, "plain" if options.features else "material")
    print_growth(figures, options.articles)
    if options.json:
        options.json.write_text(json.dumps(as_records(figures), indent=1) + "\n")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, nargs="+", default=[1000])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument(
        "--tools", nargs="+", choices=TOOLS, default=["byline", "material", "pelican", "hugo"]
    )
    parser.add_argument("--steps", nargs="+", choices=STEPS, default=list(STEPS))
    parser.add_argument("--features", action="store_true", help="the tools byline and plain")
    parser.add_argument("--no-memory", action="store_true", help="leave the run for the memory out")
    parser.add_argument("--path", default="", help="a folder with pelican and hugo, before those on the path")
    parser.add_argument(
        "--folder", type=Path, help="where the sites are made; else where temporary files are"
    )
    parser.add_argument("--json", type=Path, help="a file for all figures")
    options = parser.parse_args()
    if options.features:
        options.tools = ["byline", "plain"]
    return options


def measure(
    figures: Figures, tools: dict[str, Tool], folder: Path, articles: int, options: argparse.Namespace
) -> None:
    """Make the sites and build each as often as asked for, tool by tool within each run."""
    for name, tool in tools.items():
        (folder / name).mkdir(parents=True)
        tool.make(folder / name, articles)
    for turn in range(options.runs + (not options.no_memory)):
        for name, tool in tools.items():
            for step in STEPS:
                if step != "cold" and step not in options.steps:
                    continue
                prepare(folder / name, tool, articles, step, turn)
                use = run(tool.command, folder / name, memory=turn == options.runs)
                figures.setdefault((name, articles, step), []).append(use)


def prepare(site: Path, tool: Tool, articles: int, step: str, turn: int) -> None:
    """Bring a site to where a step begins."""
    if step == "cold":
        for made in ("site", ".cache", ".site.byline", "resources", "__pycache__", ".hugo_build.lock"):
            place = site / made
            place.unlink() if place.is_file() else shutil.rmtree(place, ignore_errors=True)
    if step == "edit":
        with (site / tool.posts / name_of(articles // 2)).open("a", encoding="utf-8") as file:
            file.write(f"\nThis paragraph was added in turn {turn}.\n")


def best(runs: list[Use]) -> Use:
    """Return the least CPU and wall seconds of the runs that were not watched, and the most memory."""
    timed = [use for use in runs if not use.memory] or runs
    return Use(min(use.cpu for use in timed), min(use.wall for use in timed), max(use.memory for use in runs))


def print_table(figures: Figures) -> None:
    print(f"{'tool':15} {'articles':>8} {'step':5} {'CPU s':>8} {'wall s':>8} {'peak MB':>8}")
    for (name, articles, step), runs in figures.items():
        use = best(runs)
        memory = f"{use.memory:8.0f}" if use.memory else f"{'':>8}"
        print(f"{name:15} {articles:8} {step:5} {use.cpu:8.2f} {use.wall:8.2f} {memory}")


def print_ratios(figures: Figures, other: str) -> None:
    for (name, articles, step), runs in figures.items():
        if name == "byline" and (other, articles, step) in figures:
            own, theirs = best(runs), best(figures[other, articles, step])
            print(
                f"byline / {other}, {articles} articles, {step}: CPU {own.cpu / theirs.cpu:.3f}, "
                f"wall {own.wall / theirs.wall:.3f}"
            )


def print_growth(figures: Figures, articles: list[int]) -> None:
    """Say how the costs grow from the first number of articles to each other one."""
    for (name, count, step), runs in figures.items():
        if count != articles[0]:
            more, less = best(runs), best(figures[name, articles[0], step])
            print(
                f"{name}, {step}, articles × {count / articles[0]:.3g}: CPU × {more.cpu / less.cpu:.2f}, "
                f"wall × {more.wall / less.wall:.2f}"
            )


def as_records(figures: Figures) -> list[dict[str, object]]:
    return [
        {"tool": name, "articles": articles, "step": step, "runs": [asdict(use) for use in runs]}
        for (name, articles, step), runs in figures.items()
    ]


if __name__ == "__main__":
    main()
