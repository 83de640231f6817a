"""Asking servers politely and safely: saying who asks, with an end to it, and in no private network."""

import http.client
import ipaddress
import json
import socket
import threading
import time
import urllib.request
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import partial
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode, urlsplit

from byline import __version__

TIMEOUT = 20.0
LONGEST = 60.0
MOST_BYTES = 10 * 1024 * 1024
LONGEST_REASON = 300
AGENT = f"Byline/{__version__} (mkdocs-byline; fetches mentions for an author)"


class AskingError(Exception):
    """A server did not give what it was asked for; the message says why, without any key.

    Servers choose some of its words; a terminal can print them all.
    """

    def __init__(self, why: str) -> None:
        super().__init__("".join(sign if sign.isprintable() else "\ufffd" for sign in why)[:LONGEST_REASON])


class Asker:
    """Asks for JSON over http(s). `named` are hosts that may stand in a private network."""

    def __init__(self, named: Iterable[str] = ()) -> None:
        proxies = urllib.request.getproxies()
        hosts = {urlsplit(address).hostname for address in proxies.values()}
        self._allowed = {host.lower() for host in (*named, *hosts) if host}
        self._opener = urllib.request.OpenerDirector()
        for handler in (
            urllib.request.ProxyHandler(proxies),
            _Http(self._connect),
            _Https(self._connect),
            _Redirects(self._check_host),
            urllib.request.HTTPErrorProcessor(),
            urllib.request.HTTPDefaultErrorHandler(),
            urllib.request.UnknownHandler(),
        ):
            self._opener.add_handler(handler)

    def json(self, address: str, query: Mapping[str, str] | None = None) -> Any:
        """Return what an address answers. Raises `AskingError`."""
        whole = address
        if query:
            whole += ("&" if "?" in address else "?") + urlencode(query)
        headers = {"User-Agent": AGENT, "Accept": "application/json", "Accept-Encoding": "identity"}
        try:
            self._check_host(urlsplit(whole).hostname or "")
            request = urllib.request.Request(whole, headers=headers)  # noqa: S310 - no other handlers
            with self._opener.open(request, timeout=TIMEOUT) as answer:
                return json.loads(_read(answer))
        except HTTPError as error:
            error.close()
            raise AskingError(f"it answers {error.code} {error.reason}".rstrip()) from None
        except URLError as error:
            raise AskingError(f"it cannot be reached ({_reason(error.reason)})") from None
        except (ValueError, RecursionError):
            raise AskingError("its answer is no JSON") from None
        except (OSError, http.client.HTTPException) as error:
            raise AskingError(f"it cannot be reached ({_reason(error)})") from None

    def _connect(self, place: tuple[str, int], *arguments: Any, **options: Any) -> socket.socket:
        """Connect to a host whose addresses have been looked at, and to no other address."""
        host, port = place
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        failed: OSError = OSError("no address")
        for *_, address in found:
            if host.lower() not in self._allowed and not _is_public(str(address[0])):
                raise OSError(f"{host} stands in a private network")
        for *_, address in found:
            try:
                return socket.create_connection((str(address[0]), port), *arguments, **options)
            except OSError as error:
                failed = error
        raise failed

    def _check_host(self, host: str) -> None:
        """Refuse a private address that a proxy would be asked for."""
        try:
            ipaddress.ip_address(host)
        except ValueError:
            return
        if host.lower() not in self._allowed and not _is_public(host):
            raise OSError(f"{host} stands in a private network")


class _Http(urllib.request.HTTPHandler):
    def __init__(self, connect: Any) -> None:
        super().__init__()
        self._connect = connect

    def http_open(self, request: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(_connection(http.client.HTTPConnection, self._connect), request)


class _Https(urllib.request.HTTPSHandler):
    def __init__(self, connect: Any) -> None:
        super().__init__()
        self._connect = connect

    def https_open(self, request: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(_connection(http.client.HTTPSConnection, self._connect), request)


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows to http(s) only; what was asked in secret stays so."""

    max_redirections = 5

    def __init__(self, check: Callable[[str], None]) -> None:
        self._check = check

    def redirect_request(self, req: Any, fp: Any, code: Any, msg: Any, headers: Any, newurl: str) -> Any:
        before, after = urlsplit(req.full_url).scheme, urlsplit(newurl).scheme
        if after not in {"http", "https"} or (before == "https" and after == "http"):
            raise URLError(f"it leads on to an address of the kind {after}:")
        self._check(urlsplit(newurl).hostname or "")
        fp.close()  # what else it says would be read to an end that need not come
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _connection(kind: Any, connect: Any) -> Any:
    def make(host: str, **options: Any) -> http.client.HTTPConnection:
        connection: Any = kind(host, **options)
        connection._create_connection = connect
        connection.getresponse = partial(_begin, connection, connection.getresponse)
        return connection  # type: ignore[no-any-return]

    return make


def _begin(connection: Any, listen: Callable[[], Any]) -> Any:
    """Return an answer once its head is there; a server that sends it letter by letter is cut off."""
    end = threading.Timer(LONGEST, _cut, (connection.sock,))
    end.daemon = True
    end.start()
    try:
        return listen()
    finally:
        end.cancel()


def _cut(line: socket.socket) -> None:
    with suppress(OSError):  # it ended by itself just now
        line.shutdown(socket.SHUT_RDWR)


def _read(answer: Any) -> bytes:
    """Read an answer to its end, which must come before long."""
    end = time.monotonic() + LONGEST
    pieces: list[bytes] = []
    size = 0
    while piece := answer.read1(64 * 1024):
        size += len(piece)
        if size > MOST_BYTES:
            raise OSError("its answer is over 10 MiB")
        if time.monotonic() > end:
            raise OSError("its answer takes too long")
        pieces.append(piece)
    return b"".join(pieces)


def _is_public(address: str) -> bool:
    place = ipaddress.ip_address(address.partition("%")[0])
    mapped = getattr(place, "ipv4_mapped", None)
    return (mapped or place).is_global and not place.is_multicast


def _reason(error: Any) -> str:
    return str(getattr(error, "strerror", None) or error or type(error).__name__)
