"""Who may speak to a server, on every route it has."""

import pytest
from starlette.routing import Route
from starlette.testclient import TestClient

from retold.web.app import application
from retold.web.settings import WebSettings, on_loopback
from tests.web.conftest import AT, TOKEN

HELD = {"Authorization": f"Bearer {TOKEN}"}
WITHOUT_TOKEN: list[dict[str, str]] = [
    {"Authorization": "Bearer another-token-of-some-length"},
    {"Authorization": f"Basic {TOKEN}"},
    {"Cookie": "retold-token=another"},
    {},
]
OTHER_NAMES = ["evil.example", "127.0.0.1.evil.example", "127.0.0.1@evil", ""]
OTHER_ORIGINS = [
    {"Origin": "https://evil.example"},
    {"Origin": "null"},
    {"Origin": "http://127.0.0.1:9999"},
    {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"},
]


def every_route() -> list[tuple[str, str]]:
    app = application(WebSettings(workers=1)).app
    return sorted(
        (method, route.path.replace(":path", ""))
        for route in app.routes  # type: ignore[attr-defined]
        if isinstance(route, Route)
        for method in route.methods or ()
    )


ROUTES = every_route()
routes = pytest.mark.parametrize(("method", "path"), ROUTES, ids=str)


def test_the_routes_are_listed() -> None:
    paths = {path for _, path in ROUTES}

    assert {"/", "/v1/compare", "/v1/origins", "/v1/jobs/{job}/events", "/static/{name}"} <= paths
    assert len(ROUTES) > 40


@routes
def test_without_the_token_nothing_is_answered(shut: TestClient, method: str, path: str) -> None:
    for headers in WITHOUT_TOKEN:
        answer = shut.request(method, path, headers=headers)
        assert answer.status_code == 401
        assert answer.headers["WWW-Authenticate"].startswith("Bearer")


@routes
def test_another_name_for_this_server_is_refused(shut: TestClient, method: str, path: str) -> None:
    for host in OTHER_NAMES:
        assert shut.request(method, path, headers={**HELD, "Host": host}).status_code == 403


@routes
def test_a_page_of_another_origin_is_refused(shut: TestClient, method: str, path: str) -> None:
    for headers in OTHER_ORIGINS:
        assert shut.request(method, path, headers={**HELD, **headers}).status_code == 403


@routes
def test_every_answer_brings_the_policy(shut: TestClient, method: str, path: str) -> None:
    answer = shut.request(method, path)

    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_the_token_is_taken_from_the_address_once_and_kept_in_a_cookie() -> None:
    client = TestClient(
        application(WebSettings(token=TOKEN, workers=1)), AT, follow_redirects=False
    )

    welcome = client.get(f"/?token={TOKEN}")
    assert (welcome.status_code, welcome.headers["Location"]) == (303, "/")
    assert "HttpOnly" in welcome.headers["Set-Cookie"]
    assert "SameSite=strict" in welcome.headers["Set-Cookie"]
    assert client.get("/").status_code == 200


def test_the_welcome_leads_to_no_other_server() -> None:
    client = TestClient(
        application(WebSettings(token=TOKEN, workers=1)), AT, follow_redirects=False
    )

    welcome = client.get(f"{AT}//evil.example/?token={TOKEN}")
    assert welcome.headers["Location"] == "/evil.example/"


def test_a_link_from_elsewhere_opens_a_page_and_sends_nothing(shut: TestClient) -> None:
    link = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}
    headers = {**HELD, **link, "Sec-Fetch-Dest": "document"}

    assert shut.get("/", headers=headers).status_code == 200
    assert shut.post("/read", headers=headers, data={"text": "a"}).status_code == 403
    assert shut.get("/", headers={**headers, "Sec-Fetch-Dest": "iframe"}).status_code == 403


def test_our_own_pages_and_programs_pass(shut: TestClient) -> None:
    for headers in (HELD, {**HELD, "Origin": AT}, {**HELD, "Sec-Fetch-Site": "same-origin"}):
        assert shut.get("/v1/health", headers=headers).status_code == 200


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7", "desk.example"])
def test_beyond_loopback_a_token_is_needed(host: str) -> None:
    assert not on_loopback(host)
    with pytest.raises(ValueError, match="token"):
        WebSettings(host)


def test_a_request_past_the_cap_is_cut_off() -> None:
    small = TestClient(application(WebSettings(most_bytes=1000, workers=1)), AT)

    for path, sent in (
        ("/v1/compare", {"json": {"left": "a" * 2000, "right": "b"}}),
        ("/v1/uploads", {"files": {"files": ("a.txt", b"a" * 2000)}}),
        ("/read", {"data": {"text": "a" * 2000}, "files": {"files": ("a.txt", b"a" * 2000)}}),
    ):
        answer = small.post(path, **sent)
        assert answer.status_code == 413
        assert "1,000 bytes" in answer.json()["detail"]
