"""Converting articles: the same as MkDocs' own way, whatever was converted before."""

import json
import random

import pytest
from mkdocs.config.base import load_config
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from byline.adapter.conversion import Converter
from byline.adapter.conversion.extensions import KNOWN, UnsettledError, read_extensions
from byline.cache import Cache

PIECES = """\
# A *title* with `code`[^1] {#own}
===
Setext heading {: .odd }
---
## Same
===
## Same
===
###### Deep #####
===
Words with **strong**, *em*, __both__, ***all***, _a_b_c_, ~~gone~~, H~2~O, x^2^, ^^put in^^, ==marked==.
===
An open **strong and an open ~~stroke and an open ==mark
===
1. one
2. two
    - in *it*
    - [ ] to do
    - [x] done
===
7. seven
8. eight
===
#. numbered
#. again
===
a) letter
b) letter

iv. roman
v. roman
===
- [ ] open
- [X] closed

    with a paragraph
===
A note[^1] and another[^n] and the first again[^1].
===
[^1]: The first.

    In two paragraphs, with `code`.
===
[^n]: The *named* one[^1].
===
[^never]: Nobody asks for it.
===
*[HTML]: Hyper Text
*[odd]: Odd word
===
HTML is odd, and so is XML.
===
*[XML]: Extensible
===
Term
:   What it is

:   What else it is
===
| a | b |
| - | -:|
| `x|y` | *z* |
===
a | b
--|--
broken
===
```python hl_lines="1" title="One"
def one(): return "<b>"
```
===
``` { .yaml .annotate linenums="3" }
a: 1 # (1)!
```

1. Said of it
===
```
never closed
===
~~~mermaid
graph LR
~~~
===
    indented <code>
===
Inline `#!python x = 1` and ``two ` ticks`` and `#!nothing x`.
===
!!! note "A *title*"
    Body

        code in it
===
!!! warning
no body
===
??? tip "Closed"
    Hidden
===
???+ danger
    Open
===
=== "One"

    First

=== "Two"

    Second
===
=== "Three"
    Third
===
===! "New"

    Set
===
/// note | Titled
    open: true
Some *words*
///
===
/// details | More
More words

//// tab | Tab one
In it
////

//// tab | Tab two
In it, too
////
///
===
/// figure-caption
A caption
///
===
/// html | div.one[data-x=1]
Inside
===
/// admonition | never closed
inside
===
<div markdown="1" id="raw">
*Markdown* in HTML

<p markdown="block">- list</p>
</div>
===
<div markdown>
never closed
===
<div id="plain"><a name="named">x</a> *no*</div>
===
<table><tr><td markdown="span">*cell*</td></tr>
===
<!-- a comment --> and <!-- an open one
===
<script>var a = "**b**";</script>
===
Text with <span id="inline">*em*</span> and <br> and <b>open
===
:smile: and :material-check: and :nothing-of-that-name: and :rocket:
===
++ctrl+alt+del++ and ++"text"++ and ++open
===
{++added++} {--removed--} {~~old~>new~~} {==said==}{>>why<<} {++open
===
$x^2$ and \\(y\\) and $$z$$

$$
\\sum
$$
===
\\begin{align}
a
\\end{align}
===
(c) (tm) +/- --> 1/2 =/= 1st "quoted" 'single' -- --- ...
===
https://example.org/x?a=1&b=2 and me@example.org and @who and a#1
===
[ref][one] and [two] and ![img][one] and [none][nowhere]
===
[one]: other.md "Title"
[two]: <https://example.org/>
===
[page](other.md#there) [self](#same) [gone](gone.md) [odd](other) [abs](/x.md) [mail](mailto:a@b.c)
![picture](pic.png){ loading=lazy } [q](?x#y) [up](../x.md) [dir](./) <a href="other.md">raw</a>
===
Paragraph
{: #para .cls key=val }
===
[[Wiki Page]] and [span]{.of-it} and [[]]
===
> quote
> > deeper
lazy
===
* a

  b
* c
+ d
===
Line one\x20\x20
line two\\
line three
===
key: value
===
[TOC]
===
***

- - -
===
[=25% "Quarter"]{: .thin}
===
<https://example.org/> &amp; &copy; &nope; \\* \\_ \\` \\: \\=
===
"He said 'so'" << left >> ... <!-- more -->
===
x ^a b^ ~c d~ ^^open and ~open
""".split("\n===\n")

