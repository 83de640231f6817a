"""giscus: comments kept in a repository's GitHub Discussions. https://giscus.app"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from byline.comments.fields import Fields, Report
from byline.comments.provider import SCRIPT, Embed, Provider, Thread, host_of, origin_of

SERVER = "https://giscus.app"
LANGUAGES = frozenset(
    "ar be bg ca cs da de en eo es eu fa fr gr gsw hbs he hu id it ja kh ko nl pl pt ro ru th tr uk uz vi "
    "zh-CN zh-HK zh-TW".split()
)
"""What giscus speaks: it has no page in any other."""
_WHERE = "giscus.app shows it once you name your repository there"
_THEME = "name one of giscus' themes, such as `noborder_light`, or write the full address of your stylesheet"
_THEMES = r"[\w-]+|https://[\w.-]+/[\w./~@%+-]+"


@dataclass(frozen=True, slots=True)
class Giscus(Provider):
    """Threads in GitHub Discussions; readers need a GitHub account to write."""

    repo: str
    repo_id: str
    category: str
    category_id: str
    lang: str = ""
    theme_light: str = "light"
    theme_dark: str = "dark"
    server: str = SERVER
    integrity: str = ""

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
            lang=fields.matching("lang", r"[A-Za-z-]{2,12}", "write a language, such as `en`", default=""),
            theme_light=fields.matching("theme_light", _THEMES, _THEME, default="light"),
            theme_dark=fields.matching("theme_dark", _THEMES, _THEME, default="dark"),
            server=fields.server("server", "write where your own giscus answers", default=SERVER),
            integrity=fields.integrity(),
        )
        fields.done()
        return giscus

    def embed(self, thread: Thread) -> Embed:
        """Return giscus' script, its thread found by the article's own id and never by the page's address."""
        settings = {
            "script": f"{self.server}/client.js",
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
                "data-lang": self.lang or _spoken(thread.language),
                "crossorigin": "anonymous",
            },
            "theme": {"light": self.theme_light, "dark": self.theme_dark},
            "frame": {
                "selector": "iframe.giscus-frame",
                "message": {"giscus": {"setConfig": {"theme": "{theme}"}}},
            },
        }
        return Embed(
            provider="giscus",
            link=f"https://github.com/{self.repo}/discussions?discussions_q={quote(thread.id)}",
            link_text="Read the discussion on GitHub",
            module=SCRIPT,
            host=host_of(self.server),
            settings={**settings, **({"integrity": self.integrity} if self.integrity else {})},
        )

    def policy(self) -> Mapping[str, tuple[str, ...]]:
        """Allow its script, its stylesheet and its frame."""
        server = origin_of(self.server)
        return {"script-src": server, "style-src": server, "frame-src": server or ("'self'",)}


def _spoken(language: str) -> str:
    """Return the language that giscus has for that of a page, else English."""
    first, _, region = language.replace("_", "-").partition("-")
    known = {"zh": "zh-CN", "el": "gr", "hr": "hbs", "sr": "hbs", "bs": "hbs", "km": "kh"}
    wished = (f"{first.lower()}-{region.upper()}", first.lower(), known.get(first.lower(), ""))
    return next((name for name in wished if name in LANGUAGES), "en")
