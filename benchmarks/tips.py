"""How long drawing the tips of an article takes: `python benchmarks/tips.py [FILE…]`, default posts/*.md.

Milliseconds per article, `draw` alone: the files are read before, each is drawn once to warm up, then all
are drawn a few times on one core, and an article's time is the median of its runs.
"""

import os
import statistics
import sys
import time
from pathlib import Path

from byline.checklists import draw

RUNS = 5


def main() -> None:
    files = [Path(name) for name in sys.argv[1:]] or sorted(Path("posts").glob("*.md"))
    articles = [(file.read_bytes().decode("utf-8"), file.suffix.lower() == ".txt") for file in files]
    if not articles:
        sys.exit("no articles: name some files, or start this where posts/ is")
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    for text, plain in articles:
        draw(text, plain=plain)
    times = sorted(
        statistics.median(seconds(text, plain=plain) for _ in range(RUNS)) for text, plain in articles
    )
    words = sum(len(text.split()) for text, _ in articles)
    print(
        f"{len(articles)} articles, {words} words: median {1000 * statistics.median(times):.1f} ms, "
        f"95th percentile {1000 * times[round(0.95 * (len(times) - 1))]:.1f} ms, "
        f"{words / (1000 * sum(times)):.0f} words per ms"
    )


def seconds(text: str, *, plain: bool) -> float:
    began = time.perf_counter()
    draw(text, plain=plain)
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
