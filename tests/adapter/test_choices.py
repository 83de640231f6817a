"""What `mkdocs build` makes of an author's choices about a checklist."""

import re

from byline.checklists.identity import name_tip
from conftest import run_mkdocs

POST = """\
---
title: Keeping a log
date: 2026-02-01
checklist:
  title: Before you <b>leave</b>
  add: [Breathe & <i>count</i>]
  skip: [{rope}]
  reword:
    {log}: Write the log
  order: [{second}]
---
## The log <!-- tip -->

We kept one. It was dark. <!-- tip -->
Then we left.

In the bag:

- A rope
- A lamp
{{ .checklist }}

See [the log](#the-log).
"""


def checklist_of(page: str) -> str:
    return page[page.index("<byline-checklist") : page.index("</byline-checklist>")]


def test_readers_see_what_the_author_decided_and_none_of_the_marks(copy_site):
    folder = copy_site("small")
    ids = {"rope": name_tip("A rope"), "log": name_tip("The log"), "second": name_tip("It was dark")}
    (folder / "posts" / "log.md").write_text(POST.format(**ids))
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text() + "\nmarkdown_extensions: [attr_list, toc: {permalink: true}]\n")
    site = run_mkdocs(folder, "--strict")
    assert site.code == 0, site.said
    page = site.page("articles/keeping-a-log/index.html")
    checklist = checklist_of(page)
    assert re.findall(r'__text">([^<]*)<', checklist) == [
        "It was dark",
        "Write the log",
        "A lamp",
        "Breathe &amp; &lt;i&gt;count&lt;/i&gt;",
    ]
    assert re.search(r"<h2 [^>]*>Before you &lt;b&gt;leave&lt;/b&gt;</h2>", checklist)
    assert re.findall(r'value="([^"]+)"', checklist)[:2] == [ids["second"], ids["log"]]
    assert checklist.count('href="#') == 3
    assert 'href="#the-log"' in checklist
    assert '<h2 id="the-log">The log<' in page
    body = page[page.index("byline-article__body") : page.index("<byline-checklist")]
    assert not re.search(r"<!--\s*tip|\.checklist|<br", body)
    assert re.search(r">A lamp(<a [^>]*></a>)?</li>", body)


def test_a_checklist_that_waits_for_review_is_not_shown_and_stops_no_build(copy_site):
    folder = copy_site("small")
    post = folder / "posts" / "first.md"
    post.write_text(post.read_text().replace("categories:", "checklist: review\ncategories:"))
    site = run_mkdocs(folder, "--strict")
    assert site.code == 0, site.said
    assert "<byline-checklist" not in site.page("articles/pack-the-night-before/index.html")


def test_a_choice_that_cannot_be_followed_stops_the_build(copy_site):
    folder = copy_site("small")
    post = folder / "posts" / "first.md"
    post.write_text(post.read_text().replace("categories:", "checklist: {skip: [0123456789]}\ncategories:"))
    site = run_mkdocs(folder)
    assert site.code == 1
    assert "posts/first.md:5: the tip `0123456789` is no longer in the article; take it out" in site.said
