"""The option `newsletter`: where a sign-up form sends to, and what it sends."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from byline.addresses import is_safe_link
from byline.settings.reading import Reading, Report

WHERE = (
    "write the address that the form sends to, with `https://`: Buttondown and Mailchimp show it as `action` "
    "in the code of their embedded forms, Listmonk on its page Forms (`https://…/subscription/form`)"
)
_BUTTONDOWN = (
    "/api/emails/embed-subscribe/",
    "Buttondown takes forms at `https://buttondown.com/api/emails/embed-subscribe/<your newsletter>`",
)
_MAILCHIMP = (
    "/subscribe/post?",
    "Mailchimp takes forms at `https://….list-manage.com/subscribe/post?u=…&id=…`: copy the `action` of its "
    "embedded form, with `&` where the code says `&amp;`",
)
FORMS: Mapping[str, tuple[str, str]] = {
    "buttondown.com": _BUTTONDOWN,
    "buttondown.email": _BUTTONDOWN,
    "list-manage.com": _MAILCHIMP,
}
"""How the address of a form goes on behind these hosts, and what to write instead of another one."""
MAILCHIMPS_EMAIL = frozenset({"EMAIL", "MERGE0"})
"""The names that Mailchimp knows the reader's address by."""
TEXT = "write a text, in quotes if need be"


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
        return urlsplit(self.action).hostname or ""


def read_newsletter(values: Mapping[str, Any], report: Report) -> Newsletter:
    """Read the option's settings. `report` makes a problem of a setting. Raises `ContentError`."""
    reading = Reading("newsletter", values, report)
    reading.known(Newsletter)
    page = "write a full address, or that of a page of your site, such as `/privacy/`"
    hidden = "write `fields:` with `name: value` of each hidden field below, indented"
    newsletter = Newsletter(
        action=reading.read("action", _action, "", WHERE),
        email_field=reading.read("email_field", _text, "email", TEXT),
        fields=reading.read("fields", lambda value: tuple(_fields(value)), (), hidden),
        honeypot=reading.read("honeypot", _text, "", TEXT),
        text=reading.read("text", _text, "", TEXT),
        consent=reading.read("consent", _text, "", TEXT),
        consent_url=reading.read("consent_url", _page, "", page),
        button=reading.read("button", _text, "", TEXT),
        articles=reading.read("articles", _switch, default=False, mend="write `true` or `false`"),
    )
    if values.get("action") is None:
        reading.refuse("action", "no `action`", WHERE)
    _know_the_provider(newsletter, reading)
    return reading.done(newsletter)


def _know_the_provider(newsletter: Newsletter, reading: Reading) -> None:
    """Refuse what the providers that are known do not take."""
    parts = urlsplit(newsletter.action)
    target = f"{parts.path}?{parts.query}" if parts.query else parts.path
    for host, (begins, mend) in FORMS.items():
        if f".{newsletter.host}".endswith(f".{host}") and not target.startswith(begins):
            reading.refuse("action", f"`action: {newsletter.action}` takes no forms", mend)
    at_mailchimp = newsletter.host.endswith(".list-manage.com")
    if at_mailchimp and newsletter.email_field not in MAILCHIMPS_EMAIL:
        mend = "write `email_field: EMAIL`, the name in the code of Mailchimp's embedded form"
        reading.refuse("email_field", f"Mailchimp knows no field `{newsletter.email_field}`", mend)


def _action(value: object) -> str:
    """Read the address that the form sends to: a full one, and not in the clear."""
    address = _text(value)
    if not re.match(r"https://[^/]", address) or not is_safe_link(address) or not urlsplit(address).hostname:
        raise ValueError(value)
    return address


def _page(value: object) -> str:
    address = _text(value)
    if not is_safe_link(address) or address.casefold().startswith("mailto:"):
        raise ValueError(value)
    return address


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError(value)
    return value.strip()


def _switch(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError(value)
    return value


def _fields(value: Any) -> Iterator[tuple[str, str]]:
    """Yield the hidden fields; one with several values is sent several times."""
    if not isinstance(value, Mapping):
        raise TypeError(value)
    for name, one in value.items():
        for part in one if isinstance(one, list) else [one]:
            if isinstance(part, list | dict):
                raise TypeError(value)
            yield str(name), _plain(part)


def _plain(value: object) -> str:
    """Return a value as it stands in YAML."""
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)
