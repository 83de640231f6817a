"""The option `comments`: one provider or several, and how each is used."""

from datetime import timedelta
from pathlib import Path

import pytest

from byline.comments import Thread, choose_comments
from byline.problems import ContentError, Problem
from byline.settings import load_settings
from byline.site import Placement, load_site, providers_of
from byline.site.thread_checks import comment_warnings

ISSO = {"provider": "isso", "server": "https://comments.example"}
MASTODON = {"provider": "mastodon", "server": "https://social.example"}
GISCUS = {"provider": "giscus", "repo": "a/b", "repo_id": "R", "category": "C", "category_id": "D"}
THREAD = Thread("/x", "X", "https://a.example/x/")
HEAD = (
    "site_name: x\nsite_url: https://a.example/\nplugins:\n  - byline:\n      look: paper\n      comments:\n"
)


def report(wrong: str, mend: str, *key: str) -> Problem:
    return Problem(Path("/".join(key)), 1, wrong, mend)


def names(system):
    return [chosen.provider.name for chosen in system.providers]


def write_site(folder: Path, comments: str, *heads: str) -> Path:
    (folder / "posts").mkdir()
    (folder / "posts" / "authors.yml").write_text("authors:\n  ada: {name: Ada Quill}\n")
    (folder / "mkdocs.yml").write_text(HEAD + comments)
    for number, head in enumerate(heads):
        text = f"---\ntitle: Number {number}\ndate: 2026-05-01\n{head}\n---\nText.\n"
        (folder / "posts" / f"{number}.md").write_text(text)
    return folder / "mkdocs.yml"


def load(file: Path, now, *, drafts: bool = False):
    return load_site(load_settings(file), Placement("https://a.example/", now, drafts=drafts))


def test_several_providers_stand_in_their_order_and_email_goes_with_any():
    system = choose_comments([ISSO, {**MASTODON, "reply_by_email": "a@b.example"}], report)
    assert names(system) == ["isso", "mastodon", "email"]


@pytest.mark.parametrize("values", [{}, [], {"provider": "none"}, [{"provider": "none"}]])
def test_a_site_may_have_none(values):
    assert choose_comments(values, report).providers == ()


def test_each_provider_says_when_it_is_loaded():
    system = choose_comments([{**ISSO, "load": "visible"}, MASTODON], report)
    assert [chosen.load for chosen in system.providers] == ["visible", "click"]


@pytest.mark.parametrize(
    ("server", "asked"),
    [
        ("/isso", True),
        ("https://a.example/isso", True),
        ("https://a.example:8443", True),
        ("https://comments.a.example", False),
    ],
)
def test_without_a_word_listings_ask_the_sites_own_host_alone(server, asked):
    values = {"provider": "isso", "server": server}
    chosen = choose_comments(values, report, site_url="https://a.example/sub/").providers[0]
    assert chosen.counts is asked


@pytest.mark.parametrize("counts", [True, False])
def test_the_author_says_whether_listings_ask(counts):
    values = {**ISSO, "counts": counts}
    assert choose_comments(values, report, site_url="https://a.example/").providers[0].counts is counts


def test_the_days_hold_for_the_whole_site():
    assert choose_comments([ISSO, {**MASTODON, "close_after_days": 0}], report).close_after_days == 0
    assert choose_comments(ISSO, report).close_after_days is None


def test_a_preview_asks_the_isso_on_this_machine_and_never_the_real_one():
    values = {**ISSO, "integrity": "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="}
    for port, more in (("8080", {}), ("9090", {"preview_server": "http://127.0.0.1:9090"})):
        isso = choose_comments({**values, **more}, report, preview=True).providers[0].provider
        told = {"server": f"http://127.0.0.1:{port}", "id": "/x", "title": "X", "preview": True}
        assert isso.embed(THREAD).settings == told
        assert "comments.example" not in str([isso.counts(), isso.policy()])


def test_without_a_server_only_a_preview_has_isso_and_check_says_so(tmp_path, now):
    file = write_site(tmp_path, "        provider: isso\n", "authors: [ada]", "comments: {provider: isso}")
    site = load(file, now)
    assert [providers_of(site, article) for article in site.articles] == [(), ()]
    warning = next(iter(comment_warnings(site)))
    assert (warning.warning, warning.line) == (True, 7)
    assert "without a `server`, only previews have comments; write where your Isso" in str(warning)
    preview = load(file, now, drafts=True)
    assert all(providers_of(preview, article) for article in preview.articles)


def test_all_problems_of_all_providers_come_at_once_with_their_lines(tmp_path, now):
    comments = """\
        - provider: isso
          server: nowhere
          load: soon
        - giscuss
        - provider: mastodon
          server: https://social.example
          servre: x
          close_after_days: many
        - {provider: isso, server: /isso}
"""
    with pytest.raises(ContentError) as error:
        load(write_site(tmp_path, comments), now)
    said = [(problem.line, problem.wrong) for problem in error.value.problems]
    assert said == [
        (8, "comments: `server: nowhere` is no address of a server"),
        (9, "comments: `load: soon` says nothing known"),
        (10, "comments: there is no provider `giscuss`"),
        (13, "comments: mastodon has no setting `servre`"),
        (14, "comments: `close_after_days: many` is no number of days"),
    ]


def test_what_articles_say_is_held_against_the_sites_providers_in_the_same_pass(tmp_path, now):
    comments = "        - {provider: isso, server: /isso}\n        - {provider: mastodon, server: https://social.example}\n"
    heads = (
        "comments:\n  close_after_days: 9\n  provider: iso",
        "comments: {bluesky: 'https://bsky.app/profile/a.example/post/3k'}",
        "comments:\n  mastodon: https://other.example/@ada/1\ndraft: true",
        "comments: {mastodon: 'https://social.example/@ada/1', provider: mastodon}",
    )
    with pytest.raises(ContentError) as error:
        load(write_site(tmp_path, comments, *heads), now)
    said = [
        (problem.file.name, problem.line, problem.wrong, problem.mend) for problem in error.value.problems
    ]
    assert said == [
        (
            "0.md",
            6,
            "comments: `provider: iso` is none of this site's",
            "did you mean `isso`? choose one of isso, mastodon",
        ),
        (
            "2.md",
            5,
            "comments: no replies can be shown of `mastodon: https://other.example/@ada/1`",
            "copy the address that the post has on social.example, the site's own server",
        ),
    ]


def test_an_article_has_the_threads_it_names_a_post_for(tmp_path, now):
    comments = "        - {provider: isso, server: /isso}\n        - {provider: mastodon, server: https://social.example}\n"
    post = "comments: {mastodon: 'https://social.example/@ada/1'}"
    site = load(write_site(tmp_path, comments, "tags: [a]", post), now + timedelta(1))
    shown = {
        article.title: [chosen.provider.name for chosen in providers_of(site, article)]
        for article in site.articles
    }
    assert shown == {"Number 0": ["isso"], "Number 1": ["isso", "mastodon"]}
