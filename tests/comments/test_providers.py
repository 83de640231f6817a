"""Comment providers and their settings."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from byline.comments import Thread, choose_comments
from byline.problems import ContentError, Problem

THREAD = Thread("/articles/q-and-a/", "Q&A: “why?” + more", "https://a.example/articles/q-and-a/")
GISCUS = {"provider": "giscus", "repo": "a/b", "repo_id": "R", "category": "C", "category_id": "D"}


def report(wrong: str, mend: str, *key: str) -> Problem:
    return Problem(Path("mkdocs.yml"), len(key), wrong, mend)


def embed(values):
    return choose_comments(values, report).providers[0].provider.embed(THREAD)


def test_isso_is_known_by_the_articles_id_and_title():
    isso = embed({"provider": "isso", "server": "https://comments.example/"})
    assert isso.module == "assets/byline/comments/isso.js"
    server = "https://comments.example"
    assert isso.settings == {"server": server, "id": THREAD.id, "title": THREAD.title}
    assert isso.host == "comments.example"


def test_giscus_finds_its_thread_by_the_articles_id():
    giscus = embed(GISCUS)
    assert giscus.settings["attributes"]["data-mapping"] == "specific"
    assert giscus.settings["attributes"]["data-term"] == THREAD.id
    assert giscus.link.startswith("https://github.com/a/b/discussions")


def test_a_reply_by_email_names_the_article_and_its_address():
    link = urlsplit(embed({"provider": "email", "address": "a@b.example"}).link)
    assert (link.scheme, link.path) == ("mailto", "a@b.example")
    assert parse_qs(link.query)["subject"] == [f"Re: {THREAD.title}"]
    assert THREAD.url in parse_qs(link.query)["body"][0]


def test_email_may_stand_beside_any_provider():
    system = choose_comments({**GISCUS, "reply_by_email": "a@b.example"}, report)
    assert [chosen.provider.embed(THREAD).provider for chosen in system.providers] == ["giscus", "e-mail"]


@pytest.mark.parametrize("values", [{}, {"provider": "none"}])
def test_a_site_may_do_without_comments(values):
    assert choose_comments(values, report).providers == ()


@pytest.mark.parametrize(
    ("values", "count", "said"),
    [
        ({"provider": "gisqus"}, 1, "did you mean `giscus`?"),
        (
            {"server": "https://a.example"},
            1,
            "choose one of isso, giscus, utterances, ",
        ),
        ({"provider": "comentario"}, 1, "`server` is missing"),
        ({"provider": "isso", "server": "javascript:alert(1)"}, 1, "no address of a server"),
        ({"provider": "giscus"}, 4, "`repo` is missing"),
        ({**GISCUS, "repo": "a b"}, 1, "as `owner/name`"),
        ({**GISCUS, "them": "dark"}, 1, "giscus has no setting `them`"),
        ({"provider": "email", "address": "nowhere"}, 1, "no e-mail address"),
        ({"provider": "email", "address": "a@b.example?bcc=c@d.example"}, 1, "no e-mail address"),
    ],
)
def test_settings_that_cannot_work_are_refused_before_a_build(values, count, said):
    with pytest.raises(ContentError) as error:
        choose_comments(values, report)
    assert len(error.value.problems) == count
    assert said in str(error.value)
