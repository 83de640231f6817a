"""Plain HTML, cleaned in one pass: never anything but what reading it as a tree makes of it."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from byline.feeds.characters import xml_html
from byline.feeds.content import read_as_tree
from byline.feeds.nesting import HOLDS, VOID
from byline.feeds.plain_html import plain_content

BASE = "https://a.example/x/"
CASES = yaml.safe_load((Path(__file__).parent / "content.yml").read_text(encoding="utf-8"))
PLAIN = yaml.safe_load((Path(__file__).parent / "plain.yml").read_text(encoding="utf-8"))
TEXTS = (
    "", "\n", " ", "a", "b &amp; c", "&lt;b&gt;", "&quot;", "&nbsp;", "\xa0", "&#8617;", "&#39;", "&#60;",
    "&#65279;", "&rsquo;", "&apos;", "&unknown;", "& ", ">", "<", "<!-- more -->", "<!--x--!>", "é “”", "😀",
)  # fmt: skip
ATTRIBUTES = """
id="x"
class="k"
class="headerlink"
class="toclink"
class="highlight"
class="lineno"
class="admonition note"
class="emojione"
class="byline-checklist--inline"
hidden="hidden"
class="byline-checklist__box"
class="byline-checklist__label"
class="byline-checklist__head"
title="a &quot;b&quot; &amp; &lt;"
title='x'
lang="de"
href="#x"
href="../b.html"
href=""
href="https://b.example/?a=1&amp;b=2#c"
href="mailto:a@b.example"
href="draft.md"
href="javascript:x"
href="https://a.9/"
href="http://[x"
href="https://xn--a.example/"
href="HTTPS://B.example:80/"
href="a b&quot;"
href="#line-1"
src="a.png"
src="data:x"
srcset="a.png 2x"
alt="A"
style="text-align: right;"
style="display: none"
start="3"
cite="x"
onclick="x()"
open="open"
""".strip().splitlines()


@st.composite
def elements(draw, depth=3, around=""):
    """Elements where they may stand, now and then where they may not, or without an end."""
    names = sorted(HOLDS[around] - {""}) if draw(st.integers(0, 20)) else ["p", "td", "script", "svg", "x"]
    name = draw(st.sampled_from(names or ["li"]))
    attributes = "".join(f" {one}" for one in draw(st.lists(st.sampled_from(ATTRIBUTES), max_size=2)))
    if name in VOID:
        return f"<{name}{attributes} />"
    inside = draw(contents(depth - 1, name)) if depth else draw(st.sampled_from(TEXTS))
    end = f"</{name}>" if draw(st.integers(0, 30)) else ""
    return f"<{name}{attributes}>{inside}{end}"


@st.composite
def contents(draw, depth=3, around=""):
    texts = TEXTS if "" in HOLDS.get(around, ("",)) else ("", "\n")
    around = around if around in HOLDS else ""
    inside = draw(st.lists(elements(depth, around), max_size=3))
    return draw(st.sampled_from(texts)) + "".join(one + draw(st.sampled_from(texts)) for one in inside)


@given(contents())
def test_what_is_plain_becomes_what_the_tree_of_it_becomes(html):
    html = xml_html(html)
    assert plain_content(html, BASE) in (None, read_as_tree(html, BASE))


@given(st.text(alphabet="<>/&;#=\"' \nabcehilprst0136-", max_size=60))
def test_whatever_is_written_becomes_what_the_tree_of_it_becomes(html):
    html = xml_html(html)
    assert plain_content(html, BASE) in (None, read_as_tree(html, BASE))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_cleaned_content_is_the_same_in_one_pass_and_as_a_tree(case):
    assert plain_content(case["cleaned"], BASE) in (None, read_as_tree(case["cleaned"], BASE))


@pytest.mark.parametrize("html", PLAIN)
def test_what_markdown_became_is_plain(html):
    assert plain_content(html, BASE) == read_as_tree(html, BASE)


OTHERS = [
    "<p>a<p>b</p></p>",
    "<em>a<p>b</p></em>",
    "<table><tr><td>no body</td></tr></table>",
    "<table>a<tbody></tbody></table>",
    '<p title="<em>x</em>">a</p>',
    "<p>a</em>",
    "</p>",
    "</>",
    "<p>a",
    "<p>a</p></p>",
    "<script>a</script>",
    '<p style="display: none">a</p>',
    '<a href="/x">a <a href="/y">b</a></a>',
    '<a href="/x"></a>',
    '<a href="/x">',
    "<pre>\na</pre>",
    "<ul><li></li>\n</ul>",
    "<p>&unknown; &</p>",
    '<h2 id="a"><a href="#a">a</a></h2>',
    "<blockquote>" * 70 + "</blockquote>" * 70,
]


@pytest.mark.parametrize("html", OTHERS)
def test_what_parsers_mend_or_move_is_read_as_a_tree(html):
    assert plain_content(html, BASE) is None
