"""HTML read for the search in one pass: a parser is told the same as by Python, plain or not."""

import random
from html.parser import HTMLParser
from typing import Any

import pytest
from material.plugins.search import plugin as materials

from byline.adapter.search.plain_html import read_quickly

PLAIN = """\
<h2 id="a">A <em>title</em> &amp; more<a class="headerlink" href="#a" title="Here">&para;</a></h2>
<p class="x y" data-y>Text<br />and <code>a &lt; b</code>
<img alt="" src="a.png?b=1&amp;c=2"/></p><!-- more -->
<ul>
<li><input type="checkbox" checked> x</li>
</ul>
"""
PIECES = """\
<p>
</p>
text
&amp;
&lt
&copy=1
&#35;
&#x110000;
&
<br/>
<br />
<img src="x" alt="a&quot;b"/>
<a href=x>
<a href='x'>
<a b = "c">
<a b="c"d="e">
<a "x">
<a b="&not">
<p a=">">
<A HREF="1">
<a B="1">
<input checked/>
</p >
</ p>
</P>
< b
<
>
<1>
<!--x-->
<!-- a -- b -->
<!---->
<!--->
<!--a--->
<!doctype html>
<?x?>
<!x>
<script>
x<1
</script>
<title>
</title>
<svg:a x:b="1">
<a-b c-d="1" c-d="2">
<a é="1">
<é>
<h2 id="a">
</h2>""".splitlines()


class Calls(HTMLParser):
    """Notes all that it is told of."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[Any] = []

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.told.append(("start", tag, attrs))

    def handle_endtag(self, tag: str) -> None:
        self.told.append(("end", tag))

    def handle_data(self, data: str) -> None:
        self.told.append(("data", data))

    def handle_comment(self, data: str) -> None:
        self.told.append(("comment", data))

    def handle_decl(self, decl: str) -> None:
        self.told.append(("declaration", decl))

    def handle_pi(self, data: str) -> None:
        self.told.append(("instruction", data))


def told(html: str) -> list[Any]:
    parser = materials.Parser()
    parser.feed(html)
    parser.close()
    return parser.told


@pytest.fixture
def calls(monkeypatch):
    """Let Material's parser note what it is told of."""
    monkeypatch.setattr(materials, "Parser", Calls)
    return materials.SearchIndex()


def test_plain_html_tells_the_same_and_python_reads_none_of_it(calls, monkeypatch):
    as_ever = told(PLAIN)
    monkeypatch.setattr(HTMLParser, "goahead", lambda self, end: None)
    with read_quickly(calls):
        assert told(PLAIN) == as_ever


def test_whatever_stands_there_tells_the_same(calls):
    chance = random.Random(7)
    texts = ["".join(chance.choices(PIECES, k=chance.randint(1, 8))) for _ in range(20_000)]
    as_ever = [told(text) for text in texts]
    with read_quickly(calls):
        assert [told(text) for text in texts] == as_ever


def test_afterwards_material_reads_as_ever(calls):
    with read_quickly(calls):
        assert materials.Parser is not Calls
    assert materials.Parser is Calls
