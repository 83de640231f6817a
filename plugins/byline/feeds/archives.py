"""How the entries of a feed are shared out between its documents (RFC 5005, section 4).

The document that readers subscribe to holds the newest. Archives are filled from the oldest entry on, so
that a full one stays what it is when articles come.
"""

from collections.abc import Sequence

LARGEST = 4_900_000
"""Bytes of entries in a document: the W3C's feed validator refuses files of more than 5,000,000 bytes."""


def newest_share(weights: Sequence[int], most: int) -> int:
    """Return how many entries the document to subscribe to holds. `weights` are bytes, newest first."""
    return _share(weights[:most], most)


def archive_shares(weights: Sequence[int], most: int) -> list[slice]:
    """Return the entries of each archive, the oldest archive first, as slices of the entries newest first.

    Together they hold every entry that the document to subscribe to has no room for. All are full: the last
    one may hold some of the entries that stand there as well.
    """
    shares: list[slice] = []
    left = len(weights)
    shown = newest_share(weights, most)
    while left > shown:
        oldest_first = weights[left - most if left > most else 0 : left][::-1]
        count = max(1, _share(oldest_first, most))
        shares.append(slice(left - count, left))
        left -= count
    return shares


def archive_name(name: str, number: int) -> str:
    """Return the name of an archive beside a feed's file: `feed.xml` → `feed-archive-1.xml`."""
    stem, _, ending = name.rpartition(".")
    return f"{stem}-archive-{number}.{ending}"


def _share(weights: Sequence[int], most: int) -> int:
    """Return how many of these entries one document holds, at least one of any."""
    total = 0
    for count, weight in enumerate(weights[:most]):
        total += weight
        if total > LARGEST and count:
            return count
    return min(len(weights), most)
