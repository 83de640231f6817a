import gzip
import time
import zipfile
from pathlib import Path

import pytest

from importers.discussions.exports import CALLS, CASES, archives, bring, conversations, wp_comment, wxr

GOOD = (CASES / "wordpress.xml").read_text(encoding="utf-8")
BOMB = '<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
HEAD = '<?xml version="1.0"?>'


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "a.xml:1: the file is empty; export it again"),
        (b" \n\t", "the file is empty"),
        (b"Hello", "this is no export of comments that is known"),
        (b"PK\x03\x04zip", "this file is packed; unpack it"),
        (gzip.compress(GOOD.encode()), "this file is packed; unpack it"),
        (b"<!DOCTYPE html><title>Log in</title>", "this is a web page"),
        (b"\xef\xbb\xbf\n<html>", "this is a web page"),
        (GOOD[: len(GOOD) // 2].encode(), "the file ends in the middle"),
        (GOOD.replace("</channel>", "</chanel>").encode(), "not well-formed XML"),
        (GOOD.replace(HEAD[:5], HEAD[:5], 1).replace("<rss", BOMB + "<rss", 1).encode(), "a DTD or entities"),
        (GOOD.replace("Old blog", "&unknown;", 1).encode(), "not well-formed XML (undefined entity"),
        (b'<rss version="2.0"><channel><item><title>A</title></item></channel></rss>', "this is a feed"),
        (b'<a xmlns:wp="http://wordpress.org/export/1.2/"></a>', "this is no export of WordPress"),
        (HEAD.encode() + b'<x xmlns="http://disqus.com"><disqus/></x>', "this is no export of Disqus"),
        (b'<?xml version="1.0" encoding="klingon"?><rss>', "nobody knows the encoding `klingon`"),
        (b'<?xml version="1.0" encoding="rot13"?><rss>', "nobody knows the encoding `rot13`"),
        (b"<rss>" + b"<a>" * 100_000, "nested too deeply"),
        (b"SQLite format 3\0" + b"garbage" * 100, "this database cannot be read"),
    ],
)
def test_a_file_that_is_no_export_is_refused_with_a_mend_and_nothing_is_written(
    site: Path, data: bytes, said: str
) -> None:
    Path("a.xml").write_bytes(data)
    Path("good.xml").write_text(GOOD)
    result = bring("good.xml", "a.xml")
    assert result.exit_code == 1
    assert said in result.output
    assert "Traceback" not in result.output
    assert not archives(site)


def test_missing_files_and_folders_are_reported_together(site: Path) -> None:
    result = bring("nowhere.xml", "posts")
    assert result.exit_code == 1
    assert result.output.count("the file cannot be read") == 2


def test_a_zip_archive_is_refused(site: Path) -> None:
    with zipfile.ZipFile("a.zip", "w") as archive:
        archive.writestr("a.xml", GOOD)
    assert "this file is packed" in bring("a.zip").output


def test_what_the_author_says_goes_before_what_the_content_tells(site: Path) -> None:
    Path("a.xml").write_text(GOOD)
    assert "this is no export of Disqus" in bring("a.xml", "--from", "disqus").output
    assert "this database cannot be read" in bring("a.xml", "--from", "isso").output


def test_characters_that_xml_cannot_carry_are_left_out_and_counted(site: Path) -> None:
    text = wxr(wp_comment(author="Ja\x00ne\x0b", content="One\x08 & two\ufffe&#1; three &amp;nbsp; four"))
    text = text.replace("&amp;#1;", "&#1;")
    Path("a.xml").write_text(text)
    result = bring("a.xml")
    assert result.exit_code == 0, result.output
    assert "characters that XML cannot carry, left out: 5" in result.output
    [comment] = conversations(site)[f"{CALLS}.md"].threads
    assert (comment.author, comment.text) == ("Jane", "One & two three &nbsp; four")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "iso-8859-1", "windows-1252"])
def test_other_encodings_are_read_as_declared(site: Path, encoding: str) -> None:
    text = wxr(wp_comment(author="Zoë")).replace("UTF-8", encoding.removesuffix("-sig"))
    Path("a.xml").write_bytes(text.encode(encoding))
    result = bring("a.xml")
    assert result.exit_code == 0, result.output
    assert [one.author for one in conversations(site)[f"{CALLS}.md"].threads] == ["Zoë"]


def test_bytes_that_are_no_utf_8_are_replaced_and_counted(site: Path) -> None:
    Path("a.xml").write_bytes(wxr(wp_comment(author="ZoE")).encode().replace(b"ZoE", b"Zo\xeb"))
    assert "left out: 1" in bring("a.xml").output


def test_a_reference_cut_in_two_by_the_pieces_of_reading_is_whole(site: Path) -> None:
    for shift in range(12):
        filler = "x" * (256 * 1024 + 1024 - 700 + shift * 3)
        text = wxr(wp_comment(content=f"{filler} {'&eacute; ' * 200}"))
        Path("a.xml").write_text(text.replace("&amp;eacute;", "&eacute;"))
        for file in site.glob("posts/*.yml"):
            file.unlink()
        assert bring("a.xml").exit_code == 0
        [comment] = conversations(site)[f"{CALLS}.md"].threads
        assert comment.text.count("é") == 200


@pytest.mark.parametrize(
    "date", ["0000-00-00 00:00:00", "2019-02-30 00:00:00", "", "9999-12-31 23:59:59", "x" * 9999]
)
def test_a_date_that_is_none_is_left_out(site: Path, date: str) -> None:
    Path("a.xml").write_text(wxr(wp_comment(date_gmt=date)))
    assert "comments without a date: 1" in bring("a.xml").output
    [comment] = conversations(site)[f"{CALLS}.md"].threads
    assert comment.date is None


@pytest.mark.parametrize(
    ("content", "most"),
    [
        ("<pre>" * 50_000, 5),
        ("<pre>" * 1_900, 5),
        ("<" * 50_000, 5),
        ("\n \n" * 50_000 + "x", 5),
        ("<blockquote>" * 3_000 + "x", 10),
        (" " * 100_000 + "x", 5),
        ("<img src=" * 10_000, 10),
        ("<img src=http://" + "a" * 200_000, 5),
        ("<img " + "src=http://a" * 20_000 + "<", 5),
        ("<div " * 20_000, 10),
    ],
)
def test_hostile_texts_take_no_time(site: Path, content: str, most: float) -> None:
    Path("a.xml").write_text(wxr(wp_comment(content=content, author="a" * 200_000)))
    start = time.process_time()
    result = bring("a.xml")
    assert result.exit_code == 0, result.output
    assert time.process_time() - start < most
