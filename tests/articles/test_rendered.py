"""Excerpts, summaries and reading times from HTML."""

from pathlib import Path
from zoneinfo import ZoneInfo

from byline.articles import parse_article, render_article


def rendered(html: str, fields: str = ""):
    text = f"---\ntitle: T\ndate: 2026-01-01\n{fields}\n---\n"
    return render_article(parse_article(text, Path("p.md"), path="p.md", zone=ZoneInfo("UTC")), html)


def test_the_excerpt_is_what_stands_above_the_mark():
    article = rendered(
        "<p>One <em>two</em></p>\n<ul><li>a</li></ul><!-- more --><p>Rest</p>", "description: D"
    )
    assert article.excerpt == "<p>One <em>two</em></p>\n<ul><li>a</li></ul>"
    assert article.summary == "D"


def test_without_a_mark_the_description_is_the_excerpt():
    assert rendered("<p>One</p><p>Two</p>", "description: A & B").excerpt == "<p>A &amp; B</p>"


def test_without_a_description_the_first_paragraph_is_the_excerpt():
    article = rendered(
        '<h2>H</h2><p class="x">One <a href="/">link</a><sup id="f"><a href="#1">1</a></sup></p><p>2</p>'
    )
    assert article.excerpt == "<p>One link1</p>"
    assert article.summary == "One link1"


def test_a_long_summary_ends_at_a_word():
    summary = rendered(f"<p>{'word ' * 200}</p>").summary
    assert len(summary) <= 301
    assert summary.endswith("word…")


def test_reading_time_counts_words_and_is_never_zero():
    assert rendered("").minutes == 1
    assert rendered(f"<p>{'word ' * 266}</p>").minutes == 2
    assert rendered("<p>short</p>", "readtime: 7").minutes == 7


def test_scripts_and_comments_are_no_words():
    assert rendered(f"<script>{'x ' * 900}</script><!-- {'y ' * 900} --><p>short</p>").minutes == 1
