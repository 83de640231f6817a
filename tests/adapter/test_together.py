"""Files that the build writes itself: put in place together, as if one after the other."""

import json
import os
import sys

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, InclusionLevel

from byline.adapter import together
from byline.adapter.processes import begin
from byline.adapter.site_folder import SiteFolder
from byline.adapter.text_files import add_texts
from byline.cache import Cache, digest, open_cache
from conftest import children

TEXTS = {f"{number}/{'a' * (number % 3)}.json": [number // 2] for number in range(150)}


@pytest.fixture(params=["1", "3"], ids=["one process", "three"])
def site(request, tmp_path, monkeypatch):
    monkeypatch.setenv("BYLINE_PROCESSES", request.param)
    return tmp_path / "site"


def files_of(site, texts=TEXTS, cache=None):
    config = MkDocsConfig()
    config.load_dict({"site_name": "Texts", "site_dir": str(site)})
    config.validate()
    config.plugins._current_plugin = "byline"
    files = Files([])
    made = [(place, lambda data=data: data) for place, data in texts.items()]
    assert not add_texts(files, config, SiteFolder(cache or Cache()), [("head.txt", "Text"), *made])
    return files


def shown(site):
    return {
        place.relative_to(site).as_posix(): json.loads(place.read_bytes()) for place in site.rglob("*.json")
    }


def test_every_file_stands_in_its_place(site):
    files_of(site).copy_static_files()
    assert shown(site) == TEXTS
    assert (site / "head.txt").read_text() == "Text"


def test_the_next_build_takes_all_of_them_from_the_cache(site, tmp_path):
    stand = []
    for folder in (site / "old", site / "new"):
        cache = open_cache(tmp_path / "cache")
        files_of(folder, cache=cache).copy_static_files()
        cache.close()
        assert shown(folder) == TEXTS
        stand.append({place: (folder / place).stat().st_ino for place in TEXTS})
    assert stand[0] == stand[1]
    assert not cache.misses


def test_what_a_plugin_changed_of_them_meanwhile_counts(site):
    files = files_of(site)
    gone, left_out, other = (files.get_file_from_path(place) for place in list(TEXTS)[7:10])
    files.remove(gone)
    left_out.inclusion = InclusionLevel.EXCLUDED
    other.content_string = "{}"
    files.copy_static_files()
    expected = TEXTS | {other.src_uri: {}}
    del expected[gone.src_uri], expected[left_out.src_uri]
    assert shown(site) == expected


def test_a_file_that_is_copied_again_is_written_again(site):
    files = files_of(site)
    files.copy_static_files()
    (site / "3" / ".json").unlink()
    files.copy_static_files()
    assert shown(site) == TEXTS


def test_while_a_folder_waits_its_files_are_written_when_it_is_finished_and_then_at_once(site):
    files = files_of(site)
    folder = files.get_file_from_path("head.txt").folder
    for _ in range(2):
        folder.wait()
        files.copy_static_files()
        folder.finish()
        assert shown(site) == TEXTS
        (site / "3" / ".json").unlink()
    files.copy_static_files()
    assert shown(site) == TEXTS


def test_what_cannot_be_written_while_a_folder_waits_is_said_when_it_is_finished(site):
    (site / "140" / "aa.json").mkdir(parents=True)
    files = files_of(site)
    folder = files.get_file_from_path("head.txt").folder
    folder.wait()
    files.copy_static_files()
    with pytest.raises(OSError, match=r"aa\.json"):
        folder.finish()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux forks safely")
def test_a_folder_that_is_given_up_leaves_no_process_behind(site):
    files = files_of(site)
    folder, others = files.get_file_from_path("head.txt").folder, children()
    folder.wait()
    files.copy_static_files()
    folder.give_up()
    assert children() <= others


def test_a_place_that_cannot_be_written_is_named(site):
    place = site / "140" / "aa.json"
    place.mkdir(parents=True)
    with pytest.raises(OSError, match=r"aa\.json") as raised:
        files_of(site).copy_static_files()
    assert os.fspath(raised.value.filename) == str(place)


def test_what_a_text_cannot_be_made_of_is_said(site):
    def fail():
        raise ZeroDivisionError("no number")

    files = files_of(site)
    files.get_file_from_path("100/a.json").make = fail
    with pytest.raises(ZeroDivisionError, match="no number"):
        files.copy_static_files()


class Feed:
    """A file made of the entries of articles, which are told when they are gathered."""

    def __init__(self, site, number, told):
        self.folder, self.is_in_place, self.told = SiteFolder(Cache()), False, told
        self.entries = [str(number), str(number + 1)]
        self.abs_dest_path = str(site / f"{number}.json")

    @property
    def content_bytes(self):
        return json.dumps([one for one in self.entries if one in self.told]).encode()

    def key(self):
        return digest(self.abs_dest_path)

    def gather(self):
        self.told[:] = [*self.told, *self.entries]


def test_no_more_entries_are_at_hand_than_may_be_and_all_that_are_needed(site, monkeypatch):
    monkeypatch.setattr(together, "AT_HAND", 5)
    told, gathered = [], []

    def shared(work, pieces, others):
        gathered.append(set(told))
        done = iter(begin(work, pieces, others).results())
        told.clear()
        return begin(lambda _: next(done), pieces, 0)

    monkeypatch.setattr(together, "begin", shared)
    together.put_in_place(Feed(site, number, told) for number in range(20))
    assert shown(site) == {f"{number}.json": [str(number), str(number + 1)] for number in range(20)}
    assert [len(entries) for entries in gathered] == [5] * 5
