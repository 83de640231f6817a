"""Which feeds a site has, what leads to them, and what they say, in real builds."""

import json
import shutil
import urllib.parse
from pathlib import Path

import feedparser
import pytest
from lxml import etree, html

from byline.feeds import FORMATS
from conftest import run_mkdocs

GOLDEN = Path(__file__).parent.parent / "golden"
NAMES = [name for name, _, _ in FORMATS]
TYPES = {name: kind for name, kind, _ in FORMATS}
ATOM = "{http://www.w3.org/2005/Atom}"
OPTIONS = """  - byline:
      feed_length: 2
      timezone: Europe/Berlin
      feeds:
        aliases: [feed_rss_created.xml, /feed/, old/atom.xml, posts.json]
        hub: https://hub.example/
        ttl: 60
      podcast: {author: Ada, email: ada@rich.example, category: Business, image: show.png}
      comments: {provider: email, address: ada@rich.example}
"""
TALK = b"ID3" + bytes(4097)


def post(number: int, more: str = "", body: str = "Words.") -> str:
    return f"---\ntitle: Number {number}\ndate: 2026-01-0{number}\nauthors: [ada]\n{more}---\n{body}\n"


def write_site(folder: Path, options: str = OPTIONS, posts: int = 5) -> Path:
    """Write a site of a few articles, one of them with a sound and a picture."""
    (folder / "docs").mkdir(parents=True)
    (folder / "posts" / "sound").mkdir(parents=True)
    (folder / "docs" / "index.md").write_text("# Start\n")
    (folder / "docs" / "show.png").write_bytes(b"png")
    (folder / "mkdocs.yml").write_text(
        "site_name: Rich\nsite_url: https://rich.example/sub/\ntheme: {name: material, font: false}\n"
        f"plugins:\n{options}"
    )
    (folder / "posts" / "authors.yml").write_text("authors:\n  ada: {name: Ada}\n  bo: {name: Bo}\n")
    for number in range(1, posts + 1):
        (folder / "posts" / f"{number}.md").write_text(post(number, "tags: [One & two]\n"))
    (folder / "posts" / "sound" / "talk.mp3").write_bytes(TALK)
    (folder / "posts" / "sound" / "cover.webp").write_bytes(b"webp")
    return folder


@pytest.fixture(scope="module")
def rich(tmp_path_factory):
    folder = write_site(tmp_path_factory.mktemp("rich") / "site")
    talk = (
        "date: {created: 2026-01-05, updated: 2026-02-01}\nauthors: [ada, bo]\ncover: cover.webp\n"
        "audio: {url: talk.mp3, duration: 12:30}\n"
    )
    (folder / "posts" / "5.md").unlink()
    text = f"---\ntitle: Number 5\n{talk}tags: [One & two]\n---\nWords.\n"
    (folder / "posts" / "sound" / "5.md").write_text(text)
    site = run_mkdocs(folder, "--strict")
    assert site.code == 0, site.said
    return site


def entries(site, place: str) -> list[str]:
    """Return the titles of a document's entries, in any format."""
    if place.endswith(".json"):
        return [item["title"] for item in json.loads(site.page(place))["items"]]
    parsed = feedparser.parse(site.page(place))
    assert not parsed.bozo
    return [entry.title for entry in parsed.entries]


def test_the_feed_of_a_category_is_the_one_we_approved(built):
    approved = (GOLDEN / "small-category-feed.xml").read_text(encoding="utf-8")
    assert built("small").page("categories/work/feed.xml") == approved


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("folder", "titles"),
    [
        ("", ["A day at the archive", "Pack the night before"]),
        ("categories/work/", ["A day at the archive"]),
        ("authors/ada/", ["A day at the archive", "Pack the night before"]),
    ],
)
def test_the_site_its_categories_tags_and_authors_have_feeds_in_every_format(built, folder, name, titles):
    assert entries(built("small"), folder + name) == titles


