"""What templates read is found once, and again where any of them, or their environment, is another."""

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from byline.adapter.rendering.marks import Trees
from byline.adapter.rendering.readings import Readings
from byline.cache import open_cache

TEMPLATES = {
    "page": "{% block head %}{{ page.meta.a }}{% if page.toc %}{% endif %}{% endblock %}{% include 'foot' %}",
    "foot": "{{ config.site_name | url }}{% if page == nav.homepage %}home{% endif %}",
    "wild": "{{ cycler() }}{{ lipsum() }}",
}


@pytest.fixture
def readings(tmp_path: Path):
    """Return readings of builds that share one cache, closed after the test's questions."""

    def begin(told: str = "v1", **more: object) -> Readings:
        environment = Environment(loader=DictLoader(TEMPLATES))
        environment.filters["url"] = str
        environment.globals.update(more)
        return Readings(Trees(environment), open_cache(tmp_path), told)

    return begin


def ask(readings: Readings) -> tuple[object, ...]:
    """Ask for all there is; return it, and whether any template was parsed for it."""
    found = (
        readings.reads("page", "head"),
        readings.reads("foot"),
        readings.reads("wild"),
        readings.frame("page"),
    )
    readings.keep()
    readings.cache.close()
    return *found, bool(readings.trees._parsed)


def test_a_later_build_knows_it_without_parsing(readings) -> None:
    *found, parsed = ask(readings())
    *again, parsed_again = ask(readings())
    assert again == found
    assert (parsed, parsed_again) == (True, False)
    head, foot, wild, frame = again
    assert head.values == {("meta", "a")}
    assert head.truths == {("toc",)}
    assert foot.addresses and foot.position
    assert wild is None
    assert frame.blocks == {"head"}


def test_it_is_found_again_for_other_templates(readings) -> None:
    ask(readings())
    *_, parsed = ask(readings("v2"))
    assert parsed


def test_it_is_found_again_in_another_environment(readings) -> None:
    ask(readings())
    *_, parsed = ask(readings(nav=None))
    assert parsed


def test_nothing_is_kept_where_templates_are_not_told(readings) -> None:
    ask(readings(""))
    *_, parsed = ask(readings(""))
    assert parsed
