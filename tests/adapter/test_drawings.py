"""The drawings of a whole site: the same, whichever process began with them."""

import pytest

from byline.adapter.drawings import Drawer
from byline.cache import Cache, open_cache
from byline.checklists import draw

TIPS = "- Ask for {0} names.\n- Write them down.\n- Call them.\n"
TEXTS = {f"{number}.md": f"---\ntitle: Tips {number}\n---\n\n{TIPS.format(number)}" for number in range(6)}


@pytest.fixture(params=["1", "3"], ids=["one process", "three"])
def folder(request, tmp_path, monkeypatch):
    monkeypatch.setenv("BYLINE_PROCESSES", request.param)
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def drawn(texts):
    return [draw(text, reasons=False) for text in texts]


def test_what_was_begun_with_is_what_would_be_drawn(folder):
    drawer = Drawer(Cache())
    drawer.begin(folder)
    assert drawer([*TEXTS.values()]) == drawn(TEXTS.values())
    assert drawer([*TEXTS.values()]) == drawn(TEXTS.values())


def test_a_file_that_changed_meanwhile_counts_as_it_was_read(folder):
    drawer = Drawer(Cache())
    drawer.begin(folder)
    texts = [*TEXTS.values(), TEXTS["3.md"].replace("Call", "Ring")]
    assert drawer(texts) == drawn(texts)


def test_files_that_are_no_text_are_left_to_who_reads_them(folder):
    (folder / "wrong.md").write_bytes(b"\xff\xfe\x00")
    drawer = Drawer(Cache())
    drawer.begin(folder)
    assert drawer([TEXTS["1.md"]]) == drawn([TEXTS["1.md"]])


def test_what_earlier_builds_drew_is_not_drawn_again(folder):
    for _ in range(2):
        cache = open_cache(folder / "cache")
        drawer = Drawer(cache)
        drawer.begin(folder)
        assert drawer([*TEXTS.values()]) == drawn(TEXTS.values())
        cache.close()
    assert cache.hits["drawing"] == len(TEXTS)
