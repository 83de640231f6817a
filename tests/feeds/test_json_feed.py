"""JSON Feed 1.1, held against a schema of its specification."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from byline.feeds import Feed, Person, json_feed
from feeds.samples import AWFUL, EVERY, FULL, LONG, SHOWN, SITE, entry, feed

GOLDEN = Path(__file__).parent.parent / "golden"
SCHEMA = json.loads((Path(__file__).parent / "json-feed-1.1.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
HERE = f"{SITE}feed.json"


def read(one: Feed) -> dict:
    text = json_feed(one, address=HERE)
    text.encode("utf-8")
    data = json.loads(text)
    VALIDATOR.validate(data)
    return data


def test_the_schema_is_one():
    Draft202012Validator.check_schema(SCHEMA)


def test_the_small_sites_feed_is_the_one_we_approved(built):
    assert built("small").page("feed.json") == (GOLDEN / "small-feed.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["small", "full", "showcase"])
def test_every_feed_that_a_build_writes_is_valid(built, name):
    for file in sorted(built(name).out.rglob("feed*.json")):
        VALIDATOR.validate(json.loads(file.read_text(encoding="utf-8")))


@pytest.mark.parametrize("one", EVERY.values(), ids=EVERY)
def test_every_feed_is_valid_and_holds_all_entries(one):
    data = read(one)
    assert data["feed_url"] == HERE
    assert len(data["items"]) == len(one.entries)
    assert json_feed(one, address=HERE) == json_feed(one, address=HERE)


def test_all_that_a_feed_can_hold_is_there():
    data = read(FULL)
    assert data["hubs"] == [{"type": "WebSub", "url": "https://hub.example/"}]
    assert data["next_url"] == f"{SITE}feed-archive-2.xml"
    item = data["items"][0]
    assert item["authors"][0] == {
        "name": "Ada Quill",
        "url": f"{SITE}authors/ada/",
        "avatar": f"{SITE}ada.png",
    }
    assert item["image"] == f"{SITE}cover.png"
    assert item["tags"] == ["R&D", "C++"]
    assert item["attachments"] == [
        {
            "url": f"{SITE}talk.mp3",
            "mime_type": "audio/mpeg",
            "size_in_bytes": 1234,
            "duration_in_seconds": 3723,
        },
        {"url": f"{SITE}notes.pdf", "mime_type": "application/pdf", "size_in_bytes": 99},
    ]


def test_what_should_never_be_in_a_feed_is_made_fit_for_it():
    data = read(AWFUL)
    assert data["title"].startswith(SHOWN)
    assert "\x0b" not in data["items"][0]["id"]


def test_a_long_article_arrives_whole():
    assert read(LONG)["items"][0]["content_html"] == LONG.entries[0].content


@given(title=st.text(), summary=st.text(), name=st.text())
def test_any_text_makes_a_valid_feed(title, summary, name):
    read(feed(entry(title, summary=summary, authors=(Person(name),), categories=(name,))))
