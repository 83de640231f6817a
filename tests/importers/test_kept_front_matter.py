from datetime import date

import pytest

from byline.importers import ImportOptions, Post, describe
from importers.plans import POSTS, article, front_matter, plan, refused


def test_front_matter_of_a_markdown_file_is_kept_and_wins() -> None:
    head = 'title: "Mine"   # my title\ndate: 2001-02-03\ntags: [a, b]\n'
    source = article(f"---\n{head}---\n\nText *here*.\n", "m.md")
    result = plan(source, options=ImportOptions(titles=("Other",), dates=(date(2020, 1, 1),)))
    post = result.new_files[0]
    assert post.path.name == "2001-02-03-mine.md"
    assert post.text.startswith(f"---\n{head}draft: true\n")
    assert post.text.endswith("---\n\nText *here*.\n")
    assert "its front matter has `date:`, which is kept" in describe(result.reports[0])


def test_a_markdown_file_that_says_it_is_no_draft_needs_a_date() -> None:
    assert "no date" in refused(article("---\ndraft: false\n---\nText", "m.md"))


@pytest.mark.parametrize("slug", ["../../etc/x", "/abs", "a/b", "..", "con\\x"])
def test_a_slug_never_leads_out_of_the_posts(slug: str) -> None:
    post = plan(article(f"---\nslug: '{slug}'\n---\nText here.", "m.md")).new_files[0]
    assert post.path.parent == POSTS


def test_front_matter_that_cannot_grow_is_a_problem() -> None:
    assert "nothing can be added" in refused(article("---\n{title: x}\n---\nText", "m.md"))


def test_a_slug_of_the_file_itself_must_be_free() -> None:
    said = refused(
        article("---\ntitle: x\nslug: mine\n---\nText", "m.md"), posts=(Post(POSTS / "a.md", slug="mine"),)
    )
    assert said.startswith("m.md:3: the slug `mine` is taken by a post")


def test_a_heading_with_markup_gives_a_title_without_it() -> None:
    post = plan(article("# **Bread**, [slowly](x.md)\n\nText here.\n", "m.md")).new_files[0]
    assert front_matter(post.text)["title"] == "Bread, slowly"
    assert post.path.name == "bread-slowly.md"
    assert "# or:" not in post.text
