"""What `mkdocs build` makes of an article whose tips stand in lists, headings and prose."""

import json
import re
import subprocess
import sys

import feedparser
import pytest
from lxml import html as lxml_html

from conftest import run_mkdocs

POST = """\
---
title: A first week
date: 2026-02-01
---
Offices have their ways. This is what I would tell a new colleague.

[[checklist]]

## The first things

- **Ask** [the porter](first.md) for a key. <!-- tip -->
- Write down your questions & the answers. <!-- tip -->

    He knows <b>everyone</b>.

- Read the log: <!-- tip -->
    1. Start at its end. <!-- tip -->
    2. Count the days. <!-- tip -->

## Keep a log of your own <!-- tip -->

You should always carry a pencil with you. <!-- tip -->

The sign is `[[checklist]]` there.
"""
PLUGINS = "plugins:\n  - search\n  - byline\n{}markdown_extensions: [attr_list, toc: {{permalink: true}}]\n"
PAGE = "articles/a-first-week/index.html"


@pytest.fixture(scope="module")
def make(copy_site):
    """Build a copy of the small site with this post."""

    def build(post: str = POST, more: str = "", config: str = "", **variables):
        folder = copy_site("small")
        (folder / "posts" / "week.md").write_text(post)
        file = folder / "mkdocs.yml"
        head = file.read_text().partition("plugins:")[0]
        file.write_text(head + PLUGINS.format(more) + config)
        return run_mkdocs(folder, "--strict", **variables)

    return build


@pytest.fixture(scope="module")
def site(make):
    site = make()
    assert site.code == 0, site.said
    return site


def body_and_box(page: str):
    """Return the article's own text, and the box of its checklist."""
    root = lxml_html.fromstring(page)
    body = root.xpath("//div[contains(@class, 'byline-article__body')]")[0]
    box = root.xpath("//byline-checklist[not(contains(@class, '--inline'))]")
    assert len(box) == 1
    return body, box[0]


def test_lists_of_tips_are_the_checklist_and_other_tips_lead_to_the_box(site):
    body, box = body_and_box(site.page(PAGE))
    in_place = body.xpath(".//byline-checklist[contains(@class, '--inline')]")
    assert len(in_place) == 1
    assert in_place[0].get("data-key") == box.get("data-key") == "a-first-week"
    assert json.loads(in_place[0].get("data-words"))["undo"] == "Undo"
    texts = [" ".join(text.text_content().split()) for text in in_place[0].xpath(".//label")]
    assert texts == [
        "Ask the porter for a key.",
        "Write down your questions & the answers.",
        "Read the log:",
        "Start at its end.",
        "Count the days.",
    ]
    assert in_place[0].xpath(".//label//a/@href") == ["../pack-the-night-before/"]
    links = body.xpath(".//a[@class='byline-tip__back']")
    assert [link.getparent().tag for link in links] == ["h2", "p"]
    assert {link.get("href")[: len("#item-")] for link in links} == {"#item-"}
    assert not any(link.text_content() for link in links)


def test_the_box_stands_where_its_author_wants_it_and_code_stays_code(site):
    body, box = body_and_box(site.page(PAGE))
    assert body in box.iterancestors()
    assert box.getnext().tag == "h2"
    assert site.page(PAGE).count("[[checklist]]") == 1


def test_without_a_mark_the_box_stands_at_the_end(make):
    site = make(POST.replace("[[checklist]]\n\n##", "##"))
    body, box = body_and_box(site.page(PAGE))
    assert body not in box.iterancestors()
    assert "<!--byline-checklist-->" not in site.page(PAGE)


def test_the_outline_and_the_search_know_words_and_no_boxes(site):
    page = site.page(PAGE)
    outline = page[page.index('class="md-nav md-nav--secondary"') :]
    assert re.search(
        r'href="#keep-a-log-of-your-own"[^>]*>\s*<span[^>]*>\s*Keep a log of your own\s*<', outline
    )
    index = json.loads(site.page("search/index.json"))["docs"]
    found = {
        entry["title"]: entry for entry in index if entry["location"].startswith("articles/a-first-week/")
    }
    assert set(found) == {"A first week", "The first things", "Keep a log of your own"}
    first = found["The first things"]
    assert first["location"] == "articles/a-first-week/#the-first-things"
    assert "<li>Ask the porter for a key.</li>" in first["text"]
    assert first["text"].count("Count the days.") == 1
    assert found["A first week"]["text"].count("<p>") == 1
    said = json.dumps(index)
    assert not re.search(r"byline|☐|To the checklist|\[\[checklist\]\](?!</code>)", said)


