"""Who wrote the imported articles: the author named, the one a bio speaks of, or the archive's only one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from byline.authors import Author, add_author
from byline.importers.imported import Bio, ImportedArticle
from byline.importers.names import find_author, new_author_id, same_person


@dataclass(frozen=True, slots=True)
class Attribution:
    """The authors of one import. `by_bio` says whom a bio is of; `only` is the archive's one author.

    `people` are the authors there will be: those of the site, and those that bios of this import add.
    """

    by_bio: Mapping[Bio, Author]
    people: Mapping[str, Author]
    new: frozenset[str]
    named: str = ""
    only: str = ""
    only_because: str = ""
    authors_text: str | None = None

    def of(self, article: ImportedArticle) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the ids of an article's authors, and what the author of the import should know about it."""
        if "authors" in article.fields.values:
            return (), ("its front matter names its authors; they are kept",)
        notes = tuple(self._bio_notes(article.bio)) if article.bio else ()
        if self.named:
            return (self.named,), notes
        if article.bio:
            writer = self.by_bio[article.bio]
            others = [name for name in article.names if not same_person(name, writer.name)]
            said = tuple(
                f"the line “by {name}” in the text is not used, since a bio follows" for name in others
            )
            return (writer.id,), (*notes, *said)
        if article.names:
            return self._by_line(article.names)
        if self.only:
            return (self.only,), (self.only_because,)
        return (), ()

    def holds_bio(self, article: ImportedArticle) -> bool:
        """Say whether the author file will hold the bio of an article word for word."""
        author = self.by_bio.get(article.bio) if article.bio else None
        return author is not None and article.bio is not None and _same(author.bio, article.bio.text)

    def _by_line(self, names: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return whom a byline names, and what to do about names that are no author's."""
        found = {name: find_author(name, self.people) for name in names}
        known = tuple(dict.fromkeys(author.id for author in found.values() if author))
        lacking = [name for name, author in found.items() if author is None]
        notes = [
            f"its author is taken from the line “by {name}” in the text" for name in names if found[name]
        ]
        mend = "add them to the author file, or import with `--author ID`"
        notes += [f"the text says it is by {name}, whom the site does not know: {mend}" for name in lacking]
        return known, tuple(notes)

    def _bio_notes(self, bio: Bio) -> list[str]:
        author = self.by_bio.get(bio)
        if author is None:
            return [f"the bio of {bio.name} at its end is not used, since `--author {self.named}` is set"]
        if author.id in self.new and _same(author.bio, bio.text):
            return [f"new author `{author.id}`, from the bio at its end: look through it in the author file"]
        kept = "" if _same(author.bio, bio.text) else "; what the author file says is kept"
        return [f"the bio at its end is {author.name}'s (`{author.id}`){kept}"]


def attribute(
    articles: Sequence[ImportedArticle], authors: Mapping[str, Author], authors_text: str, named: str = ""
) -> Attribution:
    """Find out who wrote each article, and add authors that are new to the text of the author file.

    `named` is an author id for all. An archive is one person's: where one author comes out of all bios, or
    the site has one author and no bio speaks of another, files without a bio are that author's.
    """
    people = dict(authors)
    text = authors_text
    by_bio: dict[Bio, Author] = {}
    for bio in dict.fromkeys(article.bio for article in articles if article.bio):
        author = find_author(bio.name, people)
        if author is None:
            author = Author(new_author_id(bio.name, people), bio.name, bio.description, bio=bio.text)
            if named and author.id != named:
                continue
            people[author.id] = author
            text = add_author(text, author)
        by_bio[bio] = author
    found = {author.id: author for author in by_bio.values()}
    only, because = "", ""
    if len(found) == 1:
        only = next(iter(found))
        because = f"its author is taken to be {found[only].name}, whose bio stands in another of these files"
    elif not found and len(authors) == 1:
        only = next(iter(authors))
        because = f"its author is taken to be {authors[only].name}, the site's only one"
    changed = text if people.keys() != authors.keys() else None
    return Attribution(
        by_bio, people, frozenset(people.keys() - authors.keys()), named, only, because, changed
    )


def _same(one: str, other: str) -> bool:
    return one.split() == other.split()
