"""What an import of comments tells its author: where every one of them went."""

from collections.abc import Iterator, Sequence

from byline.importers.discussions.found import REASONS
from byline.importers.discussions.planning import Plan
from byline.importers.discussions.tally import Tally

MOST_POSTS = 30


def describe_import(plan: Plan, unused: Sequence[str] = ()) -> str:
    """Return the lines about all files of an import."""
    lines = [line for tally in plan.tallies for line in _lines(tally)]
    if unused:
        lines.append("in the map, but in no export: " + ", ".join(unused))
    if any(tally.unmatched for tally in plan.tallies):
        lines.append(
            "To place the rest, write `old-address: post-file` lines into a YAML file, such as"
            " `/2019/03/title/: 2019-03-04-title.md`, and import again with `--map FILE`."
        )
    return "\n".join(lines)


def _lines(tally: Tally) -> Iterator[str]:
    export = tally.export
    yield f"{export.file.name}: {export.kind}, {_comments(len(export.comments))}"
    if tally.written:
        one = len(tally.files) == 1
        yield f"  {tally.written:,} written, to {min(tally.files) if one else f'{len(tally.files):,} files'}"
    for count, what in (
        (tally.present, "there already, left as they are"),
        (tally.doubles, "twice in the export"),
        *((tally.left_out[reason], f"left out: {reason}") for reason in REASONS),
        (tally.unmatched.total(), "of posts that this site does not have"),
    ):
        if count:
            yield f"  {count:,} {what}"
    yield f"  {tally.unaccounted} unaccounted for"
    yield from (f"  note: {note}" for note in export.notes)
    posts = tally.unmatched.most_common()
    for source, count in posts[:MOST_POSTS]:
        kind = f", type: {source.kind}" if source.kind != "post" else ""
        title = f" “{_shown(source.title)}”" if source.title else ""
        yield f"  no post for {_shown(source.name)}{title} ({_comments(count)}{kind})"
    if len(posts) > MOST_POSTS:
        yield f"  and for {len(posts) - MOST_POSTS} others"


def _comments(count: int) -> str:
    return f"{count:,} comment" + ("" if count == 1 else "s")


def _shown(text: str) -> str:
    """Return what a stranger wrote as a terminal can show it."""
    plain = "".join(sign if sign.isprintable() else "\ufffd" for sign in text)
    return plain if len(plain) <= 120 else plain[:119] + "…"
