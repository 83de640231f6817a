"""What an imported file holds: values that the steps of an import hand on."""

from dataclasses import dataclass, field
from datetime import date
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
    """A pasted text on its way in: `blocks` are lines at first, paragraphs once lines have been joined.

    `head` are the lines that stood under the title, `names` and `days` what they say.
    """

    blocks: tuple[str, ...]
    heading: str = ""
    bio: Bio | None = None
    dropped: tuple[str, ...] = ()
    head: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    days: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportedArticle:
    """One file, read: its Markdown, what was taken out of it, and guesses for the author to confirm.

    `text` is all that counts as the article's words in the file. `heading` is a first line that looks like
    a title and is not part of `body`. `titles` are candidates, best first. `names` and `days` are authors
    and dates that lines under the title speak of: found, not given. `source_id` names the file's very bytes.
    `head` and `fields` are the front matter of a Markdown file as written and as read.
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
    names: tuple[str, ...] = ()
    days: tuple[date, ...] = ()
    typos: tuple[Typo, ...] = ()
    control_characters: int = 0
    markdown: bool = False
    head: str = ""
    fields: YamlMapping = field(default_factory=YamlMapping)
