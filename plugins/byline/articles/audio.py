"""The front matter's `audio`: the sound that goes with an article."""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from byline.addresses import is_safe_link
from byline.articles.fields import FieldError

TYPES: Mapping[str, str] = {
    ".aac": "audio/aac",
    ".flac": "audio/flac",
    ".m4a": "audio/mp4",
    ".m4v": "video/mp4",
    ".mp3": "audio/mpeg",
    ".mp4": "video/mp4",
    ".oga": "audio/ogg",
    ".ogg": "audio/ogg",
    ".opus": "audio/ogg",
    ".wav": "audio/wav",
    ".webm": "video/webm",
}
"""The media types of files by their endings (RFC 3003, RFC 4337, RFC 5334; IANA's registry)."""
KEYS = ("url", "length", "type", "duration")
_TYPE = re.compile(r"(?:audio|video)/[\w.+-]+")
_DURATION = re.compile(r"(?:\d{1,3}:[0-5]\d:[0-5]\d|[0-5]?\d:[0-5]\d|\d{1,6})")


@dataclass(frozen=True, slots=True)
class Audio:
    """A sound: a file beside the article, or the address of one elsewhere, and its media type.

    `length` is that of a file elsewhere in bytes, else 0; `duration` is `12:30` or `1:02:03`.
    """

    url: str
    type: str
    length: int = 0
    duration: str = ""

    @property
    def is_local(self) -> bool:
        """Say whether it is a file of the site."""
        return ":" not in self.url


def read_audio(name: str, value: Any) -> Audio:
    """Read a file's name, or a mapping of `url`, `length`, `type` and `duration`."""
    values = value if isinstance(value, Mapping) else {"url": value}
    for key in values:
        if key not in KEYS:
            raise FieldError(f"`{name}` has an unknown key `{key}`", f"use {', '.join(KEYS)}", str(key))
    url = _url(name, values.get("url"))
    return Audio(
        url,
        _type(name, url, values.get("type")),
        _length(name, url, values.get("length")),
        _duration(name, values.get("duration")),
    )


def _url(name: str, value: Any) -> str:
    mend = f"write `{name}: talk.mp3`, a file beside this article, or `url: https://…` below it"
    if not isinstance(value, str) or not value or not is_safe_link(value):
        raise FieldError(f"`{name}: {value}` names no file" if value else f"`{name}` names no file", mend)
    parts = urlsplit(value)
    if parts.scheme.lower() not in {"", "http", "https"} or (parts.scheme and not parts.hostname):
        raise FieldError(f"`{name}: {value}` is no address of a file", mend, "url")
    return value


def _type(name: str, url: str, value: Any) -> str:
    if value is None:
        ending = posixpath.splitext(urlsplit(url).path)[1].lower()
        if ending not in TYPES:
            mend = f"use {', '.join(TYPES)}, or say `type: audio/…` below `{name}:`"
            raise FieldError(f"`{name}`: what `{url}` holds cannot be told from its ending", mend, "url")
        return TYPES[ending]
    if not isinstance(value, str) or not _TYPE.fullmatch(value):
        raise FieldError(f"`{name}`: `type: {value}` is no sound and no film", "write `audio/mpeg`", "type")
    return value


def _length(name: str, url: str, value: Any) -> int:
    """Read the length of a file elsewhere; that of a file of the site is measured."""
    if ":" not in url:
        if value is not None:
            mend = "take it out: the file's own length is measured"
            raise FieldError(f"`{name}`: `length` of a file of the site", mend, "length")
        return 0
    if isinstance(value, bool) or not isinstance(value, int) or value <= 0:
        wrong = f"`{name}`: `length: {value}` is no number of bytes" if value else f"`{name}` has no `length`"
        mend = "write the file's length in bytes, which `curl -sIL` of its address says (`content-length`)"
        raise FieldError(wrong, mend, "length")
    return value


def _duration(name: str, value: Any) -> str:
    """Read how long it plays; YAML reads `12:30` without quotes as a number of its own, 750."""
    if value is None:
        return ""
    if isinstance(value, bool) or not _DURATION.fullmatch(str(value)):
        mend = 'write seconds, `"12:30"` or `"1:02:03"`'
        raise FieldError(f"`{name}`: `duration: {value}` is no length of time", mend, "duration")
    seconds = 0
    for part in str(value).split(":"):
        seconds = seconds * 60 + int(part)
    hours, minutes = divmod(seconds // 60, 60)
    return f"{hours}:{minutes:02}:{seconds % 60:02}" if hours else f"{minutes}:{seconds % 60:02}"
