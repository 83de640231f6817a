"""A new site: a folder that builds as it is."""

import json
from datetime import date, timedelta
from pathlib import Path
from string import Template

from byline.problems import ContentError, Problem

TEMPLATE = Path(__file__).parent / "site"
HIDDEN = {"gitignore": ".gitignore"}


def new_site(folder: Path, *, today: date) -> list[Path]:
    """Write a new site into `folder` and return its files; the samples bear dates up to `today`.

    A folder that holds anything already is left alone: `ContentError`.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ContentError(
            [Problem(folder, 1, "there is something here already", "name a new or an empty folder")]
        )
    name = " ".join(folder.resolve().name.replace("-", " ").replace("_", " ").split()) or "My site"
    values = {
        "site_name": json.dumps(name[0].upper() + name[1:], ensure_ascii=False),
        "today": today.isoformat(),
        "before": (today - timedelta(days=7)).isoformat(),
    }
    written = []
    for source in sorted(path for path in TEMPLATE.rglob("*") if path.is_file()):
        target = folder / source.relative_to(TEMPLATE)
        target = target.with_name(HIDDEN.get(target.name, target.name))
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(
            Template(source.read_text(encoding="utf-8")).safe_substitute(values), encoding="utf-8"
        )
        written.append(target)
    return written
