"""A folder of synthetic articles of about 900 words, the same for every tool and every run."""

import random
from pathlib import Path

AUTHORS, CATEGORIES, TAGS = 5, 8, 60
_WORDS = (
    "time team work client meeting plan report number question answer price factory valve market reader "
    "letter week month morning engineer design draft decision budget line story habit promise window ladder"
).split()
_VERBS = "ask write keep avoid check send name show read plan call measure cut test move".split()


def write_posts(folder: Path, count: int) -> None:
    """Write `count` articles and their authors into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / f"post-{number:05}.md").write_text(_post(number), encoding="utf-8")


def authors_yaml() -> str:
    """Return the author file, with what Material's blog asks for."""
    people = (
        f"  author{number}:\n    name: Author {number}\n    description: Writer\n"
        f"    avatar: https://example.org/{number}.png\n"
        for number in range(AUTHORS)
    )
    return "authors:\n" + "".join(people)


def _post(number: int) -> str:
    rng = random.Random(number)
    head = (
        f"---\ntitle: Article {number} on {rng.choice(_WORDS)} and {rng.choice(_WORDS)}\n"
        f"date: {2015 + number % 10}-{1 + number % 12:02}-{1 + number % 28:02}\n"
        f"authors: [author{number % AUTHORS}]\ncategories: [Category {number % CATEGORIES}]\n"
        f"tags: [tag{number % TAGS}, tag{number * 7 % TAGS}]\n---\n\n"
    )
    parts = [_paragraph(rng), "<!-- more -->"]
    for section in range(6):
        parts += [f"## Section {section} on {rng.choice(_WORDS)}", _paragraph(rng), _paragraph(rng)]
        if section == 2:
            parts += ["Do this:", "\n".join(f"- {_tip(rng)}" for _ in range(6))]
        if section == 4:
            parts += [
                "```python\nprint('hello')\n```",
                "**Bold**, *emphasis* and a [link](https://example.org/).",
            ]
    return head + "\n\n".join(parts) + "\n"


def _sentence(rng: random.Random) -> str:
    words = " ".join(rng.choice(_WORDS) for _ in range(rng.randint(7, 18)))
    return f"{rng.choice(['The', 'A', 'Every', 'Our', 'Your'])} {words}."


def _paragraph(rng: random.Random) -> str:
    return " ".join(_sentence(rng) for _ in range(rng.randint(4, 6)))


def _tip(rng: random.Random) -> str:
    words = " ".join(rng.choice(_WORDS) for _ in range(rng.randint(3, 8)))
    return f"{rng.choice(_VERBS).capitalize()} the {words} before you {rng.choice(_VERBS)}."
