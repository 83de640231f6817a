"""What fetching mentions tells its author."""

from collections.abc import Iterable, Iterator

from byline.importers.mentions.placing import Counted

MOST_ADDRESSES = 20


def describe_mentions(counted: Iterable[Counted]) -> str:
    """Return a line for each source, and what no article was found for."""
    return "\n".join(line for count in counted for line in _lines(count))


def _lines(count: Counted) -> Iterator[str]:
    parts = [f"{count.new} new", f"{count.present} there already"]
    for number, what in (
        (len(count.unmatched), "of no article here"),
        (count.gathered.left_out, "private or unreadable, left out"),
        (count.pruned, "gone at their origin, taken out"),
    ):
        if number:
            parts.append(f"{number} {what}")
    yield f"{count.gathered.name}: {', '.join(parts)}"
    yield from (f"  note: {note}" for note in count.gathered.notes)
    targets = sorted(set(count.unmatched))
    yield from (f"  no article at {_shown(target)}" for target in targets[:MOST_ADDRESSES])
    if len(targets) > MOST_ADDRESSES:
        yield f"  and {len(targets) - MOST_ADDRESSES} other addresses"


def _shown(text: str) -> str:
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in text)[:200]