@pytest.mark.parametrize("name", NAMES)
def test_a_tags_feed_has_the_newest_of_its_articles(rich, name):
    assert entries(rich, f"tags/one-and-two/{name}") == ["Number 5", "Number 4"]


def links(site, page: str) -> dict[str, tuple[str, str]]:
    """Return the feeds that a page's head names: title and type by address."""
    found = html.fromstring(site.page(page)).xpath(
        "//head/link[@rel='alternate'][contains(@type, 'feed') or contains(@type, '+xml')]"
    )
    return {link.get("href"): (link.get("title"), link.get("type")) for link in found}


@pytest.mark.parametrize(
    "page", ["index.html", "404.html", "articles/number-5/index.html", "subscribe/index.html"]
)
def test_every_page_names_the_sites_feeds(rich, page):
    assert links(rich, page) == {
        "https://rich.example/sub/feed.xml": ("Rich (RSS)", "application/rss+xml"),
        "https://rich.example/sub/atom.xml": ("Rich (Atom)", "application/atom+xml"),
        "https://rich.example/sub/feed.json": ("Rich (JSON Feed)", "application/feed+json"),
    }


def test_byline_s_pages_name_the_feeds_once_whatever_a_site_s_own_template_does(built, copy_site):
    assert len(links(built("full"), "articles/plain/index.html")) == 3
    folder = copy_site("full")
    template = folder / "overrides" / "main.html"
    template.write_text(
        '{% extends "base.html" %}{% block extrahead %}'
        '{% include "byline/partials/feed-links.html" %}{% endblock %}'
    )
    site = run_mkdocs(folder)
    for page in ("index.html", "articles/plain/index.html"):
        assert site.page(page).count('type="application/feed+json"') == 1


@pytest.mark.parametrize(
    ("page", "folder", "title"),
    [
        ("tags/one-and-two/index.html", "tags/one-and-two", "One & two – Rich"),
        ("authors/ada/index.html", "authors/ada", "Ada – Rich"),
    ],
)
def test_a_listing_names_its_own_feeds_too(rich, page, folder, title):
    own = {address: said for address, said in links(rich, page).items() if folder in address}
    assert own == {
        f"https://rich.example/sub/{folder}/feed.xml": (f"{title} (RSS)", "application/rss+xml"),
        f"https://rich.example/sub/{folder}/atom.xml": (f"{title} (Atom)", "application/atom+xml"),
        f"https://rich.example/sub/{folder}/feed.json": (f"{title} (JSON Feed)", "application/feed+json"),
    }


@pytest.mark.parametrize("site", ["small", "full"])
def test_every_feed_that_a_page_or_the_list_of_feeds_names_is_there(built, site):
    out = built(site).out
    root = {"small": "https://small.example/", "full": "https://full.example/sub/"}[site]
    outline = etree.fromstring((out / "feeds.opml").read_bytes())
    named = {node.get("xmlUrl") for node in outline.iter("outline")} - {None}
    for page in out.rglob("*.html"):
        named |= set(links(built(site), page.relative_to(out).as_posix()))
    files = {urllib.parse.unquote(address.removeprefix(root)) for address in named}
    assert all((out / file).is_file() for file in files)
    assert {"feed.xml", "authors/ada/feed.xml"} <= files


def test_the_list_of_feeds_has_each_once_in_groups(rich):
    body = etree.fromstring((rich.out / "feeds.opml").read_bytes()).find("body")
    assert [node.get("text") for node in body] == ["Rich", "Tags", "Authors"]
    assert [node.get("text") for node in body[2]] == ["Ada – Rich", "Bo – Rich"]


@pytest.mark.parametrize("name", NAMES)
def test_archives_lead_from_the_newest_entries_to_the_first(rich, name):
    stem, ending = name.split(".")
    assert entries(rich, name) == ["Number 5", "Number 4"]
    assert entries(rich, f"{stem}-archive-2.{ending}") == ["Number 4", "Number 3"]
    assert entries(rich, f"{stem}-archive-1.{ending}") == ["Number 2", "Number 1"]
    assert not (rich.out / f"{stem}-archive-3.{ending}").exists()
    assert not (rich.out / f"authors/ada/{stem}-archive-1.{ending}").exists()


