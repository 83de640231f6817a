"""A site with a comment for every hostile payload."""

import json
from pathlib import Path
from typing import Any

import yaml

PAYLOADS: dict[str, dict[str, list[str]]] = yaml.safe_load(
    (Path(__file__).parent / "hostile.yml").read_text(encoding="utf-8")
)
PUBLISHED = [(key, text) for key, texts in PAYLOADS["published"].items() for text in texts]
REFUSED = [(key, text) for key, texts in PAYLOADS["refused"].items() for text in texts]


def comment(number: int, key: str, payload: str) -> dict[str, Any]:
    """Return a comment that holds a payload in one of its keys."""
    plain = {"id": f"h-{number}", "author": "Mallory", "date": f"2026-01-01T00:{number % 60:02}:00+00:00"}
    words = {} if key in {"html", "text"} else {"text": "Hello."}
    return plain | words | {key: payload}


def write_hostile_comments(folder: Path) -> None:
    """Write all that is published beside the first post of a small site, and switch the search on."""
    comments = [comment(number, *pair) for number, pair in enumerate(PUBLISHED)]
    mentions = [{**one, "id": f"m{one['id']}", "kind": "mention"} for one in comments]
    mentions += [{**one, "id": f"l{one['id']}", "kind": "like"} for one in comments]
    posts = folder / "posts"
    (posts / "first.comments.yml").write_text(json.dumps(comments), encoding="utf-8")
    (posts / "first.mentions.yml").write_text(json.dumps(mentions), encoding="utf-8")
    config = folder / "mkdocs.yml"
    config.write_text(
        config.read_text().replace("- byline", "- search\n  - byline:\n      feed_length: 500"),
        encoding="utf-8",
    )
