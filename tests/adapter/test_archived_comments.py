"""Archived comments in built sites: on their article's page, in its feed, in the search, and nowhere else."""

import json
import subprocess
import sys
from pathlib import Path
from zoneinfo import ZoneInfo

import feedparser
import pytest
from lxml import etree, html

from byline.comments import read_archive
from byline.comments.cleaning import TAGS
from byline.problems import ContentError
from comments.hostile_site import PUBLISHED, REFUSED, comment, write_hostile_comments
from conftest import BuiltSite, run_mkdocs

ARTICLE = "articles/pack-the-night-before"
PAGE = f"{ARTICLE}/index.html"
COMMENTS = """\
- id: a1
  author: Jane Doe
  url: https://jane.example/
  date: 2026-02-03T23:30:00+00:00
  html: <p>A canary sings.</p>
  replies:
    - {id: a2, date: 2026-02-05, text: Does it?}
"""
MENTIONS = """\
- {id: m1, author: Bo, kind: mention, source: https://blog.example/x, date: 2026-02-04 12:00, in_reply_to: a2}
- {id: m2, author: Cy, kind: like, source: "https://social.example/cy"}
- {id: m3, author: Di, kind: repost, url: "https://di.example/"}
"""


@pytest.fixture
def folder(copy_site):
    folder = copy_site("small")
    (folder / "posts" / "first.comments.yml").write_text(COMMENTS)
    (folder / "posts" / "first.mentions.yml").write_text(MENTIONS)
    config = folder / "mkdocs.yml"
    config.write_text(
        config.read_text().replace("- byline", "- search\n  - byline:\n      timezone: Europe/Berlin")
    )
    return folder


def edit(folder, file, old, new):
    path = folder / file
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, new))


def built(folder) -> BuiltSite:
    done = run_mkdocs(folder, "--strict")
    assert done.code == 0, done.said
    return done


def talk(site: BuiltSite, page: str = PAGE):
    return html.document_fromstring((site.out / page).read_bytes()).xpath(
        "//section[@class='byline-comments']"
    )


def index(site: BuiltSite) -> list[dict[str, str]]:
    return [
        one
        for one in json.loads(site.page("search/index.json"))["docs"]
        if one["location"].startswith(ARTICLE)
    ]


def check(folder):
    command = [sys.executable, "-c", "from byline.cli import main; main()", "check"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=60)
    return done.returncode, done.stderr


def test_they_stand_below_their_article_as_they_answer_each_other(folder):
    (found,) = talk(built(folder))
    assert found.xpath("ol/li/@id") == ["comment-a1"]
    assert found.xpath("ol/li/ol/li/@id") == ["comment-a2"]
    assert found.xpath("ol/li/ol/li/ol/li/@id") == ["comment-m1"]
    cite = found.xpath("ol/li")[0]
    assert cite.get("class").split()[1:] == ["u-comment", "h-cite"]
    author = cite.xpath("p/span[@class='p-author h-card']/a")[0]
    assert (author.get("href"), author.get("rel")) == ("https://jane.example/", "nofollow ugc noopener")
    moment = cite.xpath("p/a[@href='#comment-a1']/time")[0]
    assert (moment.text, moment.get("datetime")) == ("February 4, 2026", "2026-02-04T00:30:00+01:00")
    assert cite.xpath("string(div[contains(@class, 'e-content')])") == "A canary sings."
    assert "mentioned this on blog.example" in found.text_content()
    assert found.xpath("//li[contains(@class, 'u-like')]/@id") == ["comment-m2"]
    assert found.xpath("//li[contains(@class, 'u-repost')]//a/@href") == ["https://di.example/"]


def test_words_and_dates_are_in_the_sites_language(folder):
    edit(folder, "mkdocs.yml", "name: material", "name: material\n  language: de")
    words = talk(built(folder))[0].text_content()
    assert "Anonym" in words
    assert "4. Februar 2026" in words
    assert "Gefällt (1):" in words


def test_the_search_finds_them_under_the_comments_of_the_page(folder):
    entry = index(built(folder))[-1]
    assert entry["location"] == f"{ARTICLE}/#byline-comments-title"
    assert entry["title"] == "Comments"
    assert "A canary sings." in entry["text"]
    assert "Jane Doe" in entry["text"]


