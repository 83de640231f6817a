"""What an article links to and shows."""

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byline.articles import anchors, parse_article, published_media, references

BODY = """\
First [a link](other.md#part "title") and ![a picture](img/a%20b.png).

```
[not a link](code.md)
```

Some `[code](inline.md)` and <!-- [a comment](hidden.md) -->.

<img src="raw.png" alt="Raw"> <a href='page.md'>x</a>

![](silent.png) [outside](https://a.example/) [mail](mailto:a@a.example)

[named]: defined.md

## Ask *why* before `how`

Other heading {#own}
====================
"""


def article(body: str, path: str = "2026/post.md"):
    head = "---\ntitle: T\ndate: 2026-01-01\ncover: cover.png\n---\n"
    return parse_article(head + body, Path("posts") / path, path=path, zone=ZoneInfo("UTC"))


def test_links_and_images_are_found_with_their_lines():
    found = [
        (reference.path, reference.anchor, reference.line, reference.alt)
        for reference in references(article(BODY))
    ]
    assert sorted(found) == sorted(
        [
            ("other.md", "part", 6, None),
            ("img/a b.png", "", 6, "a picture"),
            ("raw.png", "", 14, "Raw"),
            ("page.md", "", 14, None),
            ("silent.png", "", 16, ""),
            ("https://a.example/", "", 16, None),
            ("mailto:a@a.example", "", 16, None),
            ("defined.md", "", 18, None),
        ]
    )


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("[a](a.md)", {"a.md": 6}),
        ("`` x ` [a](a.md)\n\n[b](b.md) ```", {"a.md": 6, "b.md": 8}),
        ("x ~~~ [a](a.md)\n~~~\n[b](b.md)\n~~~\n[c](c.md)", {"a.md": 6, "c.md": 10}),
        ("x `\n  ```\n[a](a.md)", {}),
        ("  ```\n[a](a.md)\n  ```\n[b](b.md) `[c](c.md)`", {"b.md": 9}),
        ("<!-- [a](a.md)\n--> [b](b.md) <!-- [c](c.md)", {"b.md": 7, "c.md": 7}),
    ],
)
def test_only_what_is_closed_is_code(body, lines):
    assert {reference.path: reference.line for reference in references(article(body))} == lines


def test_headings_have_the_anchors_that_markdown_gives_them():
    assert anchors(article(BODY)) == {"ask-why-before-how", "own", "other-heading"}


def test_only_what_a_published_article_shows_is_published(tmp_path):
    (tmp_path / "2026" / "img").mkdir(parents=True)
    for name in (
        "2026/cover.png",
        "2026/raw.png",
        "2026/img/a b.png",
        "2026/unused.png",
        "2026/code.md",
        "me.jpg",
    ):
        (tmp_path / name).write_text("x")
    shown = published_media(
        tmp_path, [article(BODY)], ["me.jpg", "../outside.jpg", "https://a.example/b.jpg"]
    )
    assert shown == ("2026/cover.png", "2026/img/a b.png", "2026/raw.png", "me.jpg")


@given(st.text(alphabet="[]()!<>`#\n ab.\"'={}~-:"))
def test_any_text_has_references_with_true_lines(body):
    written = article(body)
    lines = written.text.count("\n") + 1
    assert all(1 <= reference.line <= lines for reference in references(written))
    anchors(written)
