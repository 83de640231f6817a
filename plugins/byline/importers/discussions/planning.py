"""From exports to the archives beside the articles: what is added to each, and where every comment went."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from byline.importers.discussions.found import KEPT, Export, Found, Source
from byline.importers.discussions.matching import Posts
from byline.importers.discussions.shelf import Shelf
from byline.importers.discussions.tally import Tally
from byline.importers.discussions.writing import Change
from byline.problems import ContentError, Problem


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import is about to write, and what it tells."""

    changes: tuple[Change, ...]
    tallies: tuple[Tally, ...]


def plan_comments(exports: Iterable[Export], posts: Posts) -> Plan:
    """Decide what is written beside which article. Raises `ContentError` with all that is wrong."""
    tallies: list[Tally] = []
    shelves: dict[str, Shelf] = {}
    problems: list[Problem] = []
    for export in exports:
        tally = Tally(export)
        tallies.append(tally)
        for source, comments in _by_source(export.comments).items():
            kept = [comment for comment in comments if comment.state == KEPT]
            tally.left_out.update(comment.state for comment in comments if comment.state != KEPT)
            article = posts.find(source) if kept else None
            if article is None:
                tally.unmatched.update({source: len(kept)} if kept else {})
                continue
            try:
                shelf = shelves.get(article.path) or shelves.setdefault(article.path, Shelf.of(article))
            except ContentError as error:
                problems += error.problems
                continue
            shelf.place(comments, tally)
    changes: list[Change] = []
    for _, shelf in sorted(shelves.items()):
        try:
            changes += shelf.changes()
        except ContentError as error:
            problems += error.problems
    if problems:
        raise ContentError(problems)
    return Plan(tuple(changes), tuple(tallies))


def _by_source(comments: Iterable[Found]) -> Mapping[Source, list[Found]]:
    groups: dict[Source, list[Found]] = {}
    for comment in comments:
        groups.setdefault(comment.source, []).append(comment)
    return groups
