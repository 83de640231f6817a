"""Reading the author file: the same `authors:` mapping as Material's blog, and more fields."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from byline.addresses import is_safe_link, is_slug, slugify
from byline.authors.author import Author, ProfileLink
from byline.documents import YamlMapping, parse_yaml, read_text, unreadable
from byline.problems import ContentError, Problem, did_you_mean

TEXTS = ("name", "description", "tagline", "bio", "avatar", "url", "email", "slug")
FIELDS = (*TEXTS, "links")
_ID = re.compile(r"[\w-]+")
_EMAIL = re.compile(r"[^@\s<>\"]+@[^@\s<>\"]+")


def load_authors(file: Path) -> dict[str, Author]:
    """Read the author file; a file that does not exist holds nobody. Raises `ContentError`."""
    if not file.exists():
        return {}
    try:
        return parse_authors(read_text(file), file)
    except OSError as error:
        raise ContentError([unreadable(file, error)]) from error


def parse_authors(text: str, file: Path) -> dict[str, Author]:
    """Turn the text of an author file into authors by id. Raises `ContentError` with all its problems."""
    document = parse_yaml(text.removeprefix("\ufeff"), file)
    people = document.values.get("authors", {})
    if people is None or not document.values:
        return {}
    if not isinstance(people, Mapping) or "authors" not in document.values:
        mend = "begin the file with `authors:` and put each author below it, indented by two spaces"
        raise ContentError([Problem(file, 1, "no `authors:` mapping", mend)])
    authors: dict[str, Author] = {}
    problems: list[Problem] = []
    for author_id, fields in people.items():
        found = list(_problems(str(author_id), fields, document, file))
        problems += found
        if not found:
            authors[str(author_id)] = _author(str(author_id), fields, document)
    if problems:
        raise ContentError(problems)
    return authors


def _author(author_id: str, fields: Mapping[str, Any], document: YamlMapping) -> Author:
    texts = {name: str(fields[name]).strip() for name in TEXTS if fields.get(name) is not None}
    texts["slug"] = texts.get("slug") or slugify(author_id)
    links = tuple(ProfileLink(str(link["label"]), str(link["url"])) for link in _links(fields))
    return Author(id=author_id, links=links, line=document.line("authors", author_id), **texts)


def _links(fields: Mapping[str, Any]) -> list[Any]:
    """Return an author's links as a list; one alone may stand without."""
    links = fields.get("links") or []
    return links if isinstance(links, list) else [links]


def _problems(author_id: str, fields: object, document: YamlMapping, file: Path) -> Iterator[Problem]:
    def problem(wrong: str, mend: str, *path: str | int) -> Problem:
        return Problem(file, document.line("authors", author_id, *path), wrong, mend)

    if not _ID.fullmatch(author_id) or not slugify(author_id):
        yield problem(f"author id `{author_id}`", "use letters, digits, `-` and `_`")
    if not isinstance(fields, Mapping):
        yield problem(f"author `{author_id}` has no fields", "write `name: …` below, indented")
        return
    if not str(fields.get("name") or "").strip():
        yield problem(f"author `{author_id}` has no name", "add `name: First Last`")
    for name, value in fields.items():
        if name not in FIELDS:
            mend = did_you_mean(str(name), FIELDS) + "fields are " + ", ".join(FIELDS)
            yield problem(f"author `{author_id}` has an unknown field `{name}`", mend, str(name))
        elif name != "links" and isinstance(value, (list, dict)):
            yield problem(f"`{name}` of author `{author_id}` is not a text", "write one value", name)
    yield from _bad_values(fields, problem)


def _bad_values(fields: Mapping[str, Any], problem: Any) -> Iterator[Problem]:
    for name in ("url", "avatar"):
        if fields.get(name) and not is_safe_link(str(fields[name])):
            yield problem(f"`{name}: {fields[name]}` is no link", "use an http(s) address or a path", name)
    if fields.get("email") and not _EMAIL.fullmatch(str(fields["email"])):
        yield problem(f"`email: {fields['email']}` is no address", "write it as name@example.org", "email")
    if fields.get("slug") and not is_slug(str(fields["slug"])):
        yield problem(f"`slug: {fields['slug']}` cannot be an address", "use letters, digits and `-`", "slug")
    for number, link in enumerate(_links(fields)):
        if not isinstance(link, Mapping) or not {"label", "url"} <= link.keys():
            yield problem("a link lacks its label or url", "write `- {label: …, url: …}`", "links", number)
        elif not is_safe_link(str(link["url"])):
            yield problem(f"`{link['url']}` is no link", "use an http(s) or mailto address", "links", number)
