"""The words that checklists, and the page to subscribe, speak to their readers, by language."""

import json
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

_FOLDER = files("byline.pages") / "languages"
_DEFAULT = "en"
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})


@cache
def words_for(*languages: str) -> Mapping[str, str]:
    """Return the words of the first of these languages (`de`, `de-AT`…) that there is a file for."""
    for language in filter(None, (*languages, _DEFAULT)):
        file = _FOLDER / f"{language.replace('_', '-').lower().split('-')[0]}.toml"
        if file.is_file():
            return {**_read(_DEFAULT), **tomllib.loads(file.read_text(encoding="utf-8"))["words"]}
    raise AssertionError("English is always there")


@cache
def script_words(*languages: str) -> str:
    """Return the words that scripts say, as JSON."""
    words = words_for(*languages)
    names = tomllib.loads((_FOLDER / "en.toml").read_text(encoding="utf-8"))["scripts"]["names"]
    return json.dumps({name: words[name] for name in names}, ensure_ascii=False, sort_keys=True)


def is_right_to_left(language: str) -> bool:
    """Say whether a language (`ar`, `he-IL`…) is written from right to left."""
    return language.replace("_", "-").lower().split("-")[0] in _RIGHT_TO_LEFT


def _read(language: str) -> dict[str, str]:
    words: dict[str, str] = tomllib.loads((_FOLDER / f"{language}.toml").read_text(encoding="utf-8"))["words"]
    return words
