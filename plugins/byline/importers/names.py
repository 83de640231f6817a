"""Who a name stands for: the author that is known already, or an id for a new one."""

import re
from collections.abc import Container, Mapping

from byline.addresses import slugify
from byline.authors import Author
from byline.importers.roles import CREDENTIALS, TITLES


def find_author(name: str, authors: Mapping[str, Author]) -> Author | None:
    """Find the one author of a name, whatever its case, initials and middle names; two such are none."""
    exact = [author for author in authors.values() if _words(author.name) == _words(name)]
    near = exact or [author for author in authors.values() if same_person(author.name, name)]
    return near[0] if len(near) == 1 else None


def same_person(one: str, other: str) -> bool:
    """Say whether two names can be one person's: first and last name agree, those between do not differ."""
    shorter, longer = sorted((_words(one), _words(other)), key=len)
    if len(shorter) < 2:
        return shorter == longer
    if shorter[0] != longer[0] or shorter[-1] != longer[-1]:
        return False
    between = iter(longer[1:-1])
    return all(any(_agree(middle, candidate) for candidate in between) for middle in shorter[1:-1])


def new_author_id(name: str, taken: Container[str]) -> str:
    """Return an id for a new author: the name without titles and initials, numbered if it is taken."""
    words = [word for word in _words(name) if len(word) > 1] or _words(name)
    base = slugify(" ".join(words)) or "author"
    author_id, number = base, 2
    while author_id in taken:
        author_id, number = f"{base}-{number}", number + 1
    return author_id


def _words(name: str) -> list[str]:
    words = re.findall(r"[\w'’-]+", name.casefold())
    return [word for word in words if word not in TITLES and word not in CREDENTIALS]


def _agree(one: str, other: str) -> bool:
    """Say whether two middle names agree; an initial agrees with any name it begins."""
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])
