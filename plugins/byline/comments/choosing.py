"""From the `comments:` option to the providers that a site uses."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from byline.comments.fields import Report
from byline.comments.packages import packaged, packaged_names
from byline.comments.provider import Provider
from byline.comments.providers import PROVIDERS
from byline.comments.providers.reply_by_email import ReplyByEmail
from byline.comments.system import Chosen, CommentSystem
from byline.comments.usage import Usage, is_own, read_usage
from byline.problems import ContentError, Problem, did_you_mean

Values = Mapping[str, Any]


def choose_comments(
    values: Values | Sequence[Values], report: Report, *, preview: bool = False, site_url: str = ""
) -> CommentSystem:
    """Return the comments that the option names, none where it is empty or says `none`.

    It holds the settings of one provider, or of several; `reply_by_email` beside any adds the e-mail link.
    `report` makes a `Problem` that points at an option. Raises `ContentError` with all problems.
    """
    chosen: dict[str, Chosen] = {}
    problems: list[Problem] = []
    warnings: list[Problem] = []
    days: set[int] = set()
    for entry, tell in _entries(values, report):
        usage, found = read_usage(entry, tell)
        problems += found
        try:
            provider = _provider(entry, tell)
        except ContentError as error:
            problems += error.problems
        else:
            warnings += _unserved(provider, tell)
            shown = provider.in_preview() if preview else provider
            problems += _add(chosen, _use(shown, usage, site_url), tell, "provider")
            problems += _uncounted(provider, usage, tell)
        if usage.email:
            problems += _add(chosen, Chosen(ReplyByEmail(usage.email)), tell, "reply_by_email")
        if usage.close_after_days is not None:
            days.add(usage.close_after_days)
            if len(days) > 1:
                mend = "write it once: it holds for all comments of the site"
                wrong = "comments: `close_after_days` stands here with several numbers"
                problems.append(tell(wrong, mend, "comments", "close_after_days"))
    if problems:
        raise ContentError(problems)
    return CommentSystem(tuple(chosen.values()), min(days, default=None), tuple(warnings))


def _entries(values: Values | Sequence[Values], report: Report) -> Iterator[tuple[Values, Report]]:
    """Yield the settings of each provider, and what reports on them where they stand."""
    if isinstance(values, Mapping):
        if values and values.get("provider") != "none":
            yield values, report
    elif [entry.get("provider") for entry in values] != ["none"]:
        for index, entry in enumerate(values):
            yield entry, _within(report, str(index))


def _within(report: Report, index: str) -> Report:
    def tell(wrong: str, mend: str, *key: str) -> Problem:
        return report(wrong, mend, *key[:1], index, *key[1:])

    return tell


def _provider(values: Values, report: Report) -> Provider:
    """Return the provider that the settings name: one of the core, else one that a package brings."""
    name = str(values.get("provider") or "")
    configured = PROVIDERS.get(name) or (packaged(name) if name else None)
    if configured:
        return configured(values, report)
    known = (*PROVIDERS, *packaged_names())
    wrong = f"comments: there is no provider `{name}`" if name else "comments: no `provider`"
    mend = did_you_mean(name, known) + f"choose one of {', '.join(known)}, none"
    if name == "none":
        wrong, mend = "comments: `none` stands beside other providers", "take it out, or the others"
    raise ContentError([report(wrong, mend, "comments", "provider")])


def _add(chosen: dict[str, Chosen], one: Chosen, report: Report, key: str) -> Iterator[Problem]:
    """Add a provider, unless it is there."""
    name = one.provider.name
    if name in chosen:
        yield report(f"comments: `{name}` stands here twice", "take one of the two out", "comments", key)
    chosen.setdefault(name, one)


def _use(provider: Provider, usage: Usage, site_url: str) -> Chosen:
    """Return a provider as the site uses it; by itself, a listing asks the site's own host alone."""
    counts = provider.counts()
    asked = usage.counts if usage.counts is not None else bool(counts and is_own(counts, site_url))
    return Chosen(provider, usage.load, bool(counts) and asked)


def _uncounted(provider: Provider, usage: Usage, report: Report) -> Iterator[Problem]:
    if usage.counts and not provider.counts() and not provider.lacks():
        wrong = f"comments: `counts: true`, and {provider.name} tells no numbers"
        yield report(wrong, "take `counts` out", "comments", "counts")


def _unserved(provider: Provider, report: Report) -> Iterator[Problem]:
    """Point out what only a preview has."""
    if mend := provider.lacks():
        wrong = "comments: without a `server`, only previews have comments"
        yield replace(report(wrong, mend, "comments", "provider"), warning=True)
