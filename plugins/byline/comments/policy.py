"""A Content-Security-Policy for a site: what its pages need, and what its comments need beside that."""

from urllib.parse import urlsplit

from byline.comments.system import CommentSystem
from byline.settings import Settings

SELF, INLINE = "'self'", "'unsafe-inline'"


def policy_for(settings: Settings, comments: CommentSystem) -> str:
    """Return the value of the header, in one line.

    Material has inline scripts and styles of its own; Byline has none.
    """
    allowed: dict[str, list[str]] = {
        "default-src": ["'none'"],
        "script-src": [SELF, INLINE],
        "style-src": [SELF, INLINE],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "frame-src": [],
        "worker-src": [SELF, "blob:"],
        "manifest-src": [SELF],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
    }
    if settings.search == "pagefind":
        allowed["script-src"].append("'wasm-unsafe-eval'")
    if settings.newsletter:
        parts = urlsplit(settings.newsletter.action)
        allowed["form-action"].append(f"{parts.scheme}://{parts.netloc}")
    for chosen in comments.providers:
        for directive, sources in chosen.provider.policy().items():
            allowed.setdefault(directive, []).extend(sources)
    return "; ".join(
        " ".join((directive, *dict.fromkeys(sources))) for directive, sources in allowed.items() if sources
    )
