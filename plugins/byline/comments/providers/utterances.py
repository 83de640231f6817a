"""utterances: comments kept as issues of a GitHub repository. https://utteranc.es"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from byline.comments.fields import Fields, Report
from byline.comments.provider import SCRIPT, Embed, Provider, Thread

ORIGIN = "https://utteranc.es"
MEANINGS = frozenset({"pathname", "url", "title", "og:title"})
"""Terms that stand for something of the page; any other is looked for as it is."""
_THEME = "name one of its themes, such as `github-light`; utteranc.es lists them"


@dataclass(frozen=True, slots=True)
class Utterances(Provider):
    """Threads in GitHub issues; readers need a GitHub account to write."""

    repo: str
    label: str = ""
    theme_light: str = "github-light"
    theme_dark: str = "github-dark"

    @property
    def name(self) -> str:
        """Return its name."""
        return "utterances"

    @classmethod
    def configured(cls, values: Mapping[str, Any], report: Report) -> "Utterances":
        """Read the settings of this provider. Raises `ContentError`."""
        fields = Fields("utterances", values, report)
        utterances = cls(
            repo=fields.matching(
                "repo",
                r"[\w.-]+/[\w.-]+",
                "write the repository as `owner/name`; the utterances app must be installed in it",
            ),
            label=fields.text("label", "write a label that the repository has", default=""),
            theme_light=fields.matching("theme_light", r"[\w-]+", _THEME, default="github-light"),
            theme_dark=fields.matching("theme_dark", r"[\w-]+", _THEME, default="github-dark"),
        )
        fields.done()
        return utterances

    def embed(self, thread: Thread) -> Embed:
        """Return its script, which finds the issue by the article's own id."""
        term = f"/{thread.id}" if thread.id in MEANINGS else thread.id
        label = {"label": self.label} if self.label else {}
        return Embed(
            provider="utterances",
            link=f"https://github.com/{self.repo}/issues?q={quote(term, safe='')}",
            link_text="Read the discussion on GitHub",
            module=SCRIPT,
            host="utteranc.es",
            settings={
                "script": f"{ORIGIN}/client.js",
                "attributes": {
                    "repo": self.repo,
                    "issue-term": term,
                    "crossorigin": "anonymous",
                    **label,
                },
                "theme": {
                    "light": self.theme_light,
                    "dark": self.theme_dark,
                    "attribute": "theme",
                    "on": "script",
                },
                "frame": {
                    "selector": "iframe.utterances-frame",
                    "message": {"type": "set-theme", "theme": "{theme}"},
                },
            },
        )

    def policy(self) -> Mapping[str, tuple[str, ...]]:
        """Allow its script and its frame."""
        return {"script-src": (ORIGIN,), "frame-src": (ORIGIN,)}