def _head(root):
    channel = root.find("channel")
    return root if channel is None else channel


@pytest.mark.parametrize("name", ["feed", "atom"])
def test_archives_are_linked_as_rfc_5005_says(rich, name):
    def relations(place: str) -> dict[str, str]:
        root = etree.fromstring((rich.out / place).read_bytes())
        found = {link.get("rel"): link.get("href") for link in _head(root).findall(f"{ATOM}link")}
        prefix = "https://rich.example/sub/"
        return {
            key: found[key].removeprefix(prefix)
            for key in ("current", "prev-archive", "next-archive")
            if key in found
        }

    assert relations(f"{name}.xml") == {"prev-archive": f"{name}-archive-2.xml"}
    assert relations(f"{name}-archive-2.xml") == {
        "current": f"{name}.xml",
        "prev-archive": f"{name}-archive-1.xml",
    }
    assert relations(f"{name}-archive-1.xml") == {
        "current": f"{name}.xml",
        "next-archive": f"{name}-archive-2.xml",
    }
    assert "<fh:archive/>" in rich.page(f"{name}-archive-1.xml")
    assert "<fh:archive/>" not in rich.page(f"{name}.xml")


def test_json_feeds_lead_on_by_their_next_address(rich):
    found, place = [], "feed.json"
    while place:
        feed = json.loads(rich.page(place))
        assert feed["feed_url"] == f"https://rich.example/sub/{place}"
        found += [item["id"] for item in feed["items"]]
        place = feed.get("next_url", "").removeprefix("https://rich.example/sub/")
    assert len(set(found)) == 5


def test_every_feed_has_archives_where_the_option_says_so(tmp_path):
    options = "  - byline:\n      feed_length: 2\n      feeds: {archives: all}\n"
    done = run_mkdocs(write_site(tmp_path / "site", options, posts=3), "--strict")
    assert done.code == 0, done.said
    assert entries(done, "authors/ada/feed-archive-1.json") == ["Number 2", "Number 1"]


def test_a_new_article_changes_no_archive_but_the_last_ones_link_to_a_newer_one(tmp_path):
    folder = write_site(tmp_path / "site", "  - byline:\n      feed_length: 2\n", posts=6)
    before = run_mkdocs(folder).everything()
    (folder / "posts" / "7.md").write_text(post(7))
    after = run_mkdocs(folder).everything()
    old = [place for place in before if "-archive-" in place]
    assert "feed-archive-3.xml" in after and "feed-archive-3.xml" not in before
    assert {place for place in old if before[place] != after[place]} == {
        "feed-archive-2.xml",
        "atom-archive-2.xml",
    }


def test_an_entry_says_all_that_readers_can_use(rich):
    entry = feedparser.parse(rich.page("atom.xml")).entries[0]
    assert entry.id == "tag:rich.example,2026-01-05:number-5"
    assert (entry.published, entry.updated) == ("2026-01-05T00:00:00+01:00", "2026-02-01T00:00:00+01:00")
    assert [(author.name, author.href) for author in entry.authors] == [
        ("Ada", "https://rich.example/sub/authors/ada/"),
        ("Bo", "https://rich.example/sub/authors/bo/"),
    ]
    assert entry.media_content[0]["url"] == "https://rich.example/sub/posts/sound/cover.webp"
    assert entry.media_content[0]["type"] == "image/webp"
    item = feedparser.parse(rich.page("feed.xml")).entries[0]
    assert item.comments == "https://rich.example/sub/articles/number-5/#byline-comments-title"
    page = html.fromstring(rich.page("articles/number-5/index.html"))
    assert len(page.xpath("//*[@id='byline-comments-title']")) == 1


