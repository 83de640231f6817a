"""From the `comments:` option to the providers that a site uses."""

from collections.abc import Callable, Mapping
from typing import Any

from byline.comments.fields import Fields, Report
from byline.comments.provider import Provider
from byline.comments.providers.giscus import Giscus
from byline.comments.providers.isso import Isso
from byline.comments.providers.reply_by_email import ReplyByEmail
from byline.comments.system import Chosen, CommentSystem
from byline.problems import ContentError, did_you_mean

PROVIDERS: Mapping[str, Callable[[Mapping[str, Any], Report], Provider]] = {
    "isso": Isso.configured,
    "giscus": Giscus.configured,
    "email": ReplyByEmail.configured,
}


def choose_comments(values: Mapping[str, Any], report: Report) -> CommentSystem:
    """Return the comments that the option names, none where it is empty or says `none`.

    `reply_by_email` beside any provider adds the e-mail link to it. `report` makes a `Problem` that points
    at an option. Raises `ContentError`.
    """
    if not values or values.get("provider") == "none":
        return CommentSystem()
    name = str(values.get("provider") or "")
    if name not in PROVIDERS:
        known = ", ".join((*PROVIDERS, "none"))
        wrong = f"comments: there is no provider `{name}`" if name else "comments: no `provider`"
        mend = did_you_mean(name, PROVIDERS) + f"choose one of {known}"
        raise ContentError([report(wrong, mend, "comments", "provider")])
    providers = [PROVIDERS[name](values, report)]
    if address := values.get("reply_by_email"):
        fields = Fields("email", {"address": address}, report)
        providers.append(ReplyByEmail(fields.email("address", "write `reply_by_email: name@example.org`")))
        fields.done()
    return CommentSystem(tuple(map(Chosen, providers)))
