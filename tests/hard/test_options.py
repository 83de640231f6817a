"""Options as nobody should write them."""

import re
from pathlib import Path

import pytest
import yaml

from byline.problems import ContentError
from byline.settings import load_settings
from byline.site import Placement, load_site
from conftest import SITES

CASES = yaml.safe_load((Path(__file__).parent / "options.yml").read_text(encoding="utf-8"))
HEAD = "site_name: x\nsite_url: https://x.example/\nplugins:\n  - search\n  - byline:\n      "


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["options"])
def test_an_option_that_cannot_be_used_is_refused_with_its_line(tmp_path, case, now):
    (tmp_path / "mkdocs.yml").write_text(HEAD + case["options"] + "\n")
    (tmp_path / "posts").mkdir()
    with pytest.raises(ContentError) as error:
        load_site(load_settings(tmp_path / "mkdocs.yml"), Placement("https://x.example/", now))
    assert re.search(r"mkdocs\.yml:6: " + re.escape(case["says"]), str(error.value)) or (
        case["says"] in str(error.value) and "mkdocs.yml:6: " in str(error.value)
    )


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("site_name: x\nplugins: [byline: 3]\n", "mkdocs.yml:2: `byline: 3` holds no options"),
        ("site_name: x\nplugins: [byline: [a]]\n", "mkdocs.yml:2: `byline: ['a']` holds no options"),
        ("plugins: [\n", "mkdocs.yml:2: this YAML cannot be read"),
        ("- a\n", "mkdocs.yml:1: this is no configuration of MkDocs"),
        ("", "mkdocs.yml:1: this is no configuration of MkDocs"),
        ("plugins: 3\n", "mkdocs.yml:1: `plugins: 3` is no list of plugins"),
    ],
)
def test_a_configuration_that_is_none_is_refused(tmp_path, text, says):
    (tmp_path / "mkdocs.yml").write_text(text)
    with pytest.raises(ContentError) as error:
        load_settings(tmp_path / "mkdocs.yml")
    assert says in str(error.value)


@pytest.mark.parametrize(
    "text",
    [
        "site_name: !ENV [NAME, x]\nplugins:\n  byline:\n    posts_dir: writing\n",
        "site_name: x\nplugins:\n  - search\n  - byline:\n      posts_dir: writing\n",
        "site_name: x\nhooks:\n  - a: !!python/name:x.y\nplugins: [{byline: {posts_dir: writing}}]\n",
    ],
)
def test_options_are_found_however_plugins_are_written(tmp_path, text):
    (tmp_path / "mkdocs.yml").write_text(text)
    assert load_settings(tmp_path / "mkdocs.yml").posts_dir == tmp_path.resolve() / "writing"


def test_the_test_sites_have_options_that_can_be_used():
    assert load_settings(SITES / "full" / "mkdocs.yml").pagination_per_page == 2