def test_a_sound_goes_with_its_article_with_its_true_length(rich):
    address = "https://rich.example/sub/posts/sound/talk.mp3"
    item = feedparser.parse(rich.page("feed.xml")).entries[0]
    sound = {"length": str(len(TALK)), "type": "audio/mpeg", "href": address}
    assert item.enclosures == [sound]
    assert item.itunes_duration == "12:30"
    attachment = json.loads(rich.page("feed.json"))["items"][0]["attachments"]
    known = {
        "url": address,
        "mime_type": "audio/mpeg",
        "size_in_bytes": len(TALK),
        "duration_in_seconds": 750,
    }
    assert attachment == [known]
    assert (rich.out / "posts/sound/talk.mp3").read_bytes() == TALK
    player = html.fromstring(rich.page("articles/number-5/index.html")).find(".//audio")
    assert (player.get("src"), player.get("preload")) == ("../../posts/sound/talk.mp3", "none")
    assert "<audio" not in rich.page("articles/number-4/index.html")


def test_the_sites_feed_is_a_podcast_and_names_its_hub(rich):
    channel = etree.fromstring((rich.out / "feed.xml").read_bytes()).find("channel")
    itunes = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"
    assert channel.find(f"{itunes}image").get("href") == "https://rich.example/sub/show.png"
    assert channel.find(f"{itunes}category").get("text") == "Business"
    assert channel.findtext("ttl") == "60"
    assert "https://hub.example/" in [link.get("href") for link in channel.findall(f"{ATOM}link")]
    assert json.loads(rich.page("feed.json"))["hubs"] == [{"type": "WebSub", "url": "https://hub.example/"}]
    assert "itunes:category" not in rich.page("authors/ada/feed.xml")


@pytest.mark.parametrize(
    ("alias", "name"),
    [
        ("feed_rss_created.xml", "feed.xml"),
        ("feed/index.xml", "feed.xml"),
        ("feed/index.html", "feed.xml"),
        ("old/atom.xml", "atom.xml"),
        ("posts.json", "feed.json"),
    ],
)
def test_an_alias_is_a_copy_of_the_feed_that_it_stands_for(rich, alias, name):
    assert rich.page(alias) == rich.page(name)


def test_neither_a_feed_nor_an_alias_takes_the_place_of_a_file(tmp_path):
    taken = {
        "about/": "docs/about.md brings",
        "feed.xml": "the build itself brings",
        "sitemap.xml": "the build itself brings",
        "tags/one-and-two/feed.json": "the build itself brings",
    }
    options = f"  - byline:\n      feeds:\n        aliases: [{', '.join(taken)}]\n"
    folder = write_site(tmp_path / "site", options, posts=1)
    (folder / "docs" / "about.md").write_text("# About\n")
    (folder / "docs" / "tags" / "one-and-two").mkdir(parents=True)
    (folder / "docs" / "tags" / "one-and-two" / "atom.xml").write_text("<x/>")
    done = run_mkdocs(folder)
    assert done.code == 1
    for alias, whose in taken.items():
        wrong = (
            f"mkdocs.yml:7: feeds: the alias `{alias}` is the place of a file that {whose}; choose another"
        )
        assert wrong in done.said
    assert (
        "docs/tags/one-and-two/atom.xml:1: the build writes `tags/one-and-two/atom.xml` itself" in done.said
    )
    assert not done.out.exists()


def test_a_site_without_articles_has_feeds_without_entries(tmp_path):
    folder = write_site(tmp_path / "site", posts=0)
    site = run_mkdocs(folder, "--strict")
    assert site.code == 0, site.said
    for name in NAMES:
        assert entries(site, name) == []
    assert not list(site.out.glob("*archive-*"))


def test_two_builds_give_the_same_bytes(rich, tmp_path):
    again = Path(
        shutil.copytree(rich.folder, tmp_path / "again", ignore=shutil.ignore_patterns("site", ".cache"))
    )
    assert run_mkdocs(again, BYLINE_PROCESSES="2").everything() == rich.everything()
