"""A parser that leaves out what makes no difference: the same HTML and outline as by Markdown alone."""

import random
import sys
from contextlib import nullcontext

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown.blockprocessors import BlockProcessor
from markdown.inlinepatterns import SimpleTagInlineProcessor
from markdown.postprocessors import Postprocessor

from byline.adapter.conversion import known
from byline.adapter.conversion.highlighting import highlight_quickly
from byline.adapter.conversion.shortcuts import take_shortcuts

PIECES = """\
plain words
more words
*em* words
words *em* and **strong**, *em*
words * a* **b** c *d **e***f
words *a*b* **c*
AT&T &#38 &amp
<!-- more -->
<!--a--> words
///Footnotes Go Here///
[a [b] c](d) ![e](f (g)) [h]( <i> "j") [k](l 'm') [n]
## Words ##
a\u00a0word, \u201cquoted\u201d
`code`
``two ` ticks``
an open ` tick
\\*escaped\\* \\`
*em* and **strong**
_em_ a_b_c __strong__
[link](https://example.org "t")
![image](a.png)
[ref][r] and [r] and ![r]
[open
<https://example.org> and <me@example.org>
<b>html</b> &amp; &copy; & <
line  \nbreak
# Heading #
> quoted
> > twice
- item
1. first
21 letters
1986.\n2) a\n3. b
- 4 of them\n- 5. of them
- one\n-  *two*\n- **three**
- one\n - two
- \n- one
Setext\n===
***
    code
lines\nof words\n- and another
Setext\n---
words\n# heading {: .a }
# { #own data-toc-label="x" }
## A *b* `c` <i>d</i> &amp; {.x}
## A\u00a0b  c
a | b\n- | -\nc {.d} | e
| a |\n|---|\n| `|` |
+ plus
  ***  \n___
[TOC]
***a** b*
- [TOC]
- *a*\n    - b {: #c }\n\n    para
```python\na = "<b>"  # 1\n\n```
~~~\n# no *end*
!!! note\n    in it\n    ??? tip "x"\n        deeper
???+ x "Y"\n\n    text
=== "Tab"\n    in\n=== "Tab"\n\n    b
    indented *more*
term\n:   what it *is*\n\n    more
:   of it
a[^1] *b*[^x]
[^1]: note\n    more
[^x]: other
*[HTML]: Hyper
HTML is odd
<div markdown="1">\n*in* it\n\n- a\n</div>
> ```\n> quoted\n> ```
- ```yaml\n  a: 1\n  ```
``` {.js #x linenums="1"}\nlet a;\n```
    ```\n    not\n    ```
<div>\n*raw*\n</div>
<p>&lt;</p><!-- c -->
{#odd} {: }
text {: #id .cls k='v' }
\x02klzzwxh:0001\x03 \x02wzxhzdk:0\x03
   \n  \t\n \r\n""".splitlines()
PIECES = [piece.replace("\\n", "\n") for piece in PIECES]
REFERENCE = "\n\n[r]: https://example.org/r\n"
BYLINES = ["attr_list", "toc", "tables", "pymdownx.highlight", "pymdownx.superfences"]
USUAL = [
    *BYLINES,
    "admonition",
    "def_list",
    "footnotes",
    "md_in_html",
    "pymdownx.details",
    "pymdownx.tabbed",
]
EXTENSIONS = [
    [],
    ["tables", "toc", "attr_list"],
    ["extra", "smarty", "nl2br", "toc"],
    BYLINES,
    [*BYLINES, "md_in_html", "pymdownx.betterem", "pymdownx.inlinehilite"],
    USUAL,
    [*USUAL, "abbr"],
]
SETTINGS = [
    {},
    {"toc": {"permalink": True, "toc_depth": "2-3", "title": "Outline"}},
    {
        "toc": {"anchorlink": True, "baselevel": 3, "marker": ""},
        "pymdownx.superfences": {"preserve_tabs": True},
    },
    {
        "pymdownx.highlight": {
            "linenums": True,
            "line_spans": "_",
            "anchor_linenums": True,
            "auto_title": True,
        }
    },
]


def texts() -> list[str]:
    chance = random.Random(3)
    joints = ["\n\n", "\n", " "]
    made = []
    for _ in range(600):
        pieces = chance.choices(PIECES, k=chance.randint(1, 5))
        made.append("".join(piece + chance.choice(joints) for piece in pieces) + REFERENCE)
    return made


def both(extensions, settings=None):
    settings = {name: value for name, value in (settings or {}).items() if name in extensions}
    alone, short = (markdown.Markdown(extensions=extensions, extension_configs=settings) for _ in range(2))
    take_shortcuts(short)
    return alone, short


def told(parser, text, *, quick=False):
    try:
        with highlight_quickly() if quick else nullcontext():
            return parser.reset().convert(text), getattr(parser, "toc_tokens", None)
    except Exception as error:
        return type(error)


