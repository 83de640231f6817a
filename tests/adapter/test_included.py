"""Our small templates print the same where they are put into those that include them."""

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, FileSystemLoader, nodes

from byline.adapter.rendering.included import PARTIALS, are_ours, put_in
from byline.adapter.theme import FOLDER


def escaping(text: str) -> str:
    return "{% autoescape true %}" + text + "{% endautoescape %}"


SMALL = {
    "reader": "{#- Says. -#}\n" + escaping("[{{ a }}{{ b }}{{ name }}]") + "\n",
    "setter": escaping("{% set a, name = '<', name ~ 's' %}{{ a }}{{ name }}"),
    "deep": escaping("{% set b = 2 %}{% include '@reader' %}"),
    "row": escaping("{% for x in items %}{{ x }}{% if not loop.last %},{% endif %}{% endfor %}"),
    "macro": escaping("{% macro m() %}m{{ name }}{% endmacro %}{{ m() }}"),
    "raw": "{{ name }}",
}
TEMPLATES = {f"{PARTIALS}{name}": text.replace("@", PARTIALS) for name, text in SMALL.items()}
TEMPLATES["elsewhere"] = escaping("{{ name }}")
SOURCES = """\
{% include "@reader" %}
{% autoescape true %}{{ name }}{% include "@reader" %}{{ name }}{% endautoescape %}{{ name }}
{% include "@setter" %}{{ a }}{{ name }}
{% with a = 1, b = "<b>" %}{% include "@reader" %}{% endwith %}{% include "@reader" %}
{% for a in items %}{% include "@reader" %}{% include "@setter" %}{{ a }}{% endfor %}
{% for a in items %}{% include "@row" %}{{ loop.index }}{% endfor %}
{% set b = 3 %}{% include "@reader" %}{% include "@deep" %}{{ b }}
{% if items %}{% set b = name %}{% endif %}{% include "@deep" %}{{ b }}
{% if not items %}{% set name = 4 %}{% endif %}{% include "@reader" %}
{% block late %}{% include "@setter" %}{% include "@reader" %}{% endblock %}
{% set all %}{% include "@deep" %}{% endset %}{{ all | upper }}""".replace("@", PARTIALS).splitlines()
APART = """\
{% include "@macro" %}
{% include "@raw" %}
{% autoescape true %}{% include "@raw" %}{% endautoescape %}
{% include "elsewhere" %}
{% include ["@none", "@row"] %}
{% include "@row" ignore missing %}
{% include "@row" without context %}""".replace("@", PARTIALS).splitlines()


def environment() -> Environment:
    return Environment(loader=DictLoader(TEMPLATES), autoescape=False)


def tree_of(source: str, there: Environment) -> nodes.Template:
    def parse(name: str) -> nodes.Template:
        return there.parse(TEMPLATES[name], name)

    return put_in(there.parse(source), parse)


@pytest.mark.parametrize("source", [*SOURCES, *APART])
def test_it_prints_what_an_include_prints(source: str) -> None:
    there, words = environment(), {"name": "<n>", "items": ["<1>", "2"]}
    template = there.from_string(tree_of(source, there))
    assert template.render(words) == there.from_string(source).render(words)


@pytest.mark.parametrize(("source", "left"), [*((s, False) for s in SOURCES), *((s, True) for s in APART)])
def test_what_means_something_else_there_stays_an_include(source: str, left: bool) -> None:
    assert (tree_of(source, environment()).find(nodes.Include) is not None) == left


def test_a_site_with_small_templates_of_its_own_is_told_apart(tmp_path: Path) -> None:
    there = Environment(loader=FileSystemLoader([str(tmp_path), str(FOLDER)]), autoescape=False)
    assert are_ours(there)
    (tmp_path / PARTIALS).mkdir(parents=True)
    assert not are_ours(there)
    there.loader = FileSystemLoader([str(FOLDER), str(tmp_path)])
    assert are_ours(there)
    assert not are_ours(environment())
