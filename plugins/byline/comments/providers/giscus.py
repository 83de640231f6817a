"""giscus: comments kept in a repository's GitHub Discussions. https://giscus.app"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from byline.comments.fields import Fields, Report
from byline.comments.provider import SCRIPT, Embed, Provider, Thread

_WHERE = "giscus.app shows it once you name your repository there"


@dataclass(frozen=True, slots=True)
class Giscus(Provider):
    """Threads in GitHub Discussions; readers need a GitHub account to write."""

    repo: str
    repo_id: str
    category: str
    category_id: str
    lang: str

    @property
    def name(self) -> str:
        """Return its name."""
        return "giscus"

    @classmethod
    def configured(cls, values: Mapping[str, Any], report: Report) -> "Giscus":
        """Read the settings of this provider. Raises `ContentError`."""
        fields = Fields("giscus", values, report)
        giscus = cls(
            repo=fields.matching("repo", r"[\w.-]+/[\w.-]+", "write the repository as `owner/name`"),
            repo_id=fields.text("repo_id", f"write the repository's id; {_WHERE}"),
            category=fields.text("category", "write the category of discussions, such as `Announcements`"),
            category_id=fields.text("category_id", f"write the category's id; {_WHERE}"),
            lang=fields.text("lang", "write a language, such as `en`", default="en"),
        )
        fields.done()
        return giscus

    def embed(self, thread: Thread) -> Embed:
        """Return giscus' script, its thread found by the article's own id and never by the page's address."""
        return Embed(
            provider="giscus",
            link=f"https://github.com/{self.repo}/discussions?discussions_q={quote(thread.id)}",
            link_text="Read the discussion on GitHub",
            module=SCRIPT,
            host="giscus.app",
            settings={
                "script": "https://giscus.app/client.js",
                "attributes": {
                    "data-repo": self.repo,
                    "data-repo-id": self.repo_id,
                    "data-category": self.category,
                    "data-category-id": self.category_id,
                    "data-mapping": "specific",
                    "data-term": thread.id,
                    "data-strict": "1",
                    "data-reactions-enabled": "1",
                    "data-emit-metadata": "0",
                    "data-input-position": "top",
                    "data-lang": self.lang,
                    "crossorigin": "anonymous",
                },
                "theme": {"light": "light", "dark": "dark"},
                "frame": {
                    "selector": "iframe.giscus-frame",
                    "message": {"giscus": {"setConfig": {"theme": "{theme}"}}},
                },
            },
        )