@pytest.mark.parametrize("module", sorted(known._SOURCES))
def test_the_installed_modules_are_known(module):
    """Where this fails after an update, compare what does its work with it before its digest is added."""
    both([*USUAL, "abbr"])
    assert module in sys.modules
    assert known.is_known(module)


def test_modules_of_other_versions_do_their_work_themselves(monkeypatch):
    monkeypatch.setattr(known, "is_known", lambda module: False)
    _, parser = both(BYLINES)
    steps = [*parser.preprocessors, *parser.treeprocessors, *parser.postprocessors, parser.parser]
    assert not [step for step in steps if {"run", "parseBlocks"} & vars(step).keys()]


@pytest.mark.parametrize("settings", SETTINGS, ids=str)
@pytest.mark.parametrize("extensions", EXTENSIONS, ids=" ".join)
def test_texts_become_the_html_that_markdown_makes_alone(extensions, settings):
    alone, short = both(extensions, settings)
    for text in texts():
        assert told(short, text, quick=True) == told(alone, text)


SIGNS = st.sampled_from(
    [*" \n\t#*_-=+>|[]()`~<&{}:!\\.1aé“\u2028\x02\x03\xa0", "\n\n", "    ", "```", "<b>", "[r]", "**"]
)
PARSERS = [both(extensions) for extensions in (*EXTENSIONS[:4], USUAL)]


@given(st.lists(SIGNS | st.sampled_from(PIECES), max_size=25).map("".join), st.sampled_from(PARSERS))
def test_so_do_texts_that_nobody_writes(text, parsers):
    alone, short = parsers
    assert told(short, text, quick=True) == told(alone, text)


def test_paragraphs_of_words_and_emphasis_are_not_asked_about_further(monkeypatch):
    alone, short = both(USUAL)
    text = "# A title\n\nSome *words*.\n\nAnd **others**,\nbelow *each* other.\n\n- A list"
    html = alone.convert(text)
    monkeypatch.setattr(type(short.inlinePatterns["em_strong"]), "handleMatch", None)
    assert short.convert(text) == html


@pytest.mark.parametrize("last", [":   A definition", "[r]: b\n\n: A definition", "[TOC]", "*[words]: x"])
def test_they_are_where_another_step_looks_for_them(last):
    alone, short = both([*USUAL, "abbr"], {"toc": {"marker": "words"}})
    for between in ("\n\n", "\n\n\n", "\n"):
        text = f"First\n\nwords{between}{last}"
        assert told(short, text) == told(alone, text)


@pytest.mark.parametrize("above", ["", "Words", "1. one", "- one", "> - one", "term\n: words", "# Title"])
@pytest.mark.parametrize(
    "below", ["", "words", "- two", "1. two", "    more", "[r]: b", "[r]: b\n\n- two", "# Title", ": words"]
)
def test_lists_are_joined_and_go_on_as_ever(above, below):
    alone, short = both(USUAL)
    for between in ("\n\n", "\n\n\n", "\n"):
        text = between.join((above, "- a\n- *b*\n- 3 of them", below, "The end"))
        assert told(short, text) == told(alone, text)


def test_a_pattern_that_is_added_later_is_found():
    _, parser = both([])
    assert parser.convert("a ~b~") == "<p>a ~b~</p>"
    parser.inlinePatterns.register(SimpleTagInlineProcessor("()~(.)~", "del"), "gone", 50)
    assert parser.convert("a ~b~") == "<p>a <del>b</del></p>"


def test_so_is_a_processor_of_blocks():
    class Shouting(BlockProcessor):
        def test(self, parent, block):
            return block.endswith("!")

        def run(self, parent, blocks):
            blocks[0] = f"{blocks[0].rstrip('!').upper()}."

    _, parser = both([])
    parser.parser.blockprocessors.register(Shouting(parser.parser), "shouting", 200)
    assert parser.convert("a\n\nb!") == "<p>a</p>\n<p>B.</p>"


def test_so_is_what_comes_after_all():
    class Marking(Postprocessor):
        def run(self, text):
            return text.replace("a", "b")

    _, parser = both(["toc"])
    parser.postprocessors.register(Marking(parser), "marking", 0)
    parser.convert("# A title a")
    assert parser.toc_tokens[0]["name"] == "A title b"


def called_from(depth, work):
    """Return what work returns within so many calls: Python's limit is nearer then."""
    return called_from(depth - 1, work) if depth else work()


@pytest.mark.parametrize("depth", range(6))
def test_deep_quotations_and_lists_are_read_as_deeply(depth):
    deep = ["> " * 300 + "a", "".join(f"{'    ' * level}- *a*\n" for level in range(60)), "*a **b " * 120]
    alone, short = both(BYLINES)
    for text in deep:
        quick = called_from(depth, lambda text=text: told(short, text, quick=True))
        assert quick == called_from(depth, lambda text=text: told(alone, text))