SETTINGS = {
    "toc": {"permalink": True, "toc_depth": "1-4"},
    "abbr": {"glossary": {"XML": "from the glossary"}},
    "footnotes": {"USE_DEFINITION_ORDER": False},
    "wikilinks": {"base_url": "/w/"},
    "pymdownx.highlight": {"anchor_linenums": True, "linenums": True, "auto_title": True},
    "pymdownx.tasklist": {"custom_checkbox": True},
    "pymdownx.magiclink": {"repo_url_shorthand": True, "user": "u", "repo": "r"},
    "pymdownx.tabbed": {"alternate_style": True},
    "pymdownx.blocks.tab": {"alternate_style": True},
    "pymdownx.critic": {"mode": "accept"},
    "pymdownx.arithmatex": {"generic": True},
    "pymdownx.betterem": {"smart_enable": "all"},
    "pymdownx.details": {},
}
NAMES = sorted(name.removeprefix("markdown.extensions.") for name in KNOWN)
MATERIALS = (
    "abbr admonition attr_list def_list footnotes md_in_html tables toc pymdownx.arithmatex pymdownx.betterem"
    " pymdownx.blocks.caption pymdownx.blocks.tab pymdownx.caret pymdownx.critic pymdownx.details"
    " pymdownx.emoji pymdownx.highlight pymdownx.inlinehilite pymdownx.keys pymdownx.magiclink pymdownx.mark"
    " pymdownx.smartsymbols pymdownx.snippets pymdownx.superfences pymdownx.tabbed pymdownx.tasklist"
    " pymdownx.tilde"
).split()
ICONS = """
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
      emoji_generator: !!python/name:material.extensions.emoji.to_svg
      options: {custom_icons: [icons]}
  - pymdownx.superfences:
      custom_fences:
        - {name: mermaid, class: mermaid, format: !!python/name:pymdownx.superfences.fence_code_format }
  - toc: {slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}}
"""


@pytest.fixture
def site(tmp_path):
    """Return a function that reads a configuration with these Markdown extensions, and its files."""

    def read(extensions="[]", name="mkdocs.yml"):
        file = tmp_path / name
        file.write_text(f"site_name: x\ntheme: material\nplugins: []\nmarkdown_extensions: {extensions}\n")
        (tmp_path / "docs").mkdir(exist_ok=True)
        config = load_config(str(file))
        paths = ("posts/page.md", "posts/other.md", "index.md", "posts/pic.png")
        return config, Files([File(path, None, config.site_dir, True) for path in paths])

    return read


def page_of(text, config, files):
    page = Page(None, files.get_file_from_path("posts/page.md"), config)
    page.markdown = text
    return page


def told(page):
    return (page.content, str(page.toc), page.title, page.present_anchor_ids, page.links_to_anchors)


def articles(seed, count):
    """Return texts of odd pieces, often with one that leaves something open."""
    chance = random.Random(seed)
    return ["\n\n".join(chance.choices(PIECES, k=chance.randint(1, 9))) for _ in range(count)]


def compare(config, files, texts):
    """Convert texts as MkDocs does and with one converter, in their order and back; all must be the same."""
    expected = {}
    for text in texts:
        page = page_of(text, config, files)
        try:
            Page.render(page, config, files)
            expected[text] = told(page)
        except Exception as error:
            expected[text] = type(error)
    converter = Converter(Cache())
    for text in [*texts, *reversed(texts)]:
        page = page_of(text, config, files)
        try:
            converter.render(page, config, files)
            assert told(page) == expected[text]
        except AssertionError:
            raise
        except Exception as error:
            assert type(error) is expected[text]


@pytest.mark.parametrize("name", NAMES)
def test_a_parser_remembers_nothing_of_an_article(site, name):
    for extensions in ({name: {}}, {name: SETTINGS[name], "attr_list": {}} if name in SETTINGS else None):
        if extensions is not None:
            config, files = site(json.dumps([{key: value} for key, value in extensions.items()]))
            assert read_extensions(config)
            compare(config, files, [*PIECES, *articles(name, 4)])


@pytest.mark.parametrize("seed", range(2))
def test_nor_does_one_with_all_that_material_recommends(site, seed):
    config, files = site(json.dumps([{name: SETTINGS.get(name, {})} for name in MATERIALS]))
    compare(config, files, [*PIECES, *articles(seed, 25)])


def test_functions_of_known_packages_may_stand_in_settings(site):
    config, files = site(ICONS)
    compare(config, files, [*PIECES, ":material-account: and :smile:"])


def test_icons_of_the_site_count_to_its_settings(site, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    config, _ = site(ICONS)
    before = read_extensions(config).digest
    assert read_extensions(config).digest == before
    (tmp_path / "icons").mkdir()
    (tmp_path / "icons/own.svg").write_text("<svg/>")
    assert read_extensions(config).digest != before


@pytest.mark.parametrize(
    "extensions",
    [
        "[{footnotes: {UNIQUE_IDS: true}}]",
        "[{extra: {footnotes: {UNIQUE_IDS: true}}}]",
        "[{pymdownx.snippets: {auto_append: [all.md]}}]",
        "[material.extensions.preview]",
        "[{toc: {slugify: !!python/name:urllib.parse.quote }}]",
        "[{pymdownx.snippets: {base_path: !relative }}]",
    ],
)
def test_extensions_that_count_or_read_leave_the_conversion_to_mkdocs(site, extensions):
    config, files = site(extensions)
    with pytest.raises(UnsettledError):
        read_extensions(config)
    compare(config, files, ["# One[^1]\n\n[^1]: Note\n", "Two[^1]\n\n[^1]: Note\n"])
