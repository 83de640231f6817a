"""What templates look up: found as Jinja and MkDocs find it."""

from types import SimpleNamespace

import pytest
from jinja2 import DictLoader, Environment
from mkdocs.utils import normalize_url

from byline.adapter.rendering.lookups import escape_quickly, look_up_quickly
from byline.adapter.rendering.places import Addresses

VALUES = {
    "known": {"name": "N", "items": "not the method", "none": None},
    "text": "T",
    "nothing": None,
    "thing": SimpleNamespace(name="S"),
}
SOURCES = """\
{{ known.name }}
{{ known.items is callable }}
{{ known["items"] }}
{{ known.other }}
{{ known.other is defined }}
{{ known.none }}
{{ known.other.further }}
{{ text.name }}
{{ text.upper() }}
{{ nothing.name }}
{{ thing.name }}
{{ thing.other }}
{% autoescape true %}{{ danger }}{{ danger | safe }}{{ number }}{{ nothing }}{% endautoescape %}
{% autoescape true %}{{ danger ~ 3 }}{% endautoescape %}
{% autoescape true %}{% set x %}{{ danger }}{% endset %}{{ x }}{% endautoescape %}
{% autoescape true %}{% macro m(a) %}{{ a }}{% endmacro %}{{ m(danger) }}{% endautoescape %}
""".splitlines()


def printed(environment: Environment, source: str) -> str:
    template = environment.from_string(source)
    escape_quickly(template.root_render_func.__globals__)
    try:
        return template.render(**VALUES, danger="<a & 'b'>", number=3)
    except Exception as error:
        return repr(error)


@pytest.mark.parametrize("source", SOURCES)
def test_templates_print_what_jinja_prints(source):
    quick = Environment()
    look_up_quickly(quick)
    as_ever = Environment().from_string(source)
    try:
        expected = as_ever.render(**VALUES, danger="<a & 'b'>", number=3)
    except Exception as error:
        expected = repr(error)
    assert printed(quick, source) == expected


INCLUDING = """\
{% include "part" %}{% include "part" %}
{% include ["none", "part"] %}
{% include "none" ignore missing %}
{% include "none" %}
{% include name ~ "t" %}
{% import "part" as part %}{{ part.known }}
""".splitlines()


@pytest.mark.parametrize("source", INCLUDING)
def test_templates_are_found_as_jinja_finds_them(source):
    def included(quick: bool) -> list[str]:
        environment = Environment(
            loader=DictLoader({"part": "{% set known = 1 %}<{{ name }}>", "page": source})
        )
        environment.auto_reload = False
        if quick:
            look_up_quickly(environment)
        found = []
        for _ in range(2):
            try:
                found.append(environment.get_template("page").render(name="par"))
            except Exception as error:
                found.append(repr(error))
        return found

    assert included(quick=True) == included(quick=False)


PAGES = [
    "",
    "./",
    "about/",
    "articles/a/",
    "articles/b/",
    "articles/a/checklist/",
    "tags/x/",
    "about.html",
    "a/b.html",
]
ADDRESSES = [
    "",
    ".",
    "./",
    "..",
    "../x",
    "x/../y",
    "a//b",
    "about/",
    "articles/",
    "articles/a/",
    "articles/a/#here",
    "articles/a",
    "articles/a/checklist/more/",
    "articles/a/./",
    "articles/a/.",
    "articles//a/",
    "a/b.html",
    "a/b.html/c",
    "a/.b/..",
    "about\\x",
    "articles/../about/",
    "tags/x/y/?q#z",
    "feed.xml",
    "assets/a.css",
    "/rooted/",
    "#here",
    "https://example.org/a",
    "//example.org",
    "mailto:me@example.org",
]


def test_addresses_are_those_that_mkdocs_writes_on_each_page():
    addresses = Addresses()
    for url in PAGES * 2:
        page = SimpleNamespace(url=url)
        addresses.begin(page)
        for address in ADDRESSES:
            written = addresses.write(address, lambda value, page=page: normalize_url(value, page))
            assert written == normalize_url(address, page), (url, address)
