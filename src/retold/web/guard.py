"""Who may speak to the server, before any route is looked up: host, origin, token, size.

A page of another site, opened in the same browser, can send requests to this machine. It cannot
forge `Host` and `Origin`; both are checked on every request, and what a browser calls cross-site is
refused. Beyond loopback a token is asked for as well.
"""

import hmac
from collections.abc import Mapping
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qsl, urlsplit

from starlette.datastructures import MutableHeaders
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from retold.web.problems import Problem, problem_response
from retold.web.settings import WebSettings

COOKIE = "retold-token"
# For pages of our own; the story page brings a stricter one of its own.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # `no-referrer` would make browsers send `Origin: null` with our own forms.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class Guard:
    """The outermost layer of the application."""

    def __init__(self, app: ASGIApp, settings: WebSettings) -> None:
        self.app = app
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer it here."""
        if scope["type"] != "http":
            # No websockets; the lifespan passes.
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return
        answer = self._refused(scope)
        if answer is not None:
            await answer(scope, receive, _with_headers(send))
            return
        await self._capped(scope, receive, _with_headers(send))

    def _refused(self, scope: Scope) -> Response | None:
        """The answer to a request that may not pass; None where it may."""
        headers = {
            name.decode("latin-1"): value.decode("latin-1")
            for name, value in reversed(scope["headers"])
        }
        if _name_of(headers.get("host", "")) not in self._settings.allowed:
            return problem_response(
                403, "this server is not known by that name (Host); see retold serve --name"
            )
        if not _same_origin(scope["method"], headers):
            return problem_response(403, "a page of another origin sent this; that is not allowed")
        return self._unknown(scope, headers)

    def _unknown(self, scope: Scope, headers: Mapping[str, str]) -> Response | None:
        """What is answered to somebody without the token; None where all is well."""
        token = self._settings.token
        if token is None:
            return None
        bearer = headers.get("authorization", "")
        if bearer:
            given = bearer.removeprefix("Bearer ") if bearer.startswith("Bearer ") else ""
            return None if _same(given, token) else _denied()
        asked = dict(parse_qsl(scope["query_string"].decode("latin-1")))
        if "token" in asked:
            return _welcome(scope, token) if _same(asked["token"], token) else _denied()
        return None if _same(_cookie(headers.get("cookie", "")), token) else _denied()

    async def _capped(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; its body is cut off where it grows past the cap."""
        most, seen = self._settings.most_bytes, 0

        async def counted() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > most:
                words = f"one request may have {most:,} bytes; send it in parts"
                raise Problem(413, words, {"Connection": "close"})
            return message

        await self.app(scope, counted, send)


def _name_of(host: str) -> str:
    """The name in a `Host` header, in lower case, without its port; "" for what is none."""
    try:
        parts = urlsplit(f"//{host}")
        _ = parts.port
    except ValueError:
        return ""
    return "" if "@" in host or parts.path or parts.query else (parts.hostname or "")


def _same_origin(method: str, headers: Mapping[str, str]) -> bool:
    """Whether no page of another site had a hand in a request."""
    origin, host = headers.get("origin"), headers.get("host", "")
    if origin is not None:
        return origin.lower() in (f"http://{host.lower()}", f"https://{host.lower()}")
    if headers.get("sec-fetch-site", "none") in ("none", "same-origin"):
        return True
    # A link from elsewhere may open a page of ours; a script or a form there may do nothing.
    opens = headers.get("sec-fetch-mode"), headers.get("sec-fetch-dest")
    return method == "GET" and opens == ("navigate", "document")


def _same(given: str, token: str) -> bool:
    return hmac.compare_digest(given.encode("utf-8", "replace"), token.encode())


def _cookie(header: str) -> str:
    try:
        held = SimpleCookie(header).get(COOKIE)
    except CookieError:
        return ""
    return held.value if held else ""


def _denied() -> Response:
    words = "a token is needed: Authorization: Bearer TOKEN, or open the address that was printed"
    return problem_response(401, words, {"WWW-Authenticate": 'Bearer realm="retold"'})


def _welcome(scope: Scope, token: str) -> Response:
    """The same address without the token, which goes into a cookie: an address is often shared."""
    # "//elsewhere.example" would be an address of another server.
    answer = RedirectResponse("/" + scope["path"].lstrip("/\\"), 303)
    answer.set_cookie(COOKIE, token, httponly=True, samesite="strict", path="/")
    return answer


def _with_headers(send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("Cache-Control", "no-store")
        await send(message)

    return sent
