"""Comments put below those that they answer, however deep, and the oldest first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from byline.comments.archive import Written
from byline.comments.conversation import Comment, Conversation
from byline.problems import Problem

DEEPEST = 5
"""A reply further down stands beside the one that it answers, and says so."""
SIGNS = frozenset({"like", "repost"})

_LAST = datetime.max.replace(tzinfo=UTC)


def converse(found: Sequence[Written]) -> tuple[Conversation, list[Problem]]:
    """Put comments in their order, and warn of replies to nothing and of replies in a circle.

    A comment without an id, which its reading has refused, stands nowhere.
    """
    said = {
        written.comment.id: written
        for written in found
        if written.comment.id and written.comment.kind not in SIGNS
    }
    signs = sorted((one.comment for one in found if one.comment.kind in SIGNS), key=_moment)
    problems: list[Problem] = []
    above: dict[str, str] = {}
    for identity, written in said.items():
        if written.answers in said:
            above[identity] = written.answers
        elif written.answers:
            wrong = f"there is no comment `{written.answers}` to reply to"
            problems.append(_warning(written, wrong))
    for identity in _circles(above):
        problems.append(_warning(said[identity], f"`{identity}` is a reply to what replies to it"))
        del above[identity]
    return Conversation(_threads(said, above), tuple(signs)), problems


def _warning(written: Written, wrong: str) -> Problem:
    mend = "mend `in_reply_to`; until then it stands alone"
    return Problem(written.file, written.line, wrong, mend, warning=True)


def _circles(above: Mapping[str, str]) -> Iterator[str]:
    """Yield of each circle the comment that stands first in the file."""
    done: set[str] = set()
    order = {identity: number for number, identity in enumerate(above)}
    found: list[str] = []
    for start in above:
        path: dict[str, None] = {}
        at: str | None = start
        while at is not None and at not in done and at not in path:
            path[at] = None
            at = above.get(at)
        if at is not None and at in path:
            ids = list(path)
            found.append(min(ids[ids.index(at) :], key=lambda identity: order[identity]))
        done.update(path)
    yield from found


def _threads(said: Mapping[str, Written], above: Mapping[str, str]) -> tuple[Comment, ...]:
    """Build the threads from their ends, which no depth can overflow."""
    places = _places(said, above)
    below: dict[str, list[Comment]] = {}
    for identity in reversed(places):
        place = places[identity]
        comment = said[identity].comment
        answered = above.get(identity, "")
        replies = _in_order(below.pop(identity, []))
        if replies or answered != place:
            comment = replace(comment, replies=replies, answers=answered if answered != place else "")
        below.setdefault(place, []).append(comment)
    return _in_order(below.get("", []))


def _places(said: Mapping[str, Written], above: Mapping[str, str]) -> dict[str, str]:
    """Return below which comment each one stands, nothing for none; a comment comes before its replies."""
    replies: dict[str, list[str]] = {}
    for identity in said:
        replies.setdefault(above.get(identity, ""), []).append(identity)
    places: dict[str, str] = {}
    waiting = [(identity, "", 1) for identity in reversed(replies.get("", ()))]
    while waiting:
        identity, place, depth = waiting.pop()
        places[identity] = place
        under, deeper = (identity, depth + 1) if depth < DEEPEST else (place, depth)
        waiting += [(reply, under, deeper) for reply in reversed(replies.get(identity, ()))]
    return places


def _in_order(comments: list[Comment]) -> tuple[Comment, ...]:
    """Return comments by their dates; those of one date as they were before they were collected backwards."""
    comments.reverse()
    return tuple(sorted(comments, key=_moment))


def _moment(comment: Comment) -> datetime:
    return comment.date or _LAST
