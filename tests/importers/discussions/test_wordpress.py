from pathlib import Path

import pytest

from importers.discussions.exports import (
    BREAD,
    CALLS,
    CASES,
    PRICE,
    archives,
    bring,
    conversations,
    wp_comment,
    wxr,
)

WORDPRESS = CASES / "wordpress.xml"


def test_every_comment_is_accounted_for(site: Path) -> None:
    result = bring(WORDPRESS)
    assert result.exit_code == 0, result.output
    assert result.output.splitlines()[:11] == [
        "wordpress.xml: WordPress, 23 comments",
        "  12 written, to 4 files",
        "  1 twice in the export",
        "  2 left out: spam",
        "  1 left out: trash or deleted",
        "  1 left out: waiting for approval",
        "  2 left out: pingbacks and trackbacks",
        "  1 left out: of another kind, such as notes of a shop",
        "  1 left out: without a word",
        "  2 of posts that this site does not have",
        "  0 unaccounted for",
    ]
    assert "no post for https://old.example/about-us/ “About us” (1 comment, type: page)" in result.output


def test_replies_hang_on_the_nearest_comment_that_is_kept(site: Path) -> None:
    bring(WORDPRESS)
    [jane, *_] = conversations(site)[f"{BREAD}.md"].threads
    [otto] = jane.replies
    [zoe] = otto.replies
    assert (jane.author, otto.author, zoe.author) == ("Jane Doe", "Otto", "Zoë 🥖")
    assert otto.text == "Answer to the spam, with ]]> inside"


def test_replies_in_a_circle_and_to_nothing_are_not_lost(site: Path) -> None:
    bring(WORDPRESS)
    calls = conversations(site)[f"{CALLS}.md"]
    assert sorted(one.author for one in calls.walk()) == ["A", "B", "C", "D", "E"]
    assert sorted(one.author for one in calls.threads) == ["A", "C", "D", "E"]


def test_dates_are_those_in_utc_else_those_of_the_blogs_zone_else_none(site: Path) -> None:
    bring(WORDPRESS)
    dates = {one.author: one.date for one in conversations(site)[f"{BREAD}.md"].walk()}
    assert str(dates["Jane Doe"]) == "2019-03-05 09:00:00+00:00"
    assert str(dates["Zoë 🥖"]) == "2019-03-07 11:30:00+00:00"
    assert dates["reader"] is None


def test_an_article_is_found_by_guid_by_address_and_last_by_its_title(site: Path) -> None:
    bring(WORDPRESS)
    assert set(archives(site)) == {
        f"{name}.comments.yml" for name in (BREAD, CALLS, PRICE, "2020-02-02-unfinished")
    }


def test_no_e_mail_and_no_ip_address_is_written_and_nothing_active(site: Path) -> None:
    bring(WORDPRESS, CASES / "disqus.xml")
    stored = "".join(archives(site).values())
    for word in ("@", "203.0.113", "<script", "onclick", "javascript", "alert", "\u202e", "\x0b"):
        assert word not in stored


def test_a_second_import_changes_nothing_and_the_authors_edits_stay(site: Path) -> None:
    bring(WORDPRESS)
    file = site / "posts" / f"{BREAD}.comments.yml"
    text = file.read_text()
    edited = "# mine\n" + text.replace("author: Otto", "author: Otto M.").replace("A warm loaf", "A hot loaf")
    file.write_text(edited)
    result = bring(WORDPRESS)
    assert "12 there already, left as they are" in result.output and "written" not in result.output
    assert file.read_text() == edited


def test_what_is_new_is_added_behind_what_is_there_however_it_is_indented(site: Path) -> None:
    file = site / "posts" / f"{CALLS}.comments.yml"
    before = "# remark\n  - id: own\n    text: Mine\n    replies:\n      - {id: wp-2, text: Nested}"
    file.write_text(before)
    Path("a.xml").write_text(
        wxr(wp_comment(1, content="One\n\n two"), wp_comment(2), wp_comment(3, parent="1"))
    )
    result = bring("a.xml")
    assert result.exit_code == 0, result.output
    assert file.read_text().startswith(before)
    threads = conversations(site)[f"{CALLS}.md"].threads
    assert {one.text: [reply.text for reply in one.replies] for one in threads} == {
        "Mine": ["Nested"],
        "One\ntwo": ["Well said."],
        "Well said.": [],
    }


def test_two_blogs_that_count_alike_lose_nothing(site: Path) -> None:
    Path("a.xml").write_text(wxr(wp_comment(1), wp_comment(2, parent="1", content="To Jane")))
    Path("b.xml").write_text(
        wxr(
            wp_comment(1, author="Otto", date_gmt="2010-01-01 00:00:00"),
            wp_comment(2, author="Zoe", date_gmt="2010-01-02 00:00:00", parent="1", content="To Otto"),
        )
    )
    for files in (("a.xml", "b.xml"), ("b.xml",), ("a.xml",)):
        assert bring(*files).exit_code == 0
        threads = conversations(site)[f"{CALLS}.md"].threads
        assert {one.author: [reply.text for reply in one.replies] for one in threads} == {
            "Otto": ["To Otto"],
            "Jane": ["To Jane"],
        }


