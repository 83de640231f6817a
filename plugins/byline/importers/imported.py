"""What an imported file holds: values that the steps of an import hand on."""

from dataclasses import dataclass, field
from pathlib import Path

from byline.documents import YamlMapping
from byline.importers.loss import Loss
from byline.importers.typos import Typo


@dataclass(frozen=True, slots=True)
class Bio:
    """An author's bio found at the end of an article: its `text`, and the role in short as `description`."""

    name: str
    description: str
    text: str


@dataclass(frozen=True, slots=True)
class Pasted:
    """A pasted text on its way in: `blocks` are lines at first, paragraphs once lines have been joined."""

    blocks: tuple[str, ...]
    heading: str = ""
    bio: Bio | None = None
    dropped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportedArticle:
    """One file, read: its Markdown, what was taken out of it, and guesses for the author to confirm.

    `text` is all that counts as the article's words in the file. `heading` is a first line that looks like
    a title and is not part of `body`. `titles` are candidates, best first. `source_id` names the very bytes
    of the file. `head` and `fields` are the front matter of a Markdown file as written and as read.
    """

    source: Path
    source_id: str
    text: str
    body: str
    titles: tuple[str, ...]
    loss: Loss
    heading: str = ""
    bio: Bio | None = None
    dropped: tuple[str, ...] = ()
    typos: tuple[Typo, ...] = ()
    control_characters: int = 0
    markdown: bool = False
    head: str = ""
    fields: YamlMapping = field(default_factory=YamlMapping)
