"""The settings that every provider has: how it is loaded, counted, and for how long."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from byline.articles import is_days
from byline.comments.fields import Fields, Report
from byline.comments.provider import Counts
from byline.comments.system import LOADS
from byline.problems import ContentError, Problem, did_you_mean


@dataclass(frozen=True, slots=True)
class Usage:
    """How a provider is used; `counts` and `close_after_days` are None where nothing is said of them."""

    load: str = "click"
    counts: bool | None = None
    close_after_days: int | None = None
    email: str = ""


def read_usage(values: Mapping[str, Any], report: Report) -> tuple[Usage, list[Problem]]:
    """Read what is set beside a provider's own settings, and what of it cannot be used."""
    fields = Fields("comments", {name: values[name] for name in values if name == "reply_by_email"}, report)
    load, counts, days = (values.get(name) for name in ("load", "counts", "close_after_days"))
    if load is not None and load not in LOADS:
        near = did_you_mean(load, LOADS) if isinstance(load, str) else ""
        fields.refuse("load", f"`load: {load}` says nothing known", f"{near}choose one of {', '.join(LOADS)}")
    if counts is not None and not isinstance(counts, bool):
        fields.refuse("counts", f"`counts: {counts}` is neither true nor false", "write `true` or `false`")
    if days is not None and not is_days(days):
        wrong = f"`close_after_days: {days}` is no number of days"
        fields.refuse("close_after_days", wrong, "write a whole number, such as `90`")
    email = fields.email("reply_by_email", "write `reply_by_email: name@example.org`", default="")
    try:
        fields.done()
    except ContentError as error:
        return Usage(), list(error.problems)
    return Usage(load or LOADS[0], counts, days, email), []


def is_own(counts: Counts, site_url: str) -> bool:
    """Say whether the numbers come from the site's own host."""
    return not counts.host or urlsplit(f"//{counts.host}").hostname == urlsplit(site_url).hostname
