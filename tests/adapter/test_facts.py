"""What pages print is told apart, and what many of them print is told once."""

from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from mkdocs.structure.toc import AnchorLink

from byline.adapter.rendering.facts import Facts
from byline.articles import Article, parse_article

TEXT = "---\ntitle: Minutes\ndate: 2026-03-04\n---\nWho keeps them?\n"


def article(text: str = TEXT, zone: str = "Europe/Berlin", path: str = "minutes.md") -> Article:
    return parse_article(text, Path("/posts", path), path=path, zone=ZoneInfo(zone))


def test_the_same_article_is_told_alike_in_every_build() -> None:
    assert Facts().digest(article()) == Facts().digest(article())


@pytest.mark.parametrize(
    "other",
    [
        article(TEXT.replace("keeps", "hides")),
        article(TEXT.replace("Minutes", "Hours")),
        article(TEXT.replace("---\nWho", "mood: grave\n---\nWho")),
        article(zone="America/New_York"),
        article(path="hours.md"),
        replace(article(), slug="hours"),
    ],
)
def test_another_text_day_or_place_makes_another_article(other: Article) -> None:
    assert Facts().digest(other) != Facts().digest(article())


def test_headings_are_told_with_those_below_them() -> None:
    one, two = AnchorLink("One", "one", 1), AnchorLink("One", "one", 1)
    assert Facts().digest([one]) == Facts().digest([two])
    two.children.append(AnchorLink("Two", "two", 2))
    assert Facts().digest([one]) != Facts().digest([two])


def test_what_is_known_is_told_apart_from_another_of_its_kind() -> None:
    facts, words, others = Facts(), {"yes": "ja"}, {"yes": "oui"}
    for known in (words, others):
        facts.know(known)
    assert facts.digest(words) != facts.digest(others)
    again, same = Facts(), dict(words)
    again.know(same)
    assert facts.digest(words) == again.digest(same)
