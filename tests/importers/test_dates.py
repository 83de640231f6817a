from datetime import date

import pytest

from byline.importers import ImportOptions, describe
from importers.plans import TEXT, article, front_matter, plan, refused

HEAD = "Bread, slowly\nMarch 3, 2019\n"


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


def test_a_date_in_the_text_is_offered_and_never_set() -> None:
    result = plan(article(TEXT.replace("Bread, slowly\n", HEAD)))
    post = result.new_files[0]
    assert post.path.name == "bread-slowly.md"
    assert "date" not in front_matter(post.text)
    assert "draft: true" in post.text
    assert "# date in the text: 2019-03-03\n" in post.text
    assert "date in the text: 2019-03-03; use --date 2019-03-03" in describe(result.reports[0])
    assert result.new_files[1].text == "March 3, 2019\n"


def test_a_date_that_can_mean_two_days_is_offered_as_both() -> None:
    result = plan(article(TEXT.replace("Bread, slowly\n", "Bread, slowly\n3/4/2019\n")))
    said = "date in the text: 2019-03-04 or 2019-04-03; use --date with the right one"
    assert said in describe(result.reports[0])


def test_a_date_that_is_given_is_set_and_the_one_in_the_text_not_spoken_of() -> None:
    options = ImportOptions(dates=(date(2020, 1, 2),))
    result = plan(article(TEXT.replace("Bread, slowly\n", HEAD)), options=options)
    assert front_matter(result.new_files[0].text)["date"] == date(2020, 1, 2)
    assert "date in the text" not in describe(result.reports[0]) + result.new_files[0].text


def test_publishing_offers_the_date_in_the_text_but_does_not_take_it() -> None:
    dated = article(TEXT.replace("Bread, slowly\n", HEAD))
    assert "add `--date 2019-03-03`" in refused(dated, options=ImportOptions(publish=True))
