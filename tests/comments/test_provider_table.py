"""Each provider of the core: what it puts into a page, and what it asks of a policy."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from byline.comments import Embed, Thread, choose_comments
from byline.comments.providers import PROVIDERS, giscus, waline
from byline.problems import Problem

CASES = yaml.safe_load((Path(__file__).parent / "providers.yml").read_text(encoding="utf-8"))
POSTS = {
    "mastodon": "https://social.example/@ada/112233",
    "bluesky": "https://bsky.app/profile/ada.example/post/3kabc",
}
THREAD = Thread("/q-and-a", "Q&A", "https://a.example/articles/q-and-a/", "de", POSTS)


def report(wrong: str, mend: str, *key: str) -> Problem:
    return Problem(Path("mkdocs.yml"), len(key), wrong, mend)


def provider(values):
    return choose_comments(values, report).providers[0].provider


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_provider_embeds_a_thread_and_names_what_it_loads(case):
    chosen = provider(case["values"])
    embed = chosen.embed(THREAD)
    assert isinstance(embed, Embed)
    assert (embed.settings, embed.host) == (case["settings"], case["host"])
    assert embed.module == (f"assets/byline/comments/{case['module']}" if "module" in case else "")
    assert (embed.link, embed.template) == (case.get("link", ""), case.get("template", ""))
    assert json.loads(json.dumps(embed.settings)) == embed.settings
    assert {name: list(sources) for name, sources in chosen.policy().items()} == case["policy"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_provider_that_counts_says_where(case):
    counts = provider(case["values"]).counts()
    assert (dict(counts.settings) if counts else None) == case.get("counts")
    assert counts is None or counts.host == case["host"].partition(",")[0]
    assert counts is None or counts.module == f"assets/byline/comments/{case['module']}"


def test_the_table_has_every_provider():
    assert {case["values"]["provider"] for case in CASES} == PROVIDERS.keys() - {"email"}


def test_every_module_is_in_the_theme():
    theme = Path(waline.__file__).parents[2] / "theme" / "assets" / "byline" / "comments"
    for case in CASES:
        assert "module" not in case or (theme / case["module"]).is_file(), case["name"]


@pytest.mark.parametrize(
    ("language", "spoken"),
    [
        ("de", "de"),
        ("de-CH", "de"),
        ("pt_BR", "pt"),
        ("zh", "zh-CN"),
        ("zh-TW", "zh-TW"),
        ("el", "gr"),
        ("ga", "en"),
    ],
)
def test_giscus_speaks_the_language_of_the_page_where_it_can(language, spoken):
    chosen = giscus.Giscus("a/b", "R", "C", "D")
    assert chosen.embed(replace(THREAD, language=language)).settings["attributes"]["data-lang"] == spoken
    named = replace(chosen, lang="nl").embed(THREAD)
    assert named.settings["attributes"]["data-lang"] == "nl"


def test_a_giscus_of_ones_own_is_the_only_host_that_is_reached():
    values = {
        "repo": "a/b",
        "repo_id": "R",
        "category": "C",
        "category_id": "D",
        "server": "https://g.example",
    }
    chosen = provider({"provider": "giscus", **values, "theme_dark": "https://g.example/dark.css"})
    assert chosen.embed(THREAD).host == "g.example"
    assert "giscus.app" not in json.dumps([chosen.embed(THREAD).settings, chosen.policy()])
    assert chosen.embed(THREAD).settings["theme"]["dark"] == "https://g.example/dark.css"


@pytest.mark.parametrize("identity", ["title", "url", "pathname", "og:title"])
def test_utterances_takes_no_id_for_a_part_of_the_page(identity):
    embed = provider({"provider": "utterances", "repo": "a/b"}).embed(replace(THREAD, id=identity))
    assert embed.settings["attributes"]["issue-term"] == f"/{identity}"


def test_comentario_knows_pages_by_paths():
    embed = provider({"provider": "comentario", "server": "/talk"}).embed(replace(THREAD, id="2026-1"))
    assert embed.settings["id"] == "/2026-1"


@pytest.mark.parametrize("name", ["mastodon", "bluesky"])
def test_an_article_without_a_post_has_no_thread_there(name):
    values = {"provider": name} | ({"server": "https://social.example"} if name == "mastodon" else {})
    assert provider(values).embed(replace(THREAD, posts={})) is None


@pytest.mark.parametrize(
    ("name", "post"),
    [
        ("mastodon", "https://other.example/@ada/112233"),
        ("mastodon", "https://social.example/@ada"),
        ("mastodon", "https://social.example/@ada/112233/embed"),
        ("bluesky", "https://bsky.app/profile/ada.example"),
        ("bluesky", "https://social.example/@ada/112233"),
    ],
)
def test_an_address_that_is_no_post_there_is_refused_and_never_embedded(name, post):
    values = {"provider": name} | ({"server": "https://social.example"} if name == "mastodon" else {})
    assert provider(values).refuses(post).startswith("copy the address")
    assert provider(values).embed(replace(THREAD, posts={name: post})) is None


@pytest.mark.parametrize(
    "post", ["https://social.example/users/ada/statuses/112233", "https://SOCIAL.example/@ada@far.example/1/"]
)
def test_mastodon_takes_every_address_that_a_post_has(post):
    assert provider({"provider": "mastodon", "server": "https://social.example"}).refuses(post) == ""


def test_bluesky_takes_the_uri_of_a_post():
    post = "at://did:plc:abc/app.bsky.feed.post/3k"
    embed = provider({"provider": "bluesky"}).embed(replace(THREAD, posts={"bluesky": post}))
    assert embed.link == "https://bsky.app/profile/did:plc:abc/post/3k"
