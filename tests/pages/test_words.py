"""The words of checklists: every language says everything, with the same numbers in it."""

import json
import re
import tomllib
from importlib.resources import files

import pytest

from byline.pages import script_words, words_for

FOLDER = files("byline.pages") / "languages"
LANGUAGES = sorted(file.name.removesuffix(".toml") for file in FOLDER.iterdir() if file.name != "en.toml")
ENGLISH = tomllib.loads((FOLDER / "en.toml").read_text(encoding="utf-8"))


def placeholders(text: str) -> list[str]:
    return sorted(re.findall(r"\{\w*\}", text))


def test_german_spanish_and_french_are_among_the_languages():
    assert {"de", "es", "fr"} <= set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_every_word_and_no_other(language):
    own = tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))["words"]
    assert own.keys() == ENGLISH["words"].keys()
    assert all(text.strip() == text != "" for text in own.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_has_the_same_placeholders_in_every_language(language):
    words = words_for(language)
    for name, text in ENGLISH["words"].items():
        assert placeholders(words[name]) == placeholders(text), name


@pytest.mark.parametrize(
    ("asked", "word"),
    [
        (("de",), "Checkliste"),
        (("de-AT",), "Checkliste"),
        (("pt_BR", "fr"), "Liste de contrôle"),
        (("", "es"), "Lista de tareas"),
        (("xx", ""), "Checklist"),
    ],
)
def test_the_first_language_that_is_known_speaks(asked, word):
    assert words_for(*asked)["checklist"] == word


def test_scripts_get_the_words_they_say():
    words = json.loads(script_words("de"))
    assert words["done"] == "{done} von {total} erledigt"
    assert words.keys() == set(ENGLISH["scripts"]["names"])
