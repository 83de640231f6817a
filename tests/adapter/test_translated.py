"""Templates that earlier builds translated print, fail and are told apart as new ones are."""

from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, FileSystemLoader, TemplateSyntaxError

from byline.adapter.rendering.marks import Trees
from byline.adapter.rendering.translated import Translated, told_of
from byline.cache import Cache, open_cache

PAGE = "{% extends 'base' %}{% block text %}{{ name | upper }}{{ pages | length }}{% endblock %}"
TEMPLATES = {"base": "<{% block text %}{% endblock %}>", "page": PAGE}


def printed(cache: Cache, templates: dict[str, str], **settings: bool) -> str:
    environment = Environment(loader=DictLoader(templates), autoescape=False)
    for name, value in settings.items():
        setattr(environment, name, value)
    environment.bytecode_cache = Translated(Trees(environment), cache)
    return environment.get_template("page").render(name="<b>", pages=[1, 2])


def build(folder: Path, templates: dict[str, str] = TEMPLATES, **settings: bool) -> tuple[str, int, int]:
    """Print the page as a build of its own; return it, with the templates found and asked for."""
    cache = open_cache(folder)
    text = printed(cache, templates, **settings)
    cache.close()
    found = cache.hits["template"]
    return text, found, found + cache.misses["template"]


def test_a_template_is_translated_once(tmp_path: Path) -> None:
    assert build(tmp_path) == ("<<B>2>", 0, 2)
    assert build(tmp_path) == ("<<B>2>", 2, 2)


def test_a_changed_template_is_translated_again(tmp_path: Path) -> None:
    build(tmp_path)
    assert build(tmp_path, {**TEMPLATES, "base": "[{% block text %}{% endblock %}]"}) == ("[<B>2]", 1, 2)


def test_an_environment_that_escapes_has_translations_of_its_own(tmp_path: Path) -> None:
    build(tmp_path)
    assert build(tmp_path, autoescape=True) == ("<&lt;B&gt;2>", 0, 2)


def test_without_a_cache_nothing_is_kept() -> None:
    assert printed(Cache(), TEMPLATES) == printed(Cache(), TEMPLATES) == "<<B>2>"


def test_the_parts_of_the_site_that_a_template_prints_are_kept_with_it(tmp_path: Path) -> None:
    def marks() -> frozenset[str]:
        cache = open_cache(tmp_path)
        environment = Environment(loader=DictLoader(TEMPLATES), autoescape=False)
        translated = environment.bytecode_cache = Translated(Trees(environment), cache)
        environment.get_template("page")
        cache.close()
        return translated.marks("page", compile("", "", "exec"))

    assert marks() == marks() == {"pages"}


def test_a_template_with_a_mistake_names_its_line(tmp_path: Path) -> None:
    for _ in range(2):
        with pytest.raises(TemplateSyntaxError, match="nothing") as caught:
            build(tmp_path, {**TEMPLATES, "base": "\n{% nothing %}"})
        assert caught.value.lineno == 2


def test_what_a_template_raises_names_its_line_however_it_was_found(tmp_path: Path) -> None:
    for _ in range(2):
        with pytest.raises(ZeroDivisionError) as caught:
            build(tmp_path, {"page": "\n\n{{ 1 / (pages | length - 2) }}"})
        assert caught.traceback[-1].lineno == 2


def test_the_same_text_in_another_file_names_its_own_file(tmp_path: Path) -> None:
    for folder in (tmp_path / "one", tmp_path / "two"):
        folder.mkdir()
        (folder / "page").write_text("{{ 1 / 0 }}")
        cache = open_cache(tmp_path / "kept")
        environment = Environment(loader=FileSystemLoader(folder), autoescape=False)
        environment.bytecode_cache = Translated(Trees(environment), cache)
        with pytest.raises(ZeroDivisionError) as caught:
            environment.get_template("page").render()
        cache.close()
        assert Path(caught.traceback[-1].path) == folder / "page"


def loud(value: str) -> str:
    return value


@pytest.mark.parametrize(
    "change",
    [
        lambda environment: setattr(environment, "trim_blocks", True),
        lambda environment: setattr(environment, "variable_start_string", "[["),
        lambda environment: environment.add_extension("jinja2.ext.do"),
        lambda environment: environment.filters.update(upper=loud),
        lambda environment: environment.filters.update(loud=loud),
        lambda environment: environment.tests.update(loud=loud),
        lambda environment: environment.policies.update({"truncate.leeway": 9}),
    ],
)
def test_another_environment_is_told_apart(change: Callable[[Environment], None]) -> None:
    changed = Environment(autoescape=False)
    change(changed)
    assert told_of(changed) not in (None, told_of(Environment(autoescape=False)))


def test_an_environment_that_decides_by_itself_is_not_told() -> None:
    assert told_of(Environment(autoescape=lambda name: name == "page")) is None
    assert told_of(Environment(finalize=str.strip, autoescape=False)) is None
    assert told_of(type("Other", (Environment,), {})(autoescape=False)) is None