def test_excerpts_and_descriptions_are_the_articles_words(site):
    listing = site.page("articles/index.html")
    assert "<p>Offices have their ways. This is what I would tell a new colleague.</p>" in listing
    assert "byline-checklist__box" not in listing
    described = re.search(r'<meta name="description" content="([^"]*)"', site.page(PAGE))
    assert described[1] == "Offices have their ways. This is what I would tell a new colleague."


@pytest.mark.parametrize("mark", ["", "[[checklist]]\n\n"])
def test_a_mark_in_the_first_place_is_no_excerpt(make, mark):
    site = make(
        POST.replace("Offices", f"{mark}Offices").replace("colleague.\n\n[[checklist]]", "colleague.")
    )
    assert "<p>Offices have their ways." in site.page("articles/index.html")


def test_the_feed_has_signs_for_boxes_and_a_link_to_the_checklists_page(site):
    entries = feedparser.parse(site.page("feed.xml")).entries
    content = next(entry.content[0].value for entry in entries if entry.title == "A first week")
    assert not re.search(r"byline|<input|<label|<!--|item-|\[\[checklist\]\](?!</code>)", content)
    root = lxml_html.fromstring(f"<div>{content}</div>")
    items = [" ".join(item.text_content().split()) for item in root.xpath(".//li")]
    assert items[:2] == [
        "☐ Ask the porter for a key.",
        "☐ Write down your questions & the answers. He knows everyone.",
    ]
    assert items[2:5] == [
        "☐ Read the log: ☐ Start at its end. ☐ Count the days.",
        "☐ Start at its end.",
        "☐ Count the days.",
    ]
    last, link = root.xpath("./ul[last()]")[0], root.xpath("./p[last()]/a")[0]
    assert last.getprevious().text_content() == "Checklist"
    assert items[5:] == [" ".join(item.text_content().split()) for item in last] != []
    assert link.get("href") == "https://small.example/articles/a-first-week/checklist/"


@pytest.mark.parametrize(
    ("post", "warning"),
    [
        ("A story. It rained.\n\n[[checklist]]\n", "week.md:7: `[[checklist]]` stands at nothing"),
        (POST[POST.index("Offices") :] + "\nEnd.\n\n[[checklist]]\n", "stands here again"),
        (POST[POST.index("Offices") :] + "\nEnd:\n[[checklist]]\nof it.\n", "stands within other text"),
    ],
)
def test_a_mark_at_nothing_is_pointed_out(make, post, warning):
    site = make("---\ntitle: A first week\ndate: 2026-02-01\n---\n" + post)
    assert warning in site.said
    assert "Traceback" not in site.said
    assert site.code == 1


def test_a_mark_without_a_checklist_disappears(copy_site):
    folder = copy_site("small")
    post = folder / "posts" / "first.md"
    post.write_text(
        post.read_text().replace("categories:", "checklist: false\ncategories:") + "\n[[checklist]]\n"
    )
    site = run_mkdocs(folder)
    assert "stands at nothing" in site.said
    page = site.page("articles/pack-the-night-before/index.html")
    assert "[[checklist]]" not in page
    assert "byline-checklist" not in page.partition("<article")[2]
    command = [sys.executable, "-c", "from byline.cli import main; main()", "check"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    assert "stands at nothing" in done.stdout + done.stderr


def test_the_offline_and_privacy_plugins_leave_the_checklist_whole(make, site):
    more = "  - privacy: {assets: false}\n  - offline\n"
    offline = make(more=more, config="use_directory_urls: false\n", OFFLINE="true")
    assert offline.code == 0, offline.said
    page = (
        offline.page("articles/a-first-week.html")
        if "articles/a-first-week.html" in offline.everything()
        else offline.page(PAGE)
    )
    body, _ = body_and_box(page)
    before, _ = body_and_box(site.page(PAGE))
    for path in (
        ".//input/@value",
        ".//a[@class='byline-tip__back']/@href",
        ".//byline-checklist/@data-words",
    ):
        assert body.xpath(path) == before.xpath(path) != []
    assert "https://small.example/" in feedparser.parse(offline.page("feed.xml")).entries[0].link


def test_extensions_and_plugins_for_links_in_brackets_leave_the_mark_alone(copy_site):
    folder = copy_site("small")
    (folder / "posts" / "week.md").write_text(f"{POST}\n[checklist]: https://other.example/\n")
    file = folder / "mkdocs.yml"
    file.write_text(f"{file.read_text()}markdown_extensions: [attr_list, wikilinks]\n")
    site = run_mkdocs(folder, "--strict")
    assert site.code == 0, site.said
    page = site.page(PAGE)
    assert "wikilink" not in page
    assert "other.example" not in page
    assert page.index('class="byline-checklist"') < page.index('id="the-first-things"')
