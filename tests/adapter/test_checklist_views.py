"""Views of checklists: described when they are asked for, and known by what they are described from."""

from types import SimpleNamespace

import pytest

from byline.adapter.checklist_views import ChecklistViews


@pytest.fixture
def views():
    made = []

    def make(name):
        made.append(name)
        return SimpleNamespace(name=name)

    views = ChecklistViews()
    views.made = made
    views.expect("a.md", lambda: make("a"), "told a")
    views.expect("b.md", lambda: make("b"), "told b")
    return views


def test_only_what_is_asked_for_is_described_and_only_once(views):
    assert "a.md" in views
    assert list(views) == ["a.md", "b.md"]
    assert len(views) == 2
    assert views.made == []
    assert views["a.md"] is views.get("a.md")
    assert views.made == ["a"]


def test_a_new_checklist_takes_the_place_of_the_old_one(views):
    assert views["a.md"].name == "a"
    views.expect("a.md", lambda: SimpleNamespace(name="new"), "told anew")
    assert views["a.md"].name == "new"
    assert views.told("a.md") == "told anew"


def test_of_one_that_is_gone_nothing_is_told(views):
    assert views.pop("a.md").name == "a"
    assert "a.md" not in views
    assert views.get("a.md") is None
    assert views.told("a.md") == ""
    assert views.told("b.md") == "told b"
