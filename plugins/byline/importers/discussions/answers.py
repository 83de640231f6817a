"""Which comment answers which, once some are left out."""

from collections.abc import Mapping, Sequence

from byline.importers.discussions.found import KEPT, Found


def parents_of(comments: Sequence[Found]) -> dict[str, str]:
    """Return what each kept comment answers: the nearest comment above it that is kept, or nothing.

    No reply is lost: where what it answered is gone, or answers go round in a circle, it begins a thread.
    """
    by_id = {comment.id: comment for comment in comments}
    nearest: dict[str, str] = {}
    for comment in comments:
        if comment.state == KEPT:
            nearest[comment.id] = _kept_above(comment, by_id)
    _break_circles(nearest)
    return nearest


def _kept_above(comment: Found, by_id: Mapping[str, Found]) -> str:
    seen = {comment.id}
    above = by_id.get(comment.parent)
    while above and above.id not in seen:
        if above.state == KEPT:
            return above.id
        seen.add(above.id)
        above = by_id.get(above.parent)
    return ""


def _break_circles(parents: dict[str, str]) -> None:
    """Let the first comment of every circle of answers begin a thread."""
    settled: set[str] = set()
    for start in list(parents):
        path: set[str] = set()
        here = start
        while here and here not in settled:
            if here in path:
                parents[here] = ""
                break
            path.add(here)
            here = parents.get(here, "")
        settled |= path
