"""What an author decides about a checklist in the front matter: the `checklist` key, read with its lines."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from byline.checklists.head import FrontMatter, checklist_document, is_switched_off
from byline.checklists.items import Unmet
from byline.checklists.picks import LONGEST_SENTENCE, LONGEST_TEXT, Pick, Reader
from byline.documents import YamlMapping
from byline.problems import did_you_mean

KEYS = ("title", "add", "skip", "reword", "order", "items")
_ENTRY_KEYS = ("id", "text", "was")
_WAYS = "`true`, `false`, `review`, or a mapping such as `checklist: {title: Before you leave}`"


@dataclass(frozen=True, slots=True)
class Choices:
    """How a checklist comes about, and what its author changes in it.

    `items` is the reviewed list, None where there is none: then exactly its entries are shown. `unmet` holds
    what cannot be used.
    """

    mode: Literal["auto", "review", "off"] = "auto"
    heading: str = ""
    added: tuple[Pick, ...] = ()
    skipped: tuple[Pick, ...] = ()
    reworded: tuple[Pick, ...] = ()
    order: tuple[Pick, ...] = ()
    items: tuple[Pick, ...] | None = None
    unmet: tuple[Unmet, ...] = ()


def read_choices(head: FrontMatter) -> Choices:
    """Read the `checklist` key of a text's front matter; broken front matter elsewhere does no harm."""
    if is_switched_off(head):
        return Choices("off")
    document = checklist_document(head)
    value = document.values.get("checklist")
    if value is None or value is True:
        return Choices()
    if value is False:
        return Choices("off")
    if isinstance(value, dict):
        return _read_mapping(value, document)
    if isinstance(value, str) and value.casefold() in ("auto", "review"):
        return Choices("review" if value.casefold() == "review" else "auto")
    wrong = f"`checklist: {value}` says nothing that is known here"
    return Choices(unmet=(Unmet(document.line("checklist"), wrong, f"write {_WAYS}"),))


def _read_mapping(value: dict[str, Any], document: YamlMapping) -> Choices:
    read = Reader(document)
    for key in value:
        if key not in KEYS:
            mend = did_you_mean(str(key), KEYS) + f"keys are {', '.join(KEYS)}"
            read.refuse(f"`checklist` has an unknown key `{key}`", mend, str(key))
    has_items = value.get("items") is not None
    if has_items:
        for key in ("add", "skip", "reword", "order"):
            if value.get(key) is not None:
                mend = "write it into the list: `items` says what is shown, in its order and words"
                read.refuse(f"`{key}` has no place beside `items`", mend, key)
        value = {key: below for key, below in value.items() if key in ("title", "items")}
    heading = value.get("title")
    return Choices(
        heading="" if heading is None else read.text(heading, "title"),
        added=tuple(_read_added(read, value)),
        skipped=tuple(read.once(_read_ids(read, value, "skip"))),
        reworded=tuple(_read_reworded(read, value)),
        order=tuple(read.once(_read_ids(read, value, "order"))),
        items=tuple(_read_items(read, value)) if has_items else None,
        unmet=tuple(read.unmet),
    )


def _read_added(read: Reader, value: dict[str, Any]) -> Iterator[Pick]:
    picks = (
        Pick(read.line("add", number), text=text)
        for number, said in read.entries(value, "add")
        if (text := read.text(said, "add", number))
    )
    return read.once(picks)


def _read_ids(read: Reader, value: dict[str, Any], key: str) -> Iterator[Pick]:
    for number, said in read.entries(value, key):
        if tip := read.id(said, key, number):
            yield Pick(read.line(key, number), tip)


def _read_reworded(read: Reader, value: dict[str, Any]) -> Iterator[Pick]:
    reworded = value.get("reword")
    if reworded is None:
        return
    if not isinstance(reworded, dict):
        read.refuse("`reword` is not a mapping", "write `ID: the words to show` lines below it", "reword")
        return
    for tip, said in reworded.items():
        if text := read.text(said, "reword", str(tip)):
            yield Pick(read.line("reword", str(tip)), str(tip), text)


def _read_items(read: Reader, value: dict[str, Any]) -> Iterator[Pick]:
    picks = [
        pick
        for number, said in read.entries(value, "items")
        if (pick := _read_entry(read, said, number)) is not None
    ]
    yield from _without_used_aliases(read, read.once(picks))


def _read_entry(read: Reader, said: Any, number: int) -> Pick | None:
    """Read one entry of the reviewed list: an author's own text, or a mapping of `id`, `text` and `was`."""
    if not isinstance(said, dict):
        text = read.text(said, "items", number)
        return Pick(read.line("items", number), text=text) if text else None
    for key in said:
        if key not in _ENTRY_KEYS:
            mend = (
                did_you_mean(str(key), _ENTRY_KEYS)
                + "keys are id, text, was; put a text that holds `: ` in quotes"
            )
            read.refuse(f"an item has an unknown key `{key}`", mend, "items", number, str(key))
            return None
    tip = read.id(said["id"], "items", number, "id") if "id" in said else ""
    longest = LONGEST_SENTENCE if tip else LONGEST_TEXT
    text = read.text(said["text"], "items", number, "text", longest=longest) if "text" in said else ""
    if "text" not in said and "id" not in said:
        read.refuse("an item has neither `id` nor `text`", "write the one or both", "items", number)
    if (not tip and "id" in said) or (not text and ("text" in said or not tip)):
        return None
    return Pick(read.line("items", number), tip, text, read.aliases(said.get("was"), number))


def _without_used_aliases(read: Reader, picks: Iterable[Pick]) -> Iterator[Pick]:
    """Refuse an old id that is listed as well: two items would share one tick."""
    picks = list(picks)
    ids = {pick.id for pick in picks}
    for pick in picks:
        for old in sorted(ids.intersection(pick.was)):
            mend = "name an id that the item had before"
            read.unmet.append(Unmet(pick.line, f"`was: {old}` is the id of an item in this list", mend))
        yield pick
