"""A template of the site's own below each article."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from byline.comments.fields import Fields, Report
from byline.comments.provider import Embed, Provider, Thread


@dataclass(frozen=True, slots=True)
class Custom(Provider):
    """A template in the site's `custom_dir`, which finds the thread's id, title, url and language."""

    template: str

    @property
    def name(self) -> str:
        """Return its name."""
        return "custom"

    @classmethod
    def configured(cls, values: Mapping[str, Any], report: Report) -> "Custom":
        """Read the settings of this provider. Raises `ContentError`."""
        fields = Fields("custom", values, report)
        where = "name a template below your theme's `custom_dir`, such as `partials/my-comments.html`"
        template = fields.matching("template", r"(?:\w[\w.-]*/)*\w[\w.-]*\.html", where)
        fields.done()
        return cls(template)

    def embed(self, thread: Thread) -> Embed:
        """Return the template, and what it is told of the thread."""
        told = {"id": thread.id, "title": thread.title, "url": thread.url, "language": thread.language}
        return Embed(provider="custom", settings=told, template=self.template)
