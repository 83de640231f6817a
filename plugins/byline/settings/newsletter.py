"""The option `newsletter`: where a sign-up form sends to, and what it sends."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from byline.addresses import is_safe_link
from byline.problems import ContentError, Problem, did_you_mean

Report = Callable[..., Problem]

WHERE = (
    "write the address that the form sends to: Buttondown and Mailchimp show it as `action` in the code of "
    "their embedded forms, Listmonk on its page Forms (`https://…/subscription/form`)"
)
FORMS: Mapping[str, tuple[str, str]] = {
    "buttondown.com": (
        "/api/emails/embed-subscribe/",
        "Buttondown takes forms at `https://buttondown.com/api/emails/embed-subscribe/<your newsletter>`",
    ),
    "buttondown.email": (
        "/api/emails/embed-subscribe/",
        "Buttondown takes forms at `https://buttondown.com/api/emails/embed-subscribe/<your newsletter>`",
    ),
    "list-manage.com": (
        "/subscribe/post?",
        "Mailchimp takes forms at `https://….list-manage.com/subscribe/post?u=…&id=…`: copy the `action` of "
        "its embedded form, with `&` where the code says `&amp;`",
    ),
}
"""How the address of a form begins at these hosts, and what to write instead of another one."""
MAILCHIMP = "list-manage.com"
MAILCHIMPS_EMAIL = frozenset({"EMAIL", "MERGE0"})
"""The names that Mailchimp's audiences know the address by."""


@dataclass(frozen=True, slots=True)
class Newsletter:
    """A sign-up form. `action` is the full address it sends to, `email_field` the name of its visible field.

    `fields` are hidden ones, name and value; `honeypot` is the name of one that people leave empty. `text`
    stands above the form, `consent` below it, with a link to `consent_url` where there is one. Without a
    `button`, its word is that of the site's language. `articles`: it stands below articles as well.
    """

    action: str
    email_field: str = "email"
    fields: tuple[tuple[str, str], ...] = ()
    honeypot: str = ""
    text: str = ""
    consent: str = ""
    consent_url: str = ""
    button: str = ""
    articles: bool = False

    @property
    def host(self) -> str:
        """Return whom the form sends to."""
        return _host(self.action)


NAMES = tuple(Newsletter.__slots__)


def read_newsletter(values: Mapping[str, Any], report: Report) -> Newsletter:
    """Read the option's settings. `report` makes a problem of an option. Raises `ContentError`."""
    form = _Reading(values, report)
    for name in values:
        if name not in NAMES:
            mend = did_you_mean(str(name), NAMES) + "its settings are " + ", ".join(NAMES)
            form.refuse(str(name), f"there is no setting `{name}`", mend)
    action = form.action()
    email_field = form.text("email_field", "email") or "email"
    if _host(action).endswith(MAILCHIMP) and email_field not in MAILCHIMPS_EMAIL:
        mend = "write `email_field: EMAIL`, the name in the code of Mailchimp's embedded form"
        form.refuse("email_field", f"Mailchimp knows no field `{email_field}`", mend)
    newsletter = Newsletter(
        action=action,
        email_field=email_field,
        fields=form.hidden(),
        honeypot=form.text("honeypot"),
        text=form.text("text"),
        consent=form.text("consent"),
        consent_url=form.link("consent_url"),
        button=form.text("button"),
        articles=form.switch("articles"),
    )
    if form.problems:
        raise ContentError(form.problems)
    return newsletter


class _Reading:
    """The settings being read; `problems` collect what cannot be used."""

    def __init__(self, values: Mapping[str, Any], report: Report) -> None:
        self.values, self._report = values, report
        self.problems: list[Problem] = []

    def refuse(self, name: str, wrong: str, mend: str) -> None:
        self.problems.append(self._report(f"newsletter: {wrong}", mend, "newsletter", name))

    def action(self) -> str:
        """Read the address that the form sends to: a full one, and not in the clear."""
        value = self.values.get("action")
        if value in (None, ""):
            self.refuse("action", "no `action`", WHERE)
            return ""
        value = str(value).strip()
        if not re.match(r"https://[^/\s]", value) or not is_safe_link(value) or not _host(value):
            self.refuse("action", f"`action: {value}` is no full address with `https://`", WHERE)
            return ""
        for host, (path, mend) in FORMS.items():
            if f".{_host(value)}".endswith(f".{host}") and not _target(value).startswith(path):
                self.refuse("action", f"`action: {value}` takes no forms", mend)
        return value

    def text(self, name: str, default: str = "") -> str:
        value = self.values.get(name)
        if value is None:
            return default
        if not isinstance(value, str):
            self.refuse(name, f"`{name}: {value}` is no text", "write a text, in quotes if need be")
            return default
        return value.strip()

    def link(self, name: str) -> str:
        """Read an address: a full one, or that of a page of the site."""
        value = self.text(name)
        if value and not (is_safe_link(value) and not value.casefold().startswith("mailto:")):
            mend = "write a full address, or that of a page of your site, such as `/privacy/`"
            self.refuse(name, f"`{name}: {value}` is no address", mend)
            return ""
        return value

    def switch(self, name: str) -> bool:
        value = self.values.get(name, False)
        if not isinstance(value, bool):
            self.refuse(name, f"`{name}: {value}` cannot be used", "write `true` or `false`")
        return value is True

    def hidden(self) -> tuple[tuple[str, str], ...]:
        """Read the hidden fields; one with several values is sent several times."""
        value = self.values.get("fields") or {}
        mend = "write `fields:` with `name: value` of each hidden field below, indented"
        if not isinstance(value, Mapping):
            self.refuse("fields", f"`fields: {value}` names no fields", mend)
            return ()
        pairs: list[tuple[str, str]] = []
        for name, one in value.items():
            several = one if isinstance(one, list) else [one]
            if any(isinstance(part, (list, dict)) for part in several):
                self.refuse("fields", f"the field `{name}` has no plain value", mend)
            pairs += [(str(name), _plain(part)) for part in several]
        return tuple(pairs)


def _plain(value: Any) -> str:
    """Return a value as the author wrote it in YAML."""
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _target(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path
