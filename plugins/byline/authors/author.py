"""An author, as the author file describes them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ProfileLink:
    """A link to one of an author's places elsewhere."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Author:
    """One author. Everything but the id and the name may be empty; all texts are plain, never markup.

    `description` is the short role line, `tagline` the promise in one sentence, `bio` the text of the
    author box, `line` where the author stands in the file.
    """

    id: str
    name: str
    description: str = ""
    tagline: str = ""
    bio: str = ""
    avatar: str = ""
    url: str = ""
    email: str = ""
    slug: str = ""
    links: tuple[ProfileLink, ...] = ()
    line: int = 1

    @property
    def initials(self) -> str:
        """Return the first letters of the first and last name, for a portrait without a photo."""
        words = [word for word in self.name.split() if word[0].isalnum()]
        return "".join(word[0] for word in dict.fromkeys((*words[:1], *words[-1:]))).upper()
