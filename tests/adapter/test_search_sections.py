"""Sections of pages read for the search: the same as Material's own parser reads, mistakes included."""

import random
from html.parser import HTMLParser
from types import ModuleType
from typing import Any

from material.plugins.search import plugin as materials

from byline.adapter.search.plain_html import read_quickly
from byline.adapter.search.sections import reads_as_known

PIECES = """\
<h1>
<h1 id="one">
</h1>
<h2 id="two">
<h2 id="two" id="three">
<h2 id>
<h2>
</h2>
<h3 id="a&amp;b">
<h3 id="x" data-search-exclude>
</h3>
<a class="headerlink" href="#two">
<a class="&#104;eaderlink">
<a href="#two">
</a>
<p>
<p class="x">
</p>
<em>
</em>
<pre>
<pre data-search-exclude>
</pre>
<code>
</code>
<ul>
<li>
</li>
</ul>
<div>
<div DATA-SEARCH-EXCLUDE>
<div class="linenodiv">
</div>
<object>
</object>
<sup/>
<br>
<img alt="a" src="b">
<!-- more -->
A text
&lt;b&gt; &amp; "c"
 \n
 a
\n
\u00a0
""".split("\n")


def sections(html: str) -> Any:
    parser = materials.Parser()
    try:
        parser.feed(html)
    except (ValueError, AttributeError) as error:
        return type(error)
    parser.close()
    return [(one.el.tag, one.el.attrs, one.depth, one.id, one.title, one.text) for one in parser.data]


def test_the_parser_of_the_installed_material_is_known():
    """Where this fails after an update, compare the classes with `Reading` before its digest is added."""
    assert reads_as_known(materials)


def test_another_parser_is_left_to_itself():
    other = ModuleType("other")
    vars(other).update(vars(materials), Parser=HTMLParser)
    assert not reads_as_known(other)


def test_whatever_stands_on_a_page_gives_the_same_sections():
    chance = random.Random(11)
    pieces = [piece.replace("\\n", "\n").replace("\\u00a0", "\u00a0") for piece in PIECES]
    texts = ["".join(chance.choices(pieces, k=chance.randint(1, 16))) for _ in range(30_000)]
    as_ever = [sections(text) for text in texts]
    with read_quickly(materials.SearchIndex()):
        assert [sections(text) for text in texts] == as_ever
