"""What a case of editing is, and the edits that most of them are made of."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

Edit = Callable[[Path], object]


@dataclass(frozen=True, slots=True)
class Case:
    """Edits of a site that was built, with a build after each; after the last one it is compared.

    `each` compares it after the others, too. `changes` says whether the files of the site are others after a
    compared build than before it.
    """

    name: str
    edits: tuple[Edit, ...]
    changes: bool = True
    each: bool = False
    variables: Mapping[str, str] = field(default_factory=dict)
    last_variables: Mapping[str, str] = field(default_factory=dict)


def cases(table: Mapping[str, Edit | tuple[Edit, ...]], *, changes: bool = True) -> list[Case]:
    """Return a case for each row of a table."""
    return [
        Case(name, edits if isinstance(edits, tuple) else (edits,), changes=changes)
        for name, edits in table.items()
    ]


def replace(file: str, old: str, new: str) -> Edit:
    def edit(site: Path) -> None:
        text = (site / file).read_text(encoding="utf-8")
        assert old in text, (file, old)
        (site / file).write_text(text.replace(old, new), encoding="utf-8")

    return edit


def config(old: str, new: str) -> Edit:
    return replace("mkdocs.yml", old, new)


def write(file: str, text: str) -> Edit:
    def edit(site: Path) -> None:
        (site / file).parent.mkdir(parents=True, exist_ok=True)
        (site / file).write_text(text, encoding="utf-8")

    return edit


def remove(file: str) -> Edit:
    return lambda site: (site / file).unlink()


def rename(file: str, new: str) -> Edit:
    return lambda site: (site / file).rename(site / new)


def copy(file: str, over: str) -> Edit:
    return lambda site: (site / over).write_bytes((site / file).read_bytes())


def printed(template: str) -> Edit:
    """Print something on every page."""
    return write("overrides/partials/stamp.html", template + "\n")


def all_of(*edits: Edit) -> Edit:
    def edit(site: Path) -> None:
        for one in edits:
            one(site)

    return edit


def nothing(site: Path) -> None:
    pass
