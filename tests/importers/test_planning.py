from dataclasses import replace

import pytest

from byline.importers import ImportOptions, Post, describe, next_step
from importers.plans import POSTS, TEXT, article, front_matter, plan, refused


def test_a_text_becomes_a_draft_that_asks_for_what_is_missing() -> None:
    made = plan(article()).new_files
    assert [file.path for file in made] == [POSTS / "bread-slowly.md"]
    assert made[0].text.startswith("---\ntitle: Bread, slowly\n# or: ")
    assert (
        "# add a date: YYYY-MM-DD, then remove draft\ndraft: true\n# add its author: authors: [id]\n"
        in made[0].text
    )
    values = front_matter(made[0].text)
    assert set(values) == {"title", "draft", "imported_from", "source_id"}
    assert str(values["source_id"]).startswith("sha256:")
    assert made[0].text.endswith(
        "---\n\nA loaf that was hurried tells everybody at the table about it, and so do we all.\n"
    )


def test_titles_go_to_the_files_in_their_order() -> None:
    both = article(), article(TEXT + "More.", "b.txt")
    names = [file.path.name for file in plan(*both, options=ImportOptions(titles=("One", "Two"))).new_files]
    assert names == ["one.md", "two.md"]
    assert "name one file" in refused(*both, options=ImportOptions(titles=("One",)))
    assert "a title is empty" in refused(both[0], options=ImportOptions(titles=("  ",)))


def test_a_heading_that_is_not_the_title_goes_back_into_the_body() -> None:
    result = plan(article(), options=ImportOptions(titles=("Another",)))
    assert "\n\nBread, slowly\n\nA loaf" in result.new_files[0].text
    assert result.reports[0].loss.unaccounted == 0
    same = plan(article(), options=ImportOptions(titles=("BREAD slowly",)))
    assert "\n\nBread, slowly" not in same.new_files[0].text
    assert same.reports[0].loss.unaccounted == 0


@pytest.mark.parametrize("title", ['a: "b" #c', "2019-05-03", "- x", "yes", "[x]", "It’s & ünï", "@at"])
def test_any_title_is_quoted_where_yaml_needs_it(title: str) -> None:
    post = plan(article(), options=ImportOptions(titles=(title,))).new_files[0]
    assert front_matter(post.text)["title"] == title


def test_the_same_file_is_imported_once() -> None:
    first = article()
    done = Post(POSTS / "old.md", first.source_id, "old")
    result = plan(first, posts=(done,))
    assert result.new_files == ()
    assert describe(result.reports[0]) == "a.txt: already imported as posts/old.md, left alone"
    assert next_step(result.reports) == "Nothing new to import."
    twice = plan(first, article(name="copy.txt"))
    assert len(twice.new_files) == 1


def test_a_taken_name_or_address_gets_a_number() -> None:
    post = plan(article(), posts=(Post(POSTS / "2001-01-01-x.md", slug="bread-slowly"),)).new_files[0]
    assert post.path.name == "bread-slowly-2.md"
    assert front_matter(post.text)["slug"] == "bread-slowly-2"
    two = plan(article(), article(TEXT + "More.", "b.txt")).new_files
    assert [file.path.name for file in two] == ["bread-slowly.md", "bread-slowly-2.md"]


def test_what_was_dropped_is_kept_beside_the_post_under_a_free_name() -> None:
    text = TEXT + "Share this:\nLeave a Reply\n"
    kept = plan(article(text), left_overs=frozenset({"bread-slowly.dropped.txt"})).new_files[1]
    assert kept.path.name == "bread-slowly-2.dropped.txt"
    assert kept.text == "Share this:\n\nLeave a Reply\n"


def test_an_import_that_would_lose_words_is_refused() -> None:
    broken = replace(article(), body="A loaf that was hurried.")
    assert "words would be lost or doubled" in refused(broken)
