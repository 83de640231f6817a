"""One made-up article, told from its number alone: the same words on every machine, whatever their number.

Its phrases are in `phrases.toml`.
"""

import datetime
import random
import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

AUTHORS, PICTURES = 5, 8
_PHRASES = tomllib.loads((Path(__file__).parent / "phrases.toml").read_text(encoding="utf-8"))
CATEGORIES = tuple(_PHRASES["topics"])
_TAGS = _PHRASES["tags"].split()
_CODE = _PHRASES["code"]
TIPS = ("list", "headings", None, "bold", "prose", None)
"""How an article gives its advice, by its number: two thirds of all do."""
_FIRST_DAY, _DAYS = datetime.date(2008, 1, 7), 6500
_SLOT = re.compile(r"\{([a-z-]+)\}")
_SECTIONS = 5


@dataclass(frozen=True, slots=True)
class Article:
    """A made-up article: what stands in its front matter, and its Markdown."""

    number: int
    title: str
    slug: str
    date: datetime.date
    author: str
    category: str
    tags: tuple[str, ...]
    body: str


def name_of(number: int) -> str:
    """Return the name of an article's file."""
    return f"post-{number:05}.md"


def write_article(number: int) -> Article:
    """Make up the article of this number."""
    rng = random.Random(number)
    category = CATEGORIES[rng.randrange(len(CATEGORIES))]
    words = Words(rng, category)
    title = words.sentence("title").rstrip(".")
    slug = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")
    return Article(
        number,
        title,
        f"{slug[:60].rstrip('-')}-{number:05}",
        _FIRST_DAY + datetime.timedelta(days=number * 37 % _DAYS),
        f"author{number % AUTHORS}",
        category,
        tuple(dict.fromkeys(_TAGS[int(len(_TAGS) * rng.random() ** 2)] for _ in range(3))),
        "\n\n".join(_parts(number, words)) + "\n",
    )


class Words:
    """Makes phrases up, from the grammar and the words of one category."""

    def __init__(self, rng: random.Random, category: str) -> None:
        self.rng = rng
        self.lists = _LISTS[category]
        self.left: list[list[str]] = []
        self.advises = False

    @classmethod
    def of(cls, number: int) -> "Words":
        """Return the words of a category, told by a number."""
        return cls(random.Random(number), CATEGORIES[number % len(CATEGORIES)])

    def phrase(self, kind: str) -> str:
        """Return one phrase of a list, its slots filled."""
        options = self.lists[kind]
        return self.filled(options[int(self.rng.random() * len(options))])

    def filled(self, pieces: list[str]) -> str:
        """Return a phrase, every second piece of which names the list that fills it."""
        if len(pieces) == 1:
            return pieces[0]
        return "".join(self.phrase(piece) if place % 2 else piece for place, piece in enumerate(pieces))

    def sentence(self, kind: str = "sentence") -> str:
        """Return a phrase that begins with a capital letter."""
        text = self.phrase(kind)
        start = 1 if text[0] == "“" else 0
        return text[:start] + text[start].upper() + text[start + 1 :]

    def paragraph(self, sentences: int) -> str:
        """Return a few sentences; with advice, some speak to the reader or say what to do."""
        said = [self.sentence() for _ in range(sentences)]
        if self.advises:
            said[1::2] = [self.sentence("talked") for _ in said[1::2]]
            said[-1] = self.sentence("advice")
        if self.rng.random() < 0.3:
            thing = self.phrase("thing")
            said.append(f"It was about *{thing}*, and about {self.phrase('thing')}.")
        return " ".join(said)

    def tip(self) -> str:
        """Return a tip that was not given yet."""
        if not self.left:
            self.left = self.rng.sample(self.lists["tip"], len(self.lists["tip"]))
        return self.filled(self.left.pop())


def _parts(number: int, words: Words) -> list[str]:
    """Return the blocks of an article's Markdown."""
    manner, rng = TIPS[number % len(TIPS)], words.rng
    words.advises = manner is not None
    parts = [words.paragraph(3), "<!-- more -->", words.paragraph(3)]
    extras = rng.sample(_EXTRAS, 3)
    for section in range(_SECTIONS):
        parts.append(f"## {words.tip() if manner == 'headings' and section else words.sentence('head')}")
        parts += [words.paragraph(rng.randint(3, 4)) for _ in range(1 if manner in _ADVICE else 2)]
        if section % 2 == 0:
            parts.append(extras[section // 2](number, words))
        if manner in _ADVICE and section:
            parts += _ADVICE[manner](words)
    return [*parts, words.paragraph(3)]


def _listed(words: Words) -> list[str]:
    lines = []
    for _ in range(words.rng.randint(3, 5)):
        detail = f" {words.sentence('detail')}" if words.rng.random() < 0.6 else ""
        lines.append(f"- {words.tip()}.{detail}")
    return [words.sentence("lead-in"), "\n".join(lines)]


def _bold(words: Words) -> list[str]:
    return [f"**{words.tip()}.** {words.sentence('detail')} {words.sentence('talk')}" for _ in range(2)]


def _in_prose(words: Words) -> list[str]:
    return [f"{words.tip()}. {words.sentence('detail')} {words.sentence('talk')} {words.sentence('advice')}"]


_ADVICE: dict[str | None, Callable[[Words], list[str]]] = {"list": _listed, "bold": _bold, "prose": _in_prose}


def _link(number: int, words: Words) -> str:
    other = words.rng.randrange(number) if number else 0
    return f"{words.sentence()} [{words.sentence('head')}]({name_of(other)}) tells what came before."


def _picture(number: int, words: Words) -> str:
    return f"![{words.sentence('thing')}](pictures/chart-{words.rng.randrange(PICTURES)}.png)"


def _quote(number: int, words: Words) -> str:
    return f"> {words.sentence()} {words.sentence()}"


def _code(number: int, words: Words) -> str:
    language = words.rng.choice(sorted(_CODE))
    return f"```{language}\n{_CODE[language]}```"


def _table(number: int, words: Words) -> str:
    rows = (
        f"| {words.sentence('thing')} | {words.phrase('count')} | {words.phrase('month')} |" for _ in range(4)
    )
    return "\n".join(["| What | How many | Since |", "| --- | --- | --- |", *rows])


def _listing(number: int, words: Words) -> str:
    lines = "\n".join(f"- {words.sentence('noted')}" for _ in range(4))
    return f"On the table in {words.phrase('place')} lay:\n\n{lines}"


_EXTRAS = (_link, _picture, _quote, _code, _table, _listing, _link)


def _prepared(category: str) -> dict[str, list[list[str]]]:
    """Return each list of phrases as pieces, every second of which is the name of another list."""
    lists = {
        kind: list(phrases)
        for kind, phrases in {**_PHRASES["grammar"], **_PHRASES["topics"][category]}.items()
    }
    lists["lower-tip"] = [phrase[0].lower() + phrase[1:] for phrase in lists["tip"]]
    return {kind: [_SLOT.split(phrase) for phrase in phrases] for kind, phrases in lists.items()}


_LISTS = {category: _prepared(category) for category in CATEGORIES}
