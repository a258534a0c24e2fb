"""The application: routes, guard and handlers put together."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException

from retold.report import words
from retold.web import pages, work
from retold.web.crew import Crew
from retold.web.guard import Guard
from retold.web.problems import Problem, on_fault, on_http_error, on_problem
from retold.web.routes import routes
from retold.web.settings import WebSettings
from retold.web.state import State


def application(settings: WebSettings, paths: Sequence[str] = ()) -> Guard:
    """The whole server; `paths` of this machine are read as its first job."""
    state = State(settings, Crew(settings.workers))

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        await state.crew.warmed()
        if paths:
            state.jobs.start(
                words.line(", ".join(Path(one).name for one in paths), 80),
                work.tell_paths,
                tuple(paths),
            )
        yield
        await state.jobs.close()
        state.crew.close()

    inner = Starlette(
        routes=[*routes(state), *pages.routes(state)],
        exception_handlers={
            Problem: on_problem,
            HTTPException: on_http_error,
            Exception: on_fault,
        },
        lifespan=lifespan,
    )
    # Outermost, so that errors of our own bear its headers too.
    return Guard(inner, settings)
