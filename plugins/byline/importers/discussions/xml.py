"""Reading large XML files that strangers may have filled: piece by piece, without entities or a DTD."""

import codecs
import re
from collections.abc import Iterator
from contextlib import contextmanager
from html.entities import html5
from pathlib import Path
from typing import BinaryIO
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from byline.problems import ContentError, Problem

MOST_BYTES = 1024 * 1024 * 1024
DEEPEST = 50
PIECE = 256 * 1024

_DECLARATION = re.compile(r"\s*<\?xml\s[^>]*?\?>")
_ENCODING = re.compile(rb"<\?xml\s[^>]*?encoding\s*=\s*[\"']([\w.:-]{1,40})[\"']")
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_REFERENCE = re.compile(r"&(?:#(\d{1,8})|#[xX]([0-9a-fA-F]{1,7})|([a-zA-Z][a-zA-Z0-9]{1,31}));")
_OF_XML = frozenset("<>&\"'")


class CleanXml:
    """An XML file as UTF-8, without the characters that XML cannot carry; `removed` counts them.

    References to such characters go as well, and HTML's names of characters become the characters.
    """

    def __init__(self, stream: BinaryIO, file: Path) -> None:
        head = stream.read(1024)
        self.removed = 0
        self._stream, self._file, self._waiting = stream, file, ""
        self._decoder = codecs.getincrementaldecoder(_encoding(head, file))("replace")
        first = self._decoder.decode(head).removeprefix("\ufeff")
        self._text = _DECLARATION.sub(lambda found: "\n" * found[0].count("\n"), first, count=1)

    def read(self, _: int = -1) -> bytes:
        """Return the next piece."""
        while True:
            piece = self._stream.read(PIECE)
            text = self._waiting + self._text + self._decoder.decode(piece, final=not piece)
            self._text = ""
            cut = len(text)
            if piece and (mark := text.rfind("&", max(0, cut - 40))) >= 0:
                cut = mark
            self._waiting = text[cut:]
            cleaned = self._clean(text[:cut])
            if cleaned or not piece:
                return cleaned.encode()

    def _clean(self, text: str) -> str:
        text, count = _ILLEGAL.subn("", text)
        self.removed += count + text.count("\ufffd")
        return _REFERENCE.sub(self._resolve, text) if "&" in text else text

    def _resolve(self, found: re.Match[str]) -> str:
        decimal, hexadecimal, name = found.groups()
        if name:
            characters = html5.get(f"{name};", "")
            return found[0] if not characters or _OF_XML & set(characters) else characters
        code = int(decimal) if decimal else int(hexadecimal, 16)
        if code > 0x10FFFF or _ILLEGAL.match(chr(code)):
            self.removed += 1
            return ""
        return found[0]


@contextmanager
def open_xml(file: Path) -> Iterator[CleanXml]:
    """Open an XML file; what is wrong with it while it is read becomes a `ContentError`."""
    if file.stat().st_size > MOST_BYTES:
        raise refusal(file, 1, "the file is over 1 GiB", "export the comments in several parts")
    with file.open("rb") as stream:
        try:
            yield CleanXml(stream, file)
        except ParseError as error:
            line = error.position[0]
            end = "no element found" in str(error) or "unclosed" in str(error)
            wrong = "the file ends in the middle" if end else f"this is not well-formed XML ({error.msg})"
            raise refusal(
                file, line, wrong, "export it again, and take care that it arrives whole"
            ) from error
        except DefusedXmlException as error:
            wrong = "the file has a DTD or entities of its own, as no export has"
            raise refusal(file, 1, wrong, "export it again from your blog itself") from error


def elements(source: CleanXml, file: Path, *, depth: int) -> Iterator[Element]:
    """Yield each element at a depth (the root's is 0) once it is whole, and forget it afterwards.

    The root itself comes first, while it is still empty.
    """
    above: list[Element] = []
    for event, element in iterparse(source, events=("start", "end"), forbid_dtd=True):
        if event == "start":
            if not above:
                yield element
            above.append(element)
            if len(above) > DEEPEST:
                raise refusal(
                    file, 1, "elements are nested too deeply", "export it again from your blog itself"
                )
            continue
        above.pop()
        if len(above) == depth:
            yield element
            above[-1].remove(element)
        elif len(above) < depth:
            element.clear()


def refusal(file: Path, line: int, wrong: str, mend: str) -> ContentError:
    """Return the error that refuses a whole file."""
    return ContentError([Problem(file, line, wrong, mend)])


def _encoding(head: bytes, file: Path) -> str:
    """Return the encoding that a file declares, UTF-8 where it declares none."""
    for mark, name in ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if head.startswith(mark):
            return name
    declared = found[1].decode() if (found := _ENCODING.search(head)) else "utf-8"
    try:
        if not codecs.lookup(declared)._is_text_encoding:
            raise LookupError(declared)
        codecs.getincrementaldecoder(declared)
    except LookupError as error:
        wrong = f"nobody knows the encoding `{declared}` that this file declares"
        raise refusal(file, 1, wrong, "save it as UTF-8") from error
    return "utf-8" if declared.lower().startswith("utf-16") else declared
