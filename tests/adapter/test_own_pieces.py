"""The pieces of a template that are a page's own are set apart as blocks, and print what they printed."""

from types import SimpleNamespace
from typing import Any

import pytest
from jinja2 import DictLoader, Environment, nodes

from byline.adapter.rendering.frame import frame_of
from byline.adapter.rendering.marks import Trees
from byline.adapter.rendering.own import OWN, set_apart

PAGE = SimpleNamespace(title="<T>", toc=["a", "b"], meta={"hide": ["x"]}, deep=SimpleNamespace(er=None))
SOURCES = """\
a{{ page.title }}b{{ name }}c{{ page.title | upper }}
{% if page.toc %}{{ page.toc | first }}{% elif page.meta %}m{% else %}n{% endif %}
{% if page.toc %}{% set s = page.toc | first %}{{ s }}{% endif %}{% block late %}{{ s }}{% endblock %}
{% if page.toc %}{% set skip = page.toc | first %}{% endif %}{{ skip }}
{% if page.toc %}{% set skip = page.toc | first %}{% endif %}{% for one in "ab" %}{{ skip }}{% endfor %}
{% if page.toc %}{% set a, b = page.toc %}{% endif %}{% include "reader" %}
{% if page.none %}{% set skip = 1 %}{% endif %}{% block late %}{{ skip is defined }}{{ skip }}{% endblock %}
{% if page.toc %}{% if page.meta %}{% set s = 2 %}{% endif %}{% endif %}{% block late %}{{ s }}{% endblock %}
{% set kept = name %}{{ page.title ~ kept }}{% set kept = 3 %}{{ page.title ~ kept }}
{% for item in page.toc %}{{ loop.index }}{{ item }}{{ name }}{% endfor %}
{% macro m(a) %}{{ a }}{{ page.title }}{% endmacro %}{{ m(page.title) }}{{ m(name) }}
{% autoescape true %}{{ page.title }}{% endautoescape %}{{ page.title | e }}
{% set x %}{{ page.title }}{% endset %}{{ x }}
{% if page.toc %}{% include "reader" %}{% endif %}
{% if page.deep.er %}{{ page.deep.er.further }}{% endif %}{{ page.deep.er.further }}
{% if self.late() %}{{ page.title }}{% endif %}{% block late %}{{ name }}{% endblock %}
{% extends "around" %}{% block late %}{{ super() }}{{ page.title }}{% endblock %}
{% extends "around" %}{% block late %}{{ skip }}{{ kept }}{% endblock %}
""".splitlines()
OTHERS = {
    "reader": "[{{ a }}{{ b }}{{ name }}]",
    "around": (
        "{% set kept = name %}{% if page.toc %}{% set skip = page.toc | first %}{{ skip }}{% endif %}"
        "{{ page.title }}<{% block late %}late{% endblock %}>{{ page.title }}"
    ),
}


def printed(environment: Environment, values: dict[str, Any]) -> str:
    try:
        return environment.get_template("page").render(values)
    except Exception as error:
        return repr(error)


class Apart(Environment):
    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        return set_apart(super()._parse(source, name, filename))


@pytest.mark.parametrize("source", SOURCES)
def test_templates_print_what_jinja_prints(source: str) -> None:
    loader = DictLoader({**OTHERS, "page": source})
    for values in ({"page": PAGE, "name": "N"}, {"page": PAGE, "a": 1, "skip": 2}, {"name": "N"}):
        assert printed(Apart(loader=loader), values) == printed(Environment(loader=loader), values)


def test_the_frame_of_a_template_reads_nothing_of_the_page() -> None:
    source = (
        "{{ name }}{{ page.title }}{% if page.a %}{% set skip = 1 %}{% endif %}{% block b %}{% endblock %}"
    )
    frame = frame_of(Trees(Environment(loader=DictLoader({"page": source}))), "page")
    assert (frame.reads.names, frame.reads.values, frame.reads.truths) == ({"name"}, set(), set())
    assert frame.blocks == {"b", f"{OWN}1", f"{OWN}2"}
    assert frame.given == {"skip"}


def test_a_frame_tells_which_blocks_it_asks_itself() -> None:
    source = "{% if self.b() %}{% block b %}{{ page.title }}{% endblock %}{% endif %}"
    frame = frame_of(Trees(Environment(loader=DictLoader({"page": source}))), "page")
    assert frame.asked == frame.blocks == {"b"}
