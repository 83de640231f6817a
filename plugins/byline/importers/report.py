"""What an import tells its author about each file: what it became, what was guessed, where the words went."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from byline.importers.days import spell_days
from byline.importers.planning import ImportReport
from byline.problems import shown_path

MOST_TYPOS = 12


def describe(report: ImportReport) -> str:
    """Return the lines about one file, without an end of line after the last."""
    source = report.article.source.name
    if report.decisions is None:
        return f"{source}: already imported as {shown_path(report.post)}, left alone"
    state = "draft" if report.decisions.draft else "to be published"
    lines = [f"{source} → {shown_path(report.post)} ({state})", *_details(report)]
    return "\n  ".join(lines)


def next_step(reports: Iterable[ImportReport]) -> str:
    """Return what to do after an import."""
    made = [report.decisions for report in reports if report.decisions]
    if not made:
        return "Nothing new to import."
    drafts = [decisions for decisions in made if decisions.draft]
    if not drafts:
        return "Next: see them with `mkdocs serve`."
    undated = any(not decisions.dated for decisions in drafts)
    add = "add the date and " if undated else ""
    return f"Next: read each draft, settle its title, {add}remove `draft: true`; `mkdocs serve` shows it."


def _details(report: ImportReport) -> Iterator[str]:
    article, decisions = report.article, report.decisions
    if decisions is None:
        return
    guess = " (a guess)" if decisions.guessed else ""
    yield f"title: {decisions.title}{guess}"
    yield from (f"   or: {other}" for other in decisions.other_titles)
    if decisions.authors:
        yield f"author: {', '.join(decisions.authors)}"
    elif "authors" not in article.fields.values:
        yield "author: not known; add `authors: [id]` to the post, or import with `--author ID`"
    if article.days and not decisions.dated:
        yield _offer_date(article.days)
    yield from (f"note: {note}" for note in report.notes)
    for typo in article.typos[:MOST_TYPOS]:
        yield f"line {typo.line}: {typo.word} → {typo.suggestion}? (left as it is)"
    if len(article.typos) > MOST_TYPOS:
        yield f"and {len(article.typos) - MOST_TYPOS} more words like these"
    yield from (f"dropped: {_shortened(piece)}" for piece in article.dropped)
    if report.kept_in:
        yield f"kept beside it: {shown_path(report.kept_in)}"
    if article.control_characters:
        yield f"control characters removed: {article.control_characters}"
    yield str(report.loss)


def _offer_date(days: Sequence[date]) -> str:
    """Offer a date that the text speaks of; it is the author who says that it is the article's."""
    use = f"use --date {days[0]}" if len(days) == 1 else "use --date with the right one"
    return f"date in the text: {spell_days(days)}; {use}"


def _shortened(piece: str) -> str:
    text = " ".join(piece.split())
    return f"“{text}”" if len(text) <= 70 else f"“{text[:69].rstrip()}…” ({len(text.split()):,} words)"
