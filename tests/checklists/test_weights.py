"""Signals and weights fit together: what is weighed can be found, what is found is weighed, no sign turns."""

import re
import tomllib
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

import byline.checklists
from byline.checklists.cues import FIRST
from byline.checklists.languages import language_codes, load_data, load_language
from byline.checklists.reading import read_article, score

HERE = Path(__file__).parent
PACKAGE = Path(byline.checklists.__file__).parent
EXPECTED = tomllib.loads((HERE.parents[1] / "training/expected_weights.toml").read_text(encoding="utf-8"))
USED = load_data("weights.toml")
ARTICLES = sorted(
    path
    for path in chain((HERE / "cases").iterdir(), (HERE / "labelled").glob("*/*"))
    if path.suffix in {".md", ".txt"}
)
A_LIST_OF_LINKS = "These are the books that you will read with us.\n\n- [One](https://example.org/one).\n"
SECTIONS = ("weights", "together")


def weighed(table: dict[str, Any]) -> set[str]:
    return {*table["weights"], *chain.from_iterable(pair.split(" + ") for pair in table["together"])}


def cues() -> dict[str, set[str]]:
    return {code: set(chain.from_iterable(load_language(code).cues.values())) for code in language_codes()}


@pytest.mark.parametrize("code", sorted(language_codes()))
def test_every_cue_of_a_pack_is_weighed_or_used(code: str) -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in PACKAGE.glob("*.py"))
    named_in_code = set(re.findall(r'"([a-z]+(?:-[a-z]+)*)"', source))
    assert cues()[code] - weighed(USED) - named_in_code == set()


@pytest.mark.parametrize("code", sorted(language_codes()))
def test_every_pack_has_the_same_sections(code: str) -> None:
    assert load_language(code).cues.keys() == load_language("en").cues.keys()


def test_every_weighed_signal_can_be_found() -> None:
    found = set().union(*cues().values())
    for entry in score(read_article(A_LIST_OF_LINKS)):
        found |= entry.signals
    for path in ARTICLES:
        text = path.read_bytes().decode("utf-8")
        for entry in score(read_article(text, plain=path.suffix == ".txt")):
            found |= entry.signals
    assert weighed(USED) - found == set()


@pytest.mark.parametrize("section", SECTIONS)
def test_the_trained_weights_are_those_of_the_expected_signals(section: str) -> None:
    assert list(USED[section]) == list(EXPECTED[section])


@pytest.mark.parametrize("section", SECTIONS)
def test_no_weight_has_another_sign_than_expected(section: str) -> None:
    assert [name for name, weight in USED[section].items() if weight * EXPECTED[section][name] < 0] == []


def test_the_cues_that_are_looked_for_first_are_cues_of_every_pack() -> None:
    for code in language_codes():
        assert load_language(code).cues["sentence"].keys() >= FIRST
