from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from byline.comments.archive import read_archive
from byline.comments.cleaning import clean_html, text_of
from byline.importers.discussions.answers import parents_of
from byline.importers.discussions.archives import Archive, parse_archive
from byline.importers.discussions.entries import Entry
from byline.importers.discussions.found import KEPT, SPAM, Found, Source
from byline.importers.discussions.markup import Markdown, from_html, from_loose_html, from_plain, is_empty
from byline.importers.discussions.words import clean_address, clean_name

FILE = Path("a.comments.yml")
ZONE = ZoneInfo("UTC")
TRICKY = ("no ~ null 1 << ' \" { = 2020-01-01 | --- ...".split(), ["- a", "a: b", "#x", "a #b", "? a"])
BEFORE = (None, "", "# a remark\n", "[]\n", "- id: there\n  text: x", "  - id: there\n    text: x\n")
WORDS = st.text() | st.sampled_from([word for words in TRICKY for word in words])
NAMES = WORDS.map(clean_name)
DATES = st.none() | st.datetimes(datetime(1800, 1, 2), datetime(2999, 12, 30), timezones=st.just(UTC)).map(
    lambda date: date.replace(microsecond=0)
)
HTML = (
    st.builds(from_plain, WORDS)
    | st.builds(from_html, WORDS)
    | st.builds(from_loose_html, st.lists(WORDS).map("\n\n".join))
    | st.builds(lambda text: f"<p>\t{text}<br>\n  x</p>", NAMES)
).filter(lambda html: not is_empty(html))
ADDRESSES = st.sampled_from(["", "https://a.example/?q=1&b=#c: d", "https://ä.example/ü"]).map(clean_address)
ENTRIES = st.lists(
    st.builds(Entry, st.from_regex(r"[A-Za-z0-9_-]{1,12}", fullmatch=True), NAMES, HTML, DATES, ADDRESSES),
    min_size=1,
    max_size=4,
    unique_by=lambda entry: entry.id,
)


@given(
    ENTRIES,
    st.sampled_from(
        [None, "", "# a remark\n", "[]\n", "- id: there\n  text: x", "  - id: there\n    text: x\n"]
    ),
)
def test_what_is_written_reads_back_the_same(entries: list[Entry], before: str | None) -> None:
    archive = parse_archive(before, FILE) if before is not None else Archive(FILE)
    found, problems = read_archive(archive.added(entries), FILE, zone=ZONE)
    assert not problems
    read = [written.comment for written in found if written.comment.id != "there"]
    for entry, comment in zip(entries, read, strict=True):
        assert (comment.id, comment.author, comment.date, comment.url) == (
            entry.id,
            entry.author,
            entry.date,
            entry.url,
        )
        assert comment.html == clean_html(entry.html)


@given(st.text())
def test_any_text_is_taken_and_comes_out_clean(text: str) -> None:
    for html in (from_html(text), from_loose_html(text), from_plain(text), Markdown().convert(text)):
        assert text_of(from_html(html)) == text_of(html)
        assert "<script" not in html and "\x00" not in html


@given(st.lists(st.tuples(st.integers(0, 8), st.sampled_from([KEPT, KEPT, SPAM])), max_size=9))
def test_answers_never_go_in_circles_and_lead_to_kept_comments_only(rows: list[tuple[int, str]]) -> None:
    comments = [
        Found(str(number), Source(), str(above), state=state) for number, (above, state) in enumerate(rows)
    ]
    parents = parents_of(comments)
    kept = {comment.id for comment in comments if comment.state == KEPT}
    assert parents.keys() == kept
    for start in parents:
        here, steps = start, 0
        while here := parents[here]:
            steps += 1
            assert here in kept and steps <= len(rows)