def test_an_article_that_the_search_leaves_out_keeps_its_comments_out(folder):
    edit(folder, "posts/first.md", "---\nMornings", "search: {exclude: true}\n---\nMornings")
    assert index(built(folder)) == []


def test_they_have_a_feed_in_every_format_which_the_page_and_the_sites_feed_name(folder):
    site = built(folder)
    address = f"https://small.example/{ARTICLE}/comments/feed.xml"
    page = html.document_fromstring((site.out / PAGE).read_bytes())
    links = page.xpath("//link[starts-with(@rel, 'alternate')][@type='application/rss+xml']")
    assert [link.get("href") for link in links] == ["https://small.example/feed.xml", address]
    assert links[1].get("title") == "Comments on Pack the night before"
    for name in ("feed.xml", "atom.xml"):
        feed = feedparser.parse((site.out / ARTICLE / "comments" / name).read_bytes())
        assert not feed.bozo
        assert [one.id for one in feed.entries] == [
            "tag:small.example,2026-02-05:pack-the-night-before/comments/a2",
            "tag:small.example,2026-02-04:pack-the-night-before/comments/m1",
            "tag:small.example,2026-02-03:pack-the-night-before/comments/a1",
        ]
        assert [one.author for one in feed.entries] == ["Anonymous", "Bo", "Jane Doe"]
        assert feed.entries[0].link == f"https://small.example/{ARTICLE}/#comment-a2"
    items = json.loads(site.page(f"{ARTICLE}/comments/feed.json"))["items"]
    assert items[2]["content_html"] == "<p>A canary sings.</p>"
    assert 'href="https://blog.example/x"' in items[1]["content_html"]
    entry = next(one for one in feedparser.parse(site.page("feed.xml")).entries if ARTICLE in one.link)
    assert (entry.slash_comments, entry.wfw_commentrss) == ("3", address)
    other = next(one for one in feedparser.parse(site.page("feed.xml")).entries if ARTICLE not in one.link)
    assert "wfw_commentrss" not in other


def test_an_articles_own_id_is_in_the_ids_of_its_comments(folder):
    edit(folder, "posts/first.md", "---\nMornings", "id: https://old.example/?p=7\n---\nMornings")
    feed = feedparser.parse(built(folder).page(f"{ARTICLE}/comments/feed.xml"))
    thread = "https%3A%2F%2Fold.example%2F%3Fp%3D7"
    assert feed.entries[0].id == f"tag:small.example,2026-02-05:{thread}/comments/a2"


def test_a_feed_holds_the_newest_alone(folder):
    edit(folder, "mkdocs.yml", "timezone: Europe/Berlin", "timezone: Europe/Berlin\n      feed_length: 1")
    feed = feedparser.parse(built(folder).page(f"{ARTICLE}/comments/feed.xml"))
    assert [one.title for one in feed.entries] == ["Anonymous"]


@pytest.mark.parametrize("line", ["comments: false", "draft: true"])
def test_an_article_without_comments_and_a_draft_show_none_anywhere(folder, line):
    edit(folder, "posts/first.md", "---\nMornings", f"{line}\n---\nMornings")
    for path, content in built(folder).everything().items():
        assert b"canary" not in content, path
        assert "comments/feed" not in path


@pytest.mark.parametrize("line", ["comments: closed", "comments: archive"])
def test_closed_and_archived_discussions_show_them(folder, line):
    edit(folder, "posts/first.md", "---\nMornings", f"{line}\n---\nMornings")
    assert "A canary sings." in talk(built(folder))[0].text_content()


def test_a_posts_folder_in_docs_publishes_no_file_of_comments(folder):
    (folder / "posts").rename(folder / "docs" / "posts")
    edit(folder, "mkdocs.yml", "timezone:", "posts_dir: docs/posts\n      timezone:")
    site = built(folder)
    assert "A canary sings." in site.page(PAGE)
    assert not [path for path in site.everything() if path.endswith(".yml")]


def test_what_is_wrong_in_any_file_is_said_at_once_also_beside_drafts(folder):
    edit(folder, "posts/first.md", "---\nMornings", "draft: true\n---\nMornings")
    edit(folder, "posts/first.comments.yml", "url: https", "email: jane@a.example\n  url: gopher")
    (folder / "posts" / "second.comments.yml").write_text("- {id: a1}\n- text\n")
    done = run_mkdocs(folder)
    assert done.code == 1
    assert "posts/first.comments.yml:3: `email` does not belong here; take it out: it would be" in done.said
    assert "posts/first.comments.yml:4: `url: gopher://jane.example/` is no address" in done.said
    assert "posts/second.comments.yml:2: this is no list of `key: value` lines" in done.said


