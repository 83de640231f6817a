"""What MkDocs and its plugins log, heard by somebody beside the one who reads the log."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

_MKDOCS = logging.getLogger("mkdocs")


@contextmanager
def heard(level: int = logging.NOTSET) -> Iterator[list[logging.LogRecord]]:
    """Hear what is logged meanwhile, from a level on; it is printed as ever."""
    ear = _Ear(level)
    _MKDOCS.addHandler(ear)
    try:
        yield ear.records
    finally:
        _MKDOCS.removeHandler(ear)


@contextmanager
def withheld() -> Iterator[list[logging.LogRecord]]:
    """Keep what is logged meanwhile, in a form that can be pickled, instead of printing it out of turn."""
    ear = _Keeper()
    handlers, _MKDOCS.handlers = _MKDOCS.handlers, [ear]
    propagate, _MKDOCS.propagate = _MKDOCS.propagate, False
    try:
        yield ear.records
    finally:
        _MKDOCS.handlers, _MKDOCS.propagate = handlers, propagate


class _Ear(logging.Handler):
    def __init__(self, level: int = logging.NOTSET) -> None:
        super().__init__(level)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


class _Keeper(_Ear):
    def emit(self, record: logging.LogRecord) -> None:
        record.msg, record.args = record.getMessage(), None
        if record.exc_info:
            record.exc_text = logging.Formatter().formatException(record.exc_info)
            record.exc_info = None
        super().emit(record)
