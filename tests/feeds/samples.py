"""Feeds with all that a feed can hold, and with what should never be in one."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

from byline.feeds import Discussion, Enclosure, Entry, Feed, Pages, Person, Picture, Show

SITE = "https://a.example/"
DAY = datetime(2026, 1, 5, 9, 30, tzinfo=UTC)
LATER = datetime(2026, 2, 1, 12, 0, tzinfo=timezone(timedelta(hours=2)))
BAD = "\x00\x0b\x1f R&D <x> ]]> \ud800 😀 \ufffe \x85"
"""Control characters, markup, the end of a CDATA section, half a character, one that is none."""
SHOWN = "R&D <x> ]]>  😀"
"""What of it may be shown, its beginning."""


def entry(title: str = "T", content: str = "<p>x</p>", **fields) -> Entry:
    made = Entry("tag:a.example,2026-01-05:t", f"{SITE}t/", title, "S", content, DAY, DAY)
    return replace(made, **fields)


def feed(*entries: Entry, **fields) -> Feed:
    made = Feed(SITE, SITE, "Title & <more>", "About", "en", entries)
    return replace(made, **fields)


FULL = feed(
    entry(
        "All that an entry can hold",
        '<p>Read <a href="https://a.example/u/">on</a>.</p>',
        updated=LATER,
        authors=(Person("Ada Quill", f"{SITE}authors/ada/", f"{SITE}ada.png"), Person("שרה כהן")),
        categories=("R&D", "C++"),
        picture=Picture(f"{SITE}cover.png", "image/png"),
        enclosures=(
            Enclosure(f"{SITE}talk.mp3", "audio/mpeg", 1234, "1:02:03"),
            Enclosure(f"{SITE}notes.pdf", "application/pdf", 99),
        ),
        discussion=Discussion(f"{SITE}t/#comments", 3, f"{SITE}t/comments.xml"),
    ),
    entry("A plain one", id="tag:a.example,2025-12-01:plain", url=f"{SITE}plain/", summary=""),
    hub="https://hub.example/",
    ttl=60,
    picture=Picture(f"{SITE}logo.png", "image/png"),
    show=Show("Ada Quill", "ada@a.example", "Business", "Careers", image=f"{SITE}show.png"),
    pages=Pages(older=f"{SITE}feed-archive-2.xml"),
)
ARCHIVE = feed(
    entry(),
    pages=Pages(
        archive=True,
        current=f"{SITE}feed.xml",
        older=f"{SITE}feed-archive-1.xml",
        newer=f"{SITE}feed-archive-3.xml",
    ),
)
AWFUL = feed(
    entry(
        BAD,
        f"<p>{BAD}</p>",
        id="12 \x0b3",
        summary=BAD,
        authors=(Person(BAD), Person("\x0b")),
        categories=(BAD, "\x0b"),
    ),
    entry("\x0b", "", id="4", summary=""),
    title=BAD,
    description="\x0b",
)
LONG = feed(entry(content="<p>Two megabytes of it. &amp; 😀</p>\n" * 60_000))
EVERY = {"full": FULL, "archive": ARCHIVE, "awful": AWFUL, "empty": feed()}
