from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from byline.authors import Author, parse_authors
from byline.documents import parse_yaml, split_front_matter
from byline.importers import (
    ImportedArticle,
    ImportOptions,
    ImportPlan,
    Post,
    Surroundings,
    describe,
    next_step,
    plan_import,
    read_source,
)
from byline.problems import ContentError

POSTS = Path("posts")
TEXT = "Bread, slowly\nA loaf that was hurried tells everybody at the table about it, and so do we all.\n"
BIO = (
    "Tilda M. van Brook, owner of the Noon Bakery, teaches bread making to people who have no time for it. "
    "She lives above the shop.\n"
)
TILDA = Author("tilda", "Tilda van Brook", bio="Bakes.")


def article(text: str = TEXT, name: str = "a.txt") -> ImportedArticle:
    return read_source(text.encode(), Path(name))


def plan(*articles: ImportedArticle, options: ImportOptions | None = None, **site: object) -> ImportPlan:
    return plan_import(articles, options or ImportOptions(), Surroundings(POSTS, **site))  # type: ignore[arg-type]


def refused(*articles: ImportedArticle, options: ImportOptions | None = None, **site: object) -> str:
    with pytest.raises(ContentError) as caught:
        plan(*articles, options=options, **site)
    return str(caught.value)


def front_matter(text: str) -> dict[str, object]:
    return parse_yaml(split_front_matter(text).yaml, Path("x.md")).values


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


def test_a_date_in_the_file_name_counts_as_given() -> None:
    post = plan(article(name="2019-05-03-foo.txt")).new_files[0]
    assert post.path.name == "2019-05-03-bread-slowly.md"
    assert front_matter(post.text)["date"] == date(2019, 5, 3)
    assert "# add a date" not in post.text


@pytest.mark.parametrize("name", ["2019-13-45-foo.txt", "20190503.txt", "notes-2019-05-03.txt"])
def test_no_date_is_guessed(name: str) -> None:
    assert "date" not in front_matter(plan(article(name=name)).new_files[0].text)


def test_publishing_needs_a_date_for_every_file() -> None:
    options = ImportOptions(publish=True)
    dated, undated = article(name="2019-05-03-foo.txt"), article(TEXT + "More.", "b.txt")
    assert refused(dated, undated, options=options).startswith("b.txt:1: no date, so it cannot be published;")
    post = plan(dated, options=options).new_files[0]
    assert "draft" not in front_matter(post.text)


def test_one_date_is_for_all_files_and_several_go_in_order() -> None:
    both = article(), article(TEXT + "More.", "b.txt")
    days = date(2020, 1, 2), date(2021, 3, 4)
    names = [file.path.name[:10] for file in plan(*both, options=ImportOptions(dates=days[:1])).new_files]
    assert names == ["2020-01-02", "2020-01-02"]
    names = [file.path.name[:10] for file in plan(*both, options=ImportOptions(dates=days)).new_files]
    assert names == ["2020-01-02", "2021-03-04"]
    assert "3 `--date` for 2 files" in refused(*both, options=ImportOptions(dates=(*days, days[0])))


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


def test_a_bio_becomes_a_new_author() -> None:
    result = plan(article(TEXT + BIO))
    assert result.authors_text is not None
    author = parse_authors(result.authors_text, Path("authors.yml"))["tilda-van-brook"]
    assert (author.name, author.description) == ("Tilda M. van Brook", "Owner of the Noon Bakery")
    assert author.bio.strip() == BIO.strip()
    assert front_matter(result.new_files[0].text)["authors"] == ["tilda-van-brook"]
    assert len(result.new_files) == 1


def test_a_known_author_is_linked_and_keeps_their_bio() -> None:
    result = plan(article(TEXT + BIO), authors={"tilda": TILDA})
    assert result.authors_text is None
    assert front_matter(result.new_files[0].text)["authors"] == ["tilda"]
    assert result.new_files[1].path == POSTS / ".imported" / "bread-slowly.dropped.txt"
    assert result.new_files[1].text == BIO
    assert "what the author file says is kept" in describe(result.reports[0])


def test_files_without_a_bio_get_the_only_author_of_the_run() -> None:
    result = plan(article(), article(TEXT + "More.\n" + BIO, "b.txt"))
    assert all(front_matter(file.text)["authors"] == ["tilda-van-brook"] for file in result.new_files)
    assert "its author is taken to be Tilda M. van Brook" in describe(result.reports[0])


def test_files_without_a_bio_get_the_only_author_of_the_site() -> None:
    result = plan(article(), authors={"tilda": TILDA})
    assert front_matter(result.new_files[0].text)["authors"] == ["tilda"]
    two = {"tilda": TILDA, "ben": Author("ben", "Ben Ode")}
    assert "authors" not in front_matter(plan(article(), authors=two).new_files[0].text)


def test_the_author_named_wins_over_a_bio_which_is_kept_beside_the_post() -> None:
    authors = {"ben": Author("ben", "Ben Ode"), "eva": Author("eva", "Eva Ode")}
    result = plan(article(TEXT + BIO), options=ImportOptions(author="ben"), authors=authors)
    assert result.authors_text is None
    assert front_matter(result.new_files[0].text)["authors"] == ["ben"]
    assert result.new_files[1].text == BIO


def test_an_unknown_author_is_a_problem_that_names_a_near_one() -> None:
    said = refused(article(), options=ImportOptions(author="tlida"), authors={"tilda": TILDA})
    assert "there is no author `tlida`; did you mean `tilda`?" in said
    assert "the author file has none yet" in refused(article(), options=ImportOptions(author="x"))


def test_the_author_named_may_come_from_a_bio_of_the_same_run() -> None:
    options = ImportOptions(author="tilda-van-brook")
    assert plan(article(TEXT + BIO), options=options).authors_text is not None


def test_what_was_dropped_is_kept_beside_the_post_under_a_free_name() -> None:
    text = TEXT + "Share this:\nLeave a Reply\n"
    kept = plan(article(text), left_overs=frozenset({"bread-slowly.dropped.txt"})).new_files[1]
    assert kept.path.name == "bread-slowly-2.dropped.txt"
    assert kept.text == "Share this:\n\nLeave a Reply\n"


def test_an_import_that_would_lose_words_is_refused() -> None:
    broken = replace(article(), body="A loaf that was hurried.")
    assert "words would be lost or doubled" in refused(broken)


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


def test_the_report_is_short_and_says_everything() -> None:
    result = plan(article(TEXT.replace("hurried", "hurreid") + BIO + "Leave a Reply\n"))
    assert describe(result.reports[0]).split("\n  ") == [
        "a.txt → posts/bread-slowly.md (draft)",
        "title: Bread, slowly (a guess)",
        *[f"   or: {title}" for title in result.reports[0].article.titles[1:]],
        "author: tilda-van-brook",
        "note: new author `tilda-van-brook`, from the bio at its end: look through it in the author file",
        "line 2: hurreid → hurried? (left as it is)",
        "dropped: “Leave a Reply”",
        "kept beside it: posts/.imported/bread-slowly.dropped.txt",
        "words: 47 in = 19 out + 25 in a bio + 3 dropped, 0 unaccounted",
    ]
