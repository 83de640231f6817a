"""The characters that a feed may hold."""

import re

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CONTROLS = bytes(code for code in range(0x20) if chr(code) not in "\t\n\r")
_REFERENCE = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,8})|([0-9]{1,9}));?")


def xml_text(text: str) -> str:
    """Drop the characters that XML 1.0 forbids (section 2.2), which no feed writer may pass on."""
    try:
        data = text.encode()
    except UnicodeEncodeError:
        return _NOT_XML.sub("", text)
    # The common ones are seen, and dropped, many times faster so.
    kept = data.translate(None, _CONTROLS)
    if len(kept) < len(data):
        text = kept.decode()
    return _NOT_XML.sub("", text) if "\ufffe" in text or "\uffff" in text else text


def title_text(text: str, otherwise: str = "") -> str:
    """Return a title, or something else in the place of one that has no character left."""
    return xml_text(text).strip() or xml_text(otherwise)


def xml_html(html: str) -> str:
    """Drop them from HTML, where they may also stand as numeric references."""
    return _REFERENCE.sub(_known_reference, xml_text(html))


def _known_reference(found: re.Match[str]) -> str:
    number = int(found[1], 16) if found[1] else int(found[2])
    return found[0] if number < 0x110000 and not _NOT_XML.match(chr(number)) else ""
