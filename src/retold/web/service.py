"""Operations about the server itself: is it there, what has it done, what does it offer."""

from collections.abc import Iterator

import msgspec

from retold import __version__
from retold.web.messages import Health
from retold.web.operations import Call, Media, Operation
from retold.web.state import State


async def health(call: Call) -> Health:
    """That the server is there."""
    return Health("ok", __version__, len(call.state.jobs.held))


async def metrics(call: Call) -> bytes:
    """Counts for Prometheus, in its text format."""
    return "".join(f"{line}\n" for line in _lines(call.state)).encode()


def _lines(state: State) -> Iterator[str]:
    yield "# HELP retold_requests_total Requests answered."
    yield "# TYPE retold_requests_total counter"
    for (method, path, status), count in sorted(state.answered.items()):
        labels = f'method="{method}",path="{path}",status="{status}"'
        yield f"retold_requests_total{{{labels}}} {count}"
    yield "# HELP retold_request_seconds_total Seconds spent on them."
    yield "# TYPE retold_request_seconds_total counter"
    for (method, path), spent in sorted(state.seconds.items()):
        yield f'retold_request_seconds_total{{method="{method}",path="{path}"}} {spent:.6f}'
    yield "# HELP retold_jobs Jobs held."
    yield "# TYPE retold_jobs gauge"
    yield f"retold_jobs {len(state.jobs.held)}"


async def description(call: Call) -> bytes:
    """The OpenAPI description of API v1."""
    from retold.web.openapi import described
    from retold.web.routes import OPERATIONS as ALL

    return msgspec.json.encode(described(ALL, secured=call.state.settings.token is not None))


METRICS = Media("text/plain; version=0.0.4", "Prometheus text format")
OPERATIONS = (
    Operation("GET", "/v1/health", "health", "Whether the server is there.", health, Health),
    Operation("GET", "/v1/metrics", "metrics", "Counts of requests and jobs.", metrics, METRICS),
    Operation(
        "GET",
        "/v1/openapi.json",
        "description",
        "This description.",
        description,
        Media("application/json", "OpenAPI 3.1"),
    ),
)
