"""Reading one file to import: its bytes become an `ImportedArticle`, by steps in a fixed order."""

import hashlib
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from byline.articles.titles import split_heading
from byline.documents import YamlMapping, parse_yaml, split_front_matter
from byline.importers.bio import lift_bio
from byline.importers.comments import drop_comments
from byline.importers.decode import SOFT_BREAK, decode, decode_bytes
from byline.importers.escape import unescape
from byline.importers.front_matter import WRITTEN_KEYS
from byline.importers.head import take_head
from byline.importers.imported import ImportedArticle, Pasted
from byline.importers.lists import spell_markdown
from byline.importers.loss import Loss, account
from byline.importers.paragraphs import join_paragraphs
from byline.importers.residue import drop_residue
from byline.importers.titles import take_heading, title_candidates
from byline.importers.typos import find_typos
from byline.problems import ContentError, Problem

STEPS: tuple[Callable[[Pasted], Pasted], ...] = (
    take_head,
    drop_comments,
    drop_residue,
    join_paragraphs,
    lift_bio,
    drop_residue,
    take_heading,
)
"""What happens to pasted plain text, in this order; residue stands below a bio as well as above it."""

_LINE_ENDS = re.compile(f"[\\n{SOFT_BREAK}]")
_MARKUP_LINE = re.compile(r"\s*(?:[#>|`~<!+]|-{3}|\{|\[\^?[^\]]*\]:)")


def read_source(data: bytes, source: Path, encoding: str = "utf-8") -> ImportedArticle:
    """Read a file by its ending. Raises `ContentError` on any that cannot be imported."""
    read = FORMATS.get(source.suffix.lower())
    if read is None:
        kinds = " and ".join(f"`{ending}`" for ending in FORMATS)
        wrong = f"`{source.suffix}` files cannot be imported" if source.suffix else "the file has no ending"
        raise _refusal(source, 1, wrong, f"{kinds} files can: save its text as one of them")
    return read(data, source, encoding)


def read_plain_text(data: bytes, source: Path, encoding: str = "utf-8") -> ImportedArticle:
    """Read pasted plain text: one line is one paragraph, unless it was wrapped at a fixed width."""
    decoded = decode(data, source, encoding)
    pasted = Pasted(tuple(_LINE_ENDS.split(decoded.text)))
    for step in STEPS:
        pasted = step(pasted)
    body = spell_markdown(pasted.blocks)
    bio = pasted.bio.text if pasted.bio else ""
    dropped = (*pasted.head, *pasted.dropped)
    loss = account(decoded.stored, out=(unescape(body), pasted.heading), bio=bio, dropped=dropped)
    _refuse_empty(source, loss)
    return ImportedArticle(
        source=source,
        source_id=_source_id(data),
        text=decoded.stored,
        body=body,
        titles=title_candidates(pasted.heading, pasted.blocks, source.name),
        loss=loss,
        heading=pasted.heading,
        bio=pasted.bio,
        dropped=dropped,
        names=pasted.names,
        days=pasted.days,
        typos=find_typos(decoded.text),
        control_characters=decoded.control_characters,
    )


def read_markdown(data: bytes, source: Path, encoding: str = "utf-8") -> ImportedArticle:
    """Read a Markdown file: its body stays as it is, its front matter is kept and wins over guesses."""
    text = decode_bytes(data, source, encoding)
    if text.startswith("+++"):
        raise _refusal(source, 1, "this front matter is TOML", "write it as YAML between two lines of `---`")
    head = split_front_matter(text)
    fields = parse_yaml(head.yaml, source, first_line=head.yaml_line)
    _refuse_empty_keys(fields, source)
    body = text[head.body_start :]
    loss = account(body, out=(body,))
    _refuse_empty(source, loss)
    blank = "\n" * (head.body_line - 1)
    return ImportedArticle(
        source=source,
        source_id=str(fields.values.get("source_id") or _source_id(data)),
        text=body,
        body=body,
        titles=_markdown_titles(fields, body, source),
        loss=loss,
        typos=find_typos(blank + body.replace("\r\n", "\n").replace("\r", "\n")),
        markdown=True,
        head=head.yaml,
        fields=fields,
    )


Reader = Callable[[bytes, Path, str], ImportedArticle]
FORMATS: Mapping[str, Reader] = {".txt": read_plain_text, ".md": read_markdown}


def _markdown_titles(fields: YamlMapping, body: str, source: Path) -> tuple[str, ...]:
    given: Any = fields.values.get("title")
    heading = split_heading(body, "")[1]
    if given is not None and not isinstance(given, (list, dict)) and str(given).strip():
        return (" ".join(str(given).split()),)
    if heading:
        return (heading,)
    plain = [line for line in body.splitlines() if line.strip() and not _MARKUP_LINE.match(line)]
    return title_candidates("", plain, source.name)


def _refuse_empty_keys(fields: YamlMapping, source: Path) -> None:
    """Refuse keys without a value where an import would write one: a key can stand there only once."""
    empty = [key for key in WRITTEN_KEYS if key in fields.values and fields.values[key] is None]
    if empty:
        mend = "fill it in, or delete its line"
        raise ContentError(Problem(source, fields.line(key), f"`{key}:` is empty", mend) for key in empty)


def _source_id(data: bytes) -> str:
    return "sha256:" + hashlib.sha256(data).hexdigest()[:16]


def _refuse_empty(source: Path, loss: Loss) -> None:
    if not loss.came_in:
        raise _refusal(
            source, 1, "there are no words in this file", "leave it out, or check how it was saved"
        )
    if not loss.went_out and not loss.unaccounted:
        wrong = "there is no article in this file, only what a page leaves around one"
        raise _refusal(source, 1, wrong, "copy the article itself, or save it as `.md` to import it as it is")


def _refusal(source: Path, line: int, wrong: str, mend: str) -> ContentError:
    return ContentError([Problem(source, line, wrong, mend)])