def test_one_id_with_two_texts_in_one_export_keeps_both(site: Path) -> None:
    Path("a.xml").write_text(wxr(wp_comment(1), wp_comment(1, content="Other words.")))
    assert "2 written" in bring("a.xml").output
    assert "2 there already" in bring("a.xml").output
    assert len(list(conversations(site)[f"{CALLS}.md"].walk())) == 2


def test_one_export_under_two_names_comes_in_once(site: Path) -> None:
    for name in ("a.xml", "b.xml"):
        Path(name).write_text(wxr(wp_comment(1), wp_comment(2, parent="1")))
    result = bring("a.xml", "b.xml")
    assert result.output.count("2 written") == 1 and result.output.count("2 there already") == 1
    assert len(list(conversations(site)[f"{CALLS}.md"].walk())) == 2


def test_a_map_places_what_is_not_found_by_itself(site: Path) -> None:
    Path("map.yml").write_text(
        f"/about-us/: {PRICE}.md\nhttps://old.example/img_1.jpg: posts/{CALLS}.md\n/unused/: {CALLS}.md\n"
    )
    result = bring(WORDPRESS, "--map", "map.yml")
    assert result.exit_code == 0, result.output
    assert "14 written" in result.output and "no post for" not in result.output
    assert "in the map, but in no export: /unused" in result.output
    assert "Gil" in archives(site)[f"{PRICE}.comments.yml"]


def test_a_map_to_a_post_that_is_not_there_is_a_problem_with_its_line(site: Path) -> None:
    Path("map.yml").write_text(f"/a/: {PRICE}.md\n/b/: {PRICE}s.md\n/c/: 5\n")
    result = bring(WORDPRESS, "--map", "map.yml")
    assert result.exit_code == 1
    assert f"map.yml:2: there is no post `{PRICE}s.md`; did you mean `{PRICE}.md`?" in result.output
    assert "map.yml:3: " in result.output
    assert not archives(site)


def test_with_one_archive_that_cannot_be_read_nothing_is_written(site: Path) -> None:
    (site / "posts" / f"{CALLS}.comments.yml").write_text("a: mapping\n")
    (site / "posts" / f"{PRICE}.comments.yml").write_text("- id: x\n  text: 'unclosed\n")
    before = archives(site)
    result = bring(WORDPRESS)
    assert result.exit_code == 1
    assert f"posts/{CALLS}.comments.yml:1: " in result.output
    assert f"posts/{PRICE}.comments.yml:" in result.output
    assert archives(site) == before


def test_an_archive_in_brackets_is_not_broken_but_reported(site: Path) -> None:
    (site / "posts" / f"{CALLS}.comments.yml").write_text("[{id: own, text: Mine}]\n")
    result = bring(WORDPRESS)
    assert result.exit_code == 1
    assert "nothing can be added behind the last entry here" in result.output


@pytest.mark.parametrize(
    ("content", "html"),
    [
        ("One\ntwo\n\nthree", "<p>One<br>\ntwo</p>\n<p>three</p>"),
        ("<p>Own</p><p>paragraphs</p>", "<p>Own</p>\n<p>paragraphs</p>"),
        ("<blockquote>Said</blockquote>so", "<blockquote>\n<p>Said</p>\n</blockquote>\n<p>so</p>"),
        ("<pre>a\n\n  b</pre>", "<pre>a\n\n  b</pre>"),
        ("<pre>never closed", "<pre>never closed</pre>"),
        ("1 < 2 & 3", "<p>1 &lt; 2 &amp; 3</p>"),
        ("A <b>bold</b> <iframe src='x'></iframe>word", "<p>A <strong>bold</strong> word</p>"),
        (
            '<a href="https://a.example/" style="x" onclick="y">a</a>',
            '<p><a href="https://a.example/" rel="nofollow ugc noopener">a</a></p>',
        ),
    ],
)
def test_the_text_becomes_paragraphs_of_clean_html(site: Path, content: str, html: str) -> None:
    Path("a.xml").write_text(wxr(wp_comment(content=content)))
    bring("a.xml")
    [comment] = conversations(site)[f"{CALLS}.md"].threads
    assert comment.html == html


def test_a_post_in_another_script_is_found_by_its_encoded_slug(site: Path) -> None:
    (site / "posts" / "2021-01-01-x.md").write_text(
        "---\ntitle: Über Brot\nslug: über-brot\ndate: 2021-01-01\n---\nX\n"
    )
    Path("a.xml").write_text(wxr(wp_comment(), item="<wp:post_name>%C3%BCber-brot</wp:post_name>"))
    assert "1 written" in bring("a.xml").output


def test_a_title_that_two_articles_have_tells_nothing(site: Path) -> None:
    for name in ("a", "b"):
        (site / "posts" / f"{name}.md").write_text(
            f"---\ntitle: Twice\nslug: {name}-x\ndate: 2021-01-01\n---\nX\n"
        )
    Path("a.xml").write_text(wxr(wp_comment(), item="<title>Twice</title>"))
    assert "1 of posts that this site does not have" in bring("a.xml").output
