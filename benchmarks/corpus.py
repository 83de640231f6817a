"""A folder of made-up articles of about 900 words, the same for every tool and every run.

    python benchmarks/corpus.py FOLDER [--articles 1000]

writes them as they lie in `posts/` of a Byline site and in `blog/posts/` of Material's blog. They link to
each other and to pictures in `pictures/`. Two thirds of them advise their readers, so that Byline draws a
checklist from them; the others only tell what happened. `--check` draws them all and says how many have one.
"""

import argparse
import struct
import sys
import zlib
from pathlib import Path

from article import AUTHORS, PICTURES, TIPS, Article, Words, name_of, write_article

_NAMES = ("Alma Berg", "Bruno Dalström", "Carla Osting", "Farid Velova", "Greta Lindwick")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    write_posts(options.folder, options.articles)
    (options.folder / "authors.yml").write_text(authors_yaml(bios=True), encoding="utf-8")
    if options.check:
        sys.exit(_check(options.folder, options.articles))


def write_posts(folder: Path, count: int, *, extra: str = "", first: int = 0) -> None:
    """Write `count` articles with their pictures into a folder, `extra` lines in the front matter of each."""
    (folder / "pictures").mkdir(parents=True, exist_ok=True)
    for number in range(PICTURES):
        (folder / "pictures" / f"chart-{number}.png").write_bytes(_chart(number))
    for number in range(first, first + count):
        article = write_article(number)
        text = f"---\n{head(article)}{extra}---\n\n{article.body}"
        (folder / name_of(number)).write_text(text, encoding="utf-8")


def head(article: Article) -> str:
    """Return the front matter that Byline, Material's blog and Hugo have in common."""
    return (
        f'title: "{article.title}"\nslug: {article.slug}\ndate: {article.date}\nauthors: [{article.author}]\n'
        f"categories: [{article.category}]\ntags: [{', '.join(article.tags)}]\n"
    )


def authors_yaml(*, bios: bool, pictures: str = "pictures") -> str:
    """Return the author file, with what Material's blog asks for; it refuses the bios.

    `pictures` is the folder of the portraits as the tool reads it: from the posts, or from `docs/`.
    """
    text = "authors:\n"
    for number in range(AUTHORS):
        words = Words.of(number)
        text += (
            f"  author{number}:\n    name: {_NAMES[number]}\n"
            f"    description: Writes about {words.phrase('role')}s\n"
            f"    avatar: {pictures}/chart-{number}.png\n    url: https://example.org/{number}\n"
        )
        text += f"    bio: >-\n      {words.paragraph(3)}\n" if bios else ""
    return text


def _chart(number: int) -> bytes:
    """Return a PNG of 320 by 160 dots with a few bars."""
    bars = [(number * 29 + bar * 53) % 140 + 10 for bar in range(8)]
    lines = (
        b"\0"
        + bytes(
            40 + 20 * bar if 160 - row < height else 255 for bar, height in enumerate(bars) for _ in range(40)
        )
        for row in range(160)
    )
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", 320, 160, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(b"".join(lines), 9)),
        (b"IEND", b""),
    )
    packed = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)


def _check(folder: Path, count: int) -> str | None:
    """Draw every article and say what comes of it; return which accounts have one."""
    from byline.checklists import draw

    wrong, drawn, words = [], 0, 0
    for number in range(count):
        text = (folder / name_of(number)).read_text(encoding="utf-8")
        items = draw(text).checklist.items
        drawn, words = drawn + bool(items), words + len(text.split())
        if items and TIPS[number % len(TIPS)] is None:
            wrong.append(f"{name_of(number)}: {[item.text for item in items]}")
    advising = sum(TIPS[number % len(TIPS)] is not None for number in range(count))
    print(f"{count} articles of {words / count:.0f} words; {advising} advise, {drawn} have a checklist")
    return "\n".join(["no advice was meant in", *wrong]) if wrong else None


if __name__ == "__main__":
    main()