def test_ids_are_one_in_both_files(folder):
    edit(folder, "posts/first.mentions.yml", "id: m1", "id: a2")
    done = run_mkdocs(folder)
    assert done.code == 1
    assert "first.mentions.yml:1: the id `a2` is that of line 7 of first.comments.yml as well" in done.said


def test_a_link_to_a_file_of_comments_is_refused(folder):
    place = folder / "posts" / "first.comments.yml"
    place.rename(folder / "elsewhere.yml")
    place.symlink_to(folder / "elsewhere.yml")
    done = run_mkdocs(folder)
    assert done.code == 1
    assert "first.comments.yml:1: this is no ordinary file" in done.said


def test_check_points_out_comments_without_their_article_or_under_another_ending(folder):
    (folder / "posts" / "frist.comments.yml").write_text("- {id: a, text: b}\n")
    (folder / "posts" / "second.comments.yaml").write_text("- {id: a, text: b}\n")
    (folder / "posts" / ".hidden.comments.yml").write_text("[")
    code, said = check(folder)
    assert code == 0
    assert (
        "frist.comments.yml:1: there is no article `frist.md` here; did you mean `first`? rename it" in said
    )
    assert "second.comments.yaml:1: these comments are not read; rename it to end in `.comments.yml`" in said
    assert ".hidden" not in said


@pytest.fixture(scope="module")
def hostile(copy_site) -> BuiltSite:
    folder = copy_site("small")
    write_hostile_comments(folder)
    return built(folder)


def of_comments(root) -> set[str]:
    found = root.xpath("//div[contains(@class, 'byline-talk__text')]")
    assert len(found) >= len(PUBLISHED)
    return {element.tag for one in found for element in one.iter(etree.Element) if element is not one}


def test_hostile_comments_make_no_element_but_those_that_comments_may_have(hostile):
    page = html.document_fromstring((hostile.out / PAGE).read_bytes())
    assert of_comments(page) <= TAGS
    section = page.xpath("//section[@class='byline-comments']")[0]
    names = {name for element in section.iter(etree.Element) for name in element.attrib}
    assert names <= {"aria-labelledby", "class", "datetime", "dir", "href", "id", "rel"}
    for link in section.xpath(".//a"):
        assert link.get("href").startswith(("https://a.example/", "#comment-", 'https://"onmouseover')), (
            link.get("href")
        )


def test_no_other_page_has_any_of_it(hostile):
    for path, content in hostile.everything().items():
        if path.endswith(".html") and path != PAGE:
            assert b"hit()" not in content, path


def test_hostile_comments_do_no_harm_in_feeds(hostile):
    for name in ("feed.xml", "atom.xml"):
        etree.fromstring((hostile.out / ARTICLE / "comments" / name).read_bytes())
    items = json.loads(hostile.page(f"{ARTICLE}/comments/feed.json"))["items"]
    assert len(items) == 2 * len(PUBLISHED)
    for item in items:
        tree = html.fragment_fromstring(item["content_html"] or "<p></p>", create_parent="div")
        assert {element.tag for element in tree.iter(etree.Element)} <= TAGS | {"div"}
        assert {name for element in tree.iter() for name in element.attrib} <= {"href", "rel"}


def test_hostile_comments_do_no_harm_in_the_search(hostile):
    (entry,) = (one for one in index(hostile) if one["location"].endswith("#byline-comments-title"))
    tree = html.fragment_fromstring(entry["text"], create_parent="div")
    assert {element.tag for element in tree.iter(etree.Element)} <= {
        "div",
        "p",
        "pre",
        "code",
        "ol",
        "ul",
        "li",
    }
    assert not [name for element in tree.iter() for name in element.attrib]


@pytest.mark.parametrize(("key", "payload"), REFUSED)
def test_hostile_addresses_ids_and_kinds_are_refused(key, payload):
    text = json.dumps([comment(1, key, payload)])
    try:
        problems = read_archive(text, Path("a.comments.yml"), zone=ZoneInfo("UTC"))[1]
    except ContentError as error:
        problems = list(error.problems)
    assert len(problems) == 1
