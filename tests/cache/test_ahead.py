"""Results read ahead: fewer readings, the same results."""

import pytest

from byline.cache import digest, open_cache
from byline.cache.ahead import MOST, PATIENCE, Ahead
from byline.cache.cache import FORMAT

KEYS = [digest(number) for number in range(3 * MOST)]


def asked_of(order, keys, there=None):
    """Ask for keys, where `there` is all that is known to be there; return how many readings that took."""
    readings = []

    def read(wanted):
        readings.append(len(wanted))
        return {key: (key.encode(), 1) for key in wanted if key in KEYS}

    ahead = Ahead(read, order, lambda: there)
    assert [ahead.get(key) for key in keys] == [(key.encode(), 1) if key in KEYS else None for key in keys]
    assert ahead.asked == keys
    return len(readings)


def test_what_the_last_build_asked_for_is_read_in_few_steps():
    assert asked_of(KEYS, KEYS) == 3


def test_results_that_are_new_or_gone_are_read_alone():
    assert asked_of(KEYS, [KEYS[0], "new", *KEYS[3:]]) == 4
    assert asked_of(KEYS, [*KEYS[:5], *KEYS[:5], *KEYS[5:]]) == 8


def test_another_order_costs_time_alone():
    assert asked_of(KEYS, KEYS[::-1]) <= len(KEYS)
    assert asked_of([], KEYS) == len(KEYS)


def test_nothing_is_read_for_many_results_that_are_not_there():
    new = [f"new {number}" for number in range(4 * PATIENCE)]
    assert asked_of([], new) == len(new)
    assert asked_of([], new, set(KEYS)) == PATIENCE
    assert asked_of([], [*new, *KEYS], set(KEYS)) == PATIENCE + len(KEYS)


def test_what_a_first_build_wrote_is_read_though_much_was_not_there(tmp_path, monkeypatch):
    monkeypatch.setattr("byline.cache.cache._MOST_UNWRITTEN", 0)
    cache = open_cache(tmp_path)
    assert [cache.load("kind", key) for key in KEYS] == [None] * len(KEYS)
    for key in KEYS:
        cache.save("kind", key, key)
    assert [cache.load("kind", key) for key in KEYS] == KEYS
    cache.close()


@pytest.mark.parametrize(
    "orders",
    ["", "{", "\ud83d", "5", "[1]", '{"kind": 5}', '{"kind": [5]}', '{"kind": ["x", "x"]}', "[" * 99_999],
)
def test_a_damaged_order_is_no_order(tmp_path, orders):
    cache = open_cache(tmp_path)
    for key in KEYS:
        cache.save("kind", key, key)
    cache.close()
    (tmp_path / FORMAT / "orders.json").write_text(orders, encoding="utf-8", errors="surrogatepass")
    cache = open_cache(tmp_path)
    assert [cache.load("kind", key) for key in KEYS] == KEYS
    cache.close()


def test_a_build_reads_what_it_wrote_itself(tmp_path):
    for word in ("old", "new"):
        cache = open_cache(tmp_path)
        for key in KEYS:
            assert cache.load("kind", key) == (None if word == "old" else "old")
            cache.save("kind", key, word)
            assert cache.load("kind", key) == word
        cache.close()
