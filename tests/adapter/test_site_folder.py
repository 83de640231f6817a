"""The site's folder: what the cache has gets a second name there, and no edit of the site harms the cache."""

import os
import shutil

import pytest

from byline.adapter.site_folder import SiteFolder
from byline.cache import Cache, digest, digest_of, open_cache

KEY = digest("key")


def put_text(folder, place, text):
    key = digest_of(text)
    if not folder.place(key, place):
        folder.keep(key, folder.write_anew(place, text, key))


@pytest.fixture
def build(tmp_path):
    """Return what puts a text in its place in a new site, as one build does."""
    site = tmp_path / "site"

    def put(text, cache=None):
        shutil.rmtree(site, ignore_errors=True)
        cache = cache or open_cache(tmp_path / "cache")
        put_text(SiteFolder(cache), str(site / "a" / "b.json"), text)
        cache.close()
        return site / "a" / "b.json"

    return put


def test_the_same_text_is_the_same_file_in_the_next_build(build):
    first = build(b"text").stat()
    assert build(b"text").stat().st_ino == first.st_ino
    assert build(b"other").read_bytes() == b"other"


@pytest.mark.parametrize("edit", [b"edit", b"a longer edit"])
def test_an_edit_of_the_site_does_not_come_back(build, edit):
    place = build(b"text")
    os.utime(place, ns=(1, 1))
    place.write_bytes(edit)
    assert build(b"text").read_bytes() == b"text"
    assert build(b"text").read_bytes() == b"text"


def test_without_a_cache_all_is_written(build):
    assert build(b"text", Cache()).read_bytes() == b"text"
    assert build(b"text", Cache()).read_bytes() == b"text"


def test_a_file_of_an_earlier_build_in_the_same_place_gives_way(tmp_path):
    cache = open_cache(tmp_path / "cache")
    folder, place = SiteFolder(cache), str(tmp_path / "site" / "a.xml")
    folder.keep(KEY, folder.write_anew(place, b"old", KEY))
    put_text(folder, place, b"new")
    assert (tmp_path / "site" / "a.xml").read_bytes() == b"new"
    assert folder.place(KEY, place)
    assert (tmp_path / "site" / "a.xml").read_bytes() == b"old"
    cache.close()


def test_a_folder_that_somebody_removes_is_made_again(tmp_path):
    cache = open_cache(tmp_path / "cache")
    folder, place = SiteFolder(cache), tmp_path / "site" / "a.xml"
    for text in (b"text", b"text", b"other"):
        put_text(folder, str(place), text)
        assert place.read_bytes() == text
        shutil.rmtree(place.parent)
    cache.close()
