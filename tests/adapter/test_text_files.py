"""Files with texts that the build makes itself: made when they are asked for."""

import pytest
from mkdocs.config.defaults import MkDocsConfig

from byline.adapter.site_folder import SiteFolder
from byline.adapter.text_files import text_file
from byline.cache import Cache


@pytest.fixture
def config(tmp_path):
    config = MkDocsConfig()
    config.load_dict({"site_name": "Texts", "site_dir": str(tmp_path / "site")})
    config.validate()
    config.plugins._current_plugin = "byline"
    return config


@pytest.mark.parametrize(
    ("text", "written"), [("Grüße", "Grüße"), (lambda: ["Grüße"], '[\n  "Grüße"\n]\n')], ids=["text", "data"]
)
def test_a_text_is_written_whether_it_is_there_or_is_still_to_be_made(config, text, written, tmp_path):
    text_file(config, SiteFolder(Cache()), "a/b.json", text).copy_file()
    assert (tmp_path / "site" / "a" / "b.json").read_text(encoding="utf-8") == written


def test_a_text_is_made_when_it_is_asked_for(config):
    texts = ["first", "second"]
    file = text_file(config, SiteFolder(Cache()), "a.json", lambda: texts[0])
    texts.pop(0)
    assert file.content_string == '"second"\n'


def test_a_new_text_takes_the_place_of_what_would_be_made(config):
    file = text_file(config, SiteFolder(Cache()), "a.json", lambda: ["old"])
    file.content_string = "new"
    assert file.content_bytes == b"new"
    assert file.key() == text_file(config, SiteFolder(Cache()), "a.json", "new").key()


def test_files_of_other_data_have_other_keys(config):
    data = [{"a": 1}, {"a": "1"}, {"b": 1}, {"a": 1, "b": 1}, {"b": 1, "a": 1}, {"a": Shouted("1")}]
    keys = [text_file(config, SiteFolder(Cache()), "a.json", lambda one=one: one).key() for one in data]
    assert len(set(keys)) == len(keys)


class Shouted(str):
    """A text with a class of its own."""
