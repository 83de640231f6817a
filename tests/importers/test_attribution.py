from pathlib import Path

from byline.authors import Author, parse_authors
from byline.importers import ImportOptions, describe
from importers.plans import BIO, POSTS, TEXT, TILDA, article, front_matter, plan, refused


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


def by(line: str) -> str:
    return TEXT.replace("Bread, slowly\n", f"Bread, slowly\n{line}\n")


def test_a_byline_names_a_known_author() -> None:
    authors = {"tilda": TILDA, "ben": Author("ben", "Ben Ode")}
    result = plan(article(by("by Tilda M. van Brook")), authors=authors)
    assert front_matter(result.new_files[0].text)["authors"] == ["tilda"]
    assert "by Tilda" not in result.new_files[0].text
    assert result.new_files[1].text == "by Tilda M. van Brook\n"
    assert "taken from the line “by Tilda M. van Brook”" in describe(result.reports[0])


def test_a_byline_of_two_names_both() -> None:
    authors = {"tilda": TILDA, "ben": Author("ben", "Ben Ode")}
    result = plan(article(by("By Ben Ode and Tilda van Brook | March 3, 2019")), authors=authors)
    assert front_matter(result.new_files[0].text)["authors"] == ["ben", "tilda"]


def test_a_byline_names_the_author_of_a_bio_in_the_same_run() -> None:
    ben = {"ben": Author("ben", "Ben Ode")}
    result = plan(article(by("by Tilda van Brook")), article(TEXT + "More.\n" + BIO, "b.txt"), authors=ben)
    assert front_matter(result.new_files[0].text)["authors"] == ["tilda-van-brook"]


def test_a_byline_of_somebody_unknown_is_reported_and_nobody_else_takes_the_place() -> None:
    result = plan(article(by("by Nela Brandvik")), authors={"tilda": TILDA})
    assert "authors" not in front_matter(result.new_files[0].text)
    assert result.authors_text is None
    assert "the text says it is by Nela Brandvik, whom the site does not know" in describe(result.reports[0])


def test_a_bio_wins_over_another_byline_which_is_reported() -> None:
    result = plan(article(by("by Ben Ode") + BIO))
    assert front_matter(result.new_files[0].text)["authors"] == ["tilda-van-brook"]
    assert "the line “by Ben Ode” in the text is not used" in describe(result.reports[0])
    same = plan(article(by("by Tilda van Brook") + BIO))
    assert "not used" not in describe(same.reports[0])


def test_the_author_named_wins_over_a_byline() -> None:
    authors = {"tilda": TILDA, "ben": Author("ben", "Ben Ode")}
    result = plan(article(by("by Ben Ode")), options=ImportOptions(author="tilda"), authors=authors)
    assert front_matter(result.new_files[0].text)["authors"] == ["tilda"]
