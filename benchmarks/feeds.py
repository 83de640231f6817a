"""What the feeds of a site cost: CPU seconds, the most memory, the sizes of what is written.

    python benchmarks/feeds.py [--articles 1000 10000] [--archives site]

Made-up articles of benchmarks/article.py are converted plainly beforehand. Measured is what a build does for
its feeds: from nothing, and again with the cache that this left. Each size has a process of its own.
"""

import argparse
import multiprocessing
import os
import resource
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import markdown

from article import write_article
from byline.adapter.checklist_views import ChecklistViews
from byline.adapter.feed_texts import Feeds
from byline.adapter.site_folder import SiteFolder
from byline.articles import Article, render_article
from byline.authors import Author
from byline.cache import Cache, open_cache
from byline.feeds import FORMATS
from byline.settings import Feeds as Options
from byline.settings import Settings
from byline.site import Placement, assemble

NOW = datetime(2040, 1, 1, tzinfo=UTC)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, nargs="+", default=[1000, 10_000])
    parser.add_argument("--archives", choices=("site", "all", "none"), default="site")
    options = parser.parse_args()
    os.environ["BYLINE_PROCESSES"] = "1"
    print("| articles | CPU, from nothing | an article | again | memory before, most | documents | bytes |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for articles in options.articles:
        process = multiprocessing.get_context("spawn").Process(
            target=measure, args=(articles, options.archives)
        )
        process.start()
        process.join()


def measure(count: int, archives: str) -> None:
    """Make the feeds of so many articles twice, and print what that took."""
    build, config = site_of(count, archives)
    before = _memory()
    with tempfile.TemporaryDirectory() as folder:
        taken, sizes = [], []
        for _ in range(2):
            build.cache = open_cache(Path(folder) / "cache")
            build.folder = SiteFolder(build.cache)
            start = time.process_time()
            sizes = list(write(Feeds(build, config)))
            build.cache.close()
            taken.append(time.process_time() - start)
    cold, warm = taken
    print(
        f"| {count:,} | {cold:.2f} s | {cold / count * 1000:.2f} ms | {warm:.2f} s | "
        f"{before:,.0f} MB, {_memory():,.0f} MB | {len(sizes):,}, the largest {max(sizes) / 1e6:.2f} MB | "
        f"{sum(sizes) / 1e6:,.0f} MB |",
        flush=True,
    )


def write(feeds: Feeds) -> Iterator[int]:
    """Make the text of all documents, one after the other; yield the bytes of each."""
    feeds.plan()
    for document in feeds.documents:
        for name, _, _ in FORMATS:
            yield len(feeds.data(document, name))
    yield len(feeds.opml().encode())


def site_of(count: int, archives: str) -> tuple[SimpleNamespace, SimpleNamespace]:
    """Return what a build knows of so many articles once their pages are converted."""
    articles, rendered = [], {}
    for number in range(count):
        made = write_article(number)
        article = Article(
            Path(f"{made.slug}.md"),
            f"{made.slug}.md",
            made.title,
            made.slug,
            "",
            "",
            date=datetime.combine(made.date, datetime.min.time(), ZoneInfo("Europe/Berlin")),
            authors=(made.author,),
            categories=(made.category,),
            tags=made.tags,
        )
        html = markdown.markdown(made.body, extensions=["tables", "fenced_code", "toc"])
        articles.append(article)
        rendered[article.path] = render_article(article, html)
    authors = {name: Author(name, name.title(), slug=name) for name in {a.authors[0] for a in articles}}
    settings = replace(Settings(timezone=ZoneInfo("Europe/Berlin")), feeds=Options(archives=archives))
    site = assemble(
        settings, articles, dict(sorted(authors.items())), Placement("https://made.example/", NOW)
    )
    build = SimpleNamespace(
        site=site,
        rendered=rendered,
        checklists=ChecklistViews(),
        cache=Cache(),
        language="en",
        feed_box=lambda path: None,
    )
    return build, SimpleNamespace(site_name="Made up", site_description="")


def _memory() -> float:
    """Return the most memory that this process ever used, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


if __name__ == "__main__":
    main()
