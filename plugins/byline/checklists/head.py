"""Where an article's own text begins, and the title its front matter gives it."""

import re
import tomllib

import yaml

from byline.documents import split_front_matter

_TOML = re.compile(r"\ufeff?\+\+\+[ \t]*\r?\n(.*?)^\+\+\+[ \t]*\r?(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_TITLE = re.compile(r"^title:[ \t]*(\S.*?)[ \t]*\r?$", re.MULTILINE)
_SWITCHED_OFF = re.compile(r"^checklist[ \t]*[:=][ \t]*(?i:false|no|off)[ \t]*(?:#.*)?\r?$", re.MULTILINE)
_MOST_CHARACTERS = 20_000
_MOST_OF_TITLE = 500


def find_body(text: str) -> tuple[int, str]:
    """Return the offset at which the text below the front matter begins, and the title, `""` without one."""
    toml = _TOML.match(text)
    if toml:
        return toml.end(), _toml_title(toml[1])
    head = split_front_matter(text)
    return head.body_start, _yaml_title(head.yaml[:_MOST_CHARACTERS])


def is_switched_off(text: str) -> bool:
    """Tell whether the front matter says `checklist: false`."""
    toml = _TOML.match(text)
    head = toml[1] if toml else split_front_matter(text).yaml
    return _SWITCHED_OFF.search(head) is not None


def _toml_title(head: str) -> str:
    try:
        return _as_title(tomllib.loads(head.replace("\r\n", "\n")).get("title"))
    except tomllib.TOMLDecodeError:
        return ""


def _yaml_title(head: str) -> str:
    """Read only the title's own line, so that broken front matter elsewhere does no harm."""
    line = _TITLE.search(head)
    if not line:
        return ""
    written = line[1][:_MOST_OF_TITLE]
    if written[0] not in "\"'":
        return _as_title(re.sub(r"\s#.*", "", written))
    try:
        read = yaml.safe_load(written)
    except yaml.YAMLError:
        read = written.strip("\"'")
    return _as_title(read)


def _as_title(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""
