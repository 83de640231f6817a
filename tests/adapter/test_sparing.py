"""Patterns searched for sparingly: the same HTML as by Markdown alone, with their signs and without."""

import random

import markdown
import pytest
from markdown.inlinepatterns import SimpleTagInlineProcessor

from byline.adapter.conversion.sparing import search_sparingly

PIECES = """\
plain words
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
Setext\n===
***
    code""".splitlines()
REFERENCE = "\n\n[r]: https://example.org/r\n"


def texts() -> list[str]:
    chance = random.Random(3)
    joints = ["\n\n", "\n", " "]
    made = []
    for _ in range(600):
        pieces = chance.choices(PIECES, k=chance.randint(1, 5))
        made.append("".join(piece + chance.choice(joints) for piece in pieces) + REFERENCE)
    return made


@pytest.mark.parametrize("extensions", [[], ["tables", "toc", "attr_list"], ["extra", "smarty", "nl2br"]])
def test_texts_become_the_html_that_markdown_makes_alone(extensions):
    alone, sparing = (markdown.Markdown(extensions=extensions) for _ in range(2))
    search_sparingly(sparing)
    for text in texts():
        assert sparing.reset().convert(text) == alone.reset().convert(text)


def test_a_pattern_that_is_added_later_is_found():
    parser = markdown.Markdown()
    search_sparingly(parser)
    assert parser.convert("a ~b~") == "<p>a ~b~</p>"
    parser.inlinePatterns.register(SimpleTagInlineProcessor("()~(.)~", "del"), "gone", 50)
    assert parser.convert("a ~b~") == "<p>a <del>b</del></p>"
