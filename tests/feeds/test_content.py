"""The text of entries: what feed readers get of an article's HTML. The cases are in content.yml."""

from pathlib import Path

import markdown
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html
from material.extensions.emoji import to_svg, twemoji
from pymdownx.superfences import fence_code_format

from byline.feeds.content import feed_content
from growth import calls, growth

BASE = "https://a.example/x/"
CASES = yaml.safe_load((Path(__file__).parent / "content.yml").read_text(encoding="utf-8"))
EXTENSIONS = (
    "abbr admonition attr_list def_list footnotes md_in_html tables toc pymdownx.arithmatex pymdownx.caret"
    " pymdownx.details pymdownx.emoji pymdownx.highlight pymdownx.inlinehilite pymdownx.keys pymdownx.mark"
    " pymdownx.superfences pymdownx.tabbed pymdownx.tasklist pymdownx.tilde"
).split()
MERMAID = {"name": "mermaid", "class": "mermaid", "format": fence_code_format}


def converted(text: str, numbers: str) -> str:
    options = {
        "pymdownx.arithmatex": {"generic": True},
        "pymdownx.emoji": {"emoji_index": twemoji, "emoji_generator": to_svg},
        "pymdownx.highlight": {
            "linenums_style": numbers,
            "anchor_linenums": True,
            "line_spans": "__span",
            "pygments_lang_class": True,
        },
        "pymdownx.superfences": {"custom_fences": [MERMAID]},
        "pymdownx.tabbed": {"alternate_style": True},
        "pymdownx.tasklist": {"custom_checkbox": True},
        "toc": {"permalink": True},
    }
    return markdown.markdown(text, extensions=EXTENSIONS, extension_configs=options)


def cleaned(case: dict[str, str]) -> str:
    text = case.get("html")
    return feed_content(
        converted(case["markdown"], case.get("numbers", "table")) if text is None else text, BASE
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_content_is_cleaned_for_feed_readers(case):
    assert cleaned(case) == case["cleaned"].rstrip("\n")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_cleaned_content_stays_as_it_is_when_cleaned_again(case):
    again = feed_content(case["cleaned"].replace("<h1>", "<h1></h1><h1>"), BASE)
    assert again == case["cleaned"].rstrip("\n")


@given(st.text())
def test_any_text_becomes_something_safe_to_show(text):
    shown = feed_content(text, BASE)
    assert "<script" not in shown
    assert shown == shown.encode("utf-8").decode("utf-8")


ADDRESSES = st.text(alphabet="abc/.:#?[]@ javscript\t\n\\%&<>\"'", max_size=30)


@given(ADDRESSES)
def test_every_address_is_full_whatever_was_written(address):
    link, picture = etree.Element("a", href=address), etree.Element("img", src=address, srcset=address)
    link.text = "x"
    text = "".join(etree.tostring(element, encoding="unicode", method="html") for element in (link, picture))
    root = html.fragment_fromstring(feed_content(text, BASE), create_parent="div")
    for value in (*root.xpath(".//@href"), *root.xpath(".//@src")):
        assert value.partition(":")[0].lower() in {"http", "https", "mailto", "tel", "sms", "geo", "irc"}
        assert not set(value) & set(' \t\n<>"\\')


def test_deep_and_long_articles_are_read_to_their_end():
    deep = "<blockquote>" * 400 + "deepest" + "</blockquote>" * 400
    assert "deepest" in feed_content(deep, BASE)
    long = "<p>Words that <a href='y/'>lead</a> on.</p>\n" * 50_000 + "<p>The end.</p>"
    assert feed_content(long, BASE).endswith("<p>The end.</p>")


def long_article(paragraphs: int) -> str:
    return "<h2>H</h2>" + "<p>Words that <a href='y/'>lead</a> on, <em>now</em> and then.</p>\n" * paragraphs


def test_cleaning_calls_a_few_functions_for_each_element():
    def cleaning(paragraphs: int) -> int:
        return calls(lambda: feed_content(long_article(paragraphs), BASE))

    elements = 700 * 3
    assert cleaning(800) - cleaning(100) < 40 * elements


def test_cleaning_takes_as_much_longer_as_an_article_is():
    short, long = (long_article(number) for number in (100, 800))
    assert growth(lambda: feed_content(short, BASE), lambda: feed_content(long, BASE)) < 8 * 3
