"""Which entries stand in which document of a feed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byline.feeds.archives import LARGEST, archive_name, archive_shares, newest_share

weights = st.lists(st.integers(1, LARGEST + 1000), max_size=40) | st.lists(st.integers(1, 90), max_size=200)
most = st.integers(1, 12)


def spans(weights: list[int], most: int) -> list[list[int]]:
    """Return the entries of each archive, counted from the oldest."""
    last = len(weights) - 1
    return [
        sorted(last - place for place in range(*share.indices(len(weights))))
        for share in archive_shares(weights, most)
    ]


@pytest.mark.parametrize(
    ("count", "shown", "archives"),
    [
        (0, 0, []),
        (1, 1, []),
        (3, 3, []),
        (4, 3, [[0, 1, 2]]),
        (6, 3, [[0, 1, 2]]),
        (7, 3, [[0, 1, 2], [3, 4, 5]]),
    ],
)
def test_archives_take_what_the_document_to_subscribe_to_has_no_room_for(count, shown, archives):
    assert newest_share([1] * count, 3) == shown
    assert spans([1] * count, 3) == archives


@given(weights, most)
def test_every_entry_stands_in_some_document(weights, most):
    found = {place for span in spans(weights, most) for place in span}
    shown = newest_share(weights, most)
    assert found | set(range(len(weights) - shown, len(weights))) == set(range(len(weights)))


@given(weights, most)
def test_no_document_is_too_long_or_too_large(weights, most):
    oldest_first = weights[::-1]
    shown = newest_share(weights, most)
    documents = [oldest_first[len(weights) - shown :]]
    documents += [[oldest_first[place] for place in span] for span in spans(weights, most)]
    for document in documents:
        assert len(document) <= most
        assert sum(document) <= LARGEST or len(document) == 1


@given(weights, most, st.lists(st.integers(1, LARGEST), max_size=15))
def test_an_archive_never_changes_when_articles_come(weights, most, newer):
    before, after = spans(weights, most), spans([*newer, *weights], most)
    assert after[: len(before)] == before


def test_archives_are_named_after_the_feed():
    assert archive_name("feed.xml", 1) == "feed-archive-1.xml"
    assert archive_name("feed.json", 12) == "feed-archive-12.json"
