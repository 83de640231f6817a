"""Whether an article is discussed, under which id, and for how long."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from byline.articles import parse_article
from byline.comments import Chosen, Comment, CommentSystem, Conversation, Embed, Provider
from byline.settings import Settings
from byline.site import (
    Placement,
    assemble,
    conversation_of,
    is_closed,
    providers_of,
    thread_of,
)

NOW = datetime(2026, 6, 1, tzinfo=UTC)
SAID = Conversation((Comment("a", "Ada", "<p>Yes.</p>", "Yes."),))


class Named(Provider):
    """A provider that has nothing but a name."""

    def __init__(self, name):
        self._name = name

    @property
    def name(self):
        return self._name

    def embed(self, thread):
        return Embed(self._name)


SYSTEM = CommentSystem(tuple(Chosen(Named(name)) for name in ("isso", "mastodon", "email")), 90)


def article(fields="", date="2026-05-01", name="post.md"):
    text = f"---\ntitle: Pack early\ndate: {date}\n{fields}\n---\nText."
    return parse_article(text, Path(name), path=name, zone=ZoneInfo("UTC"))


def site_of(one, comments=SYSTEM):
    site = assemble(Settings(), [one], {}, Placement("https://a.example/", NOW, drafts=True), comments)
    return replace(site, conversations={one.path: SAID})


def names(one):
    return [chosen.provider.name for chosen in providers_of(site_of(one), one)]


@pytest.mark.parametrize(
    ("fields", "known"),
    [
        ("", ["isso", "mastodon", "email"]),
        ("comments: {provider: mastodon}", ["mastodon", "email"]),
        ("comments: closed", ["isso", "mastodon", "email"]),
        ("comments: archive", []),
        ("comments: false", []),
        ("draft: true", []),
    ],
)
def test_an_article_has_the_providers_that_it_asks_for(fields, known):
    assert names(article(fields)) == known


@pytest.mark.parametrize(
    ("fields", "count"),
    [("", 1), ("comments: closed", 1), ("comments: archive", 1), ("comments: false", 0), ("draft: true", 0)],
)
def test_what_was_said_stays_until_comments_are_switched_off(fields, count):
    one = article(fields)
    assert conversation_of(site_of(one), one).count == count


@pytest.mark.parametrize(
    ("fields", "date", "closed"),
    [
        ("", "2026-05-01", False),
        ("", "2026-03-03", True),
        ("", "2026-03-04", False),
        ("comments: {close_after_days: 10}", "2026-05-22", True),
        ("comments: {close_after_days: 1000}", "2026-01-01", False),
        ("comments: closed", "2026-05-31", True),
    ],
)
def test_comments_end_when_the_author_says_so_or_after_some_days(fields, date, closed):
    one = article(fields, date)
    assert is_closed(site_of(one), one) is closed


def test_without_a_limit_comments_never_end():
    one = article(date="2001-01-01")
    assert not is_closed(site_of(one, CommentSystem()), one)


@pytest.mark.parametrize(
    ("fields", "known"),
    [("", "/pack-early"), ("slug: pack", "/pack"), ("id: tag:a", "tag:a"), ("id: x\ncomments: {id: y}", "y")],
)
def test_a_thread_keeps_its_id_when_the_file_gets_another_name(fields, known):
    for name in ("post.md", "2026/renamed.md"):
        one = article(fields, name=name)
        assert thread_of(site_of(one), one).id == known
