"""Piles on their way to stories: one at a time, each in a process of its own that can be ended."""

import asyncio
import contextlib
import hashlib
import shutil
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from retold.model.run import Result
from retold.web.crew import context
from retold.web.messages import JobAnswer, JobState
from retold.web.problems import Problem
from retold.web.settings import JOB_SECONDS, MOST_JOBS, MOST_WAITING

ENDED = (JobState.DONE, JobState.FAILED)


@dataclass(slots=True, eq=False)
class Job:
    """A pile that is read, and what came of it. The one thing here that changes."""

    id: str
    name: str
    work: Callable[..., None]
    given: Any
    state: JobState = JobState.WAITING
    stage: str = ""
    done: int = 0
    total: int = 0
    reason: str | None = None
    result: Result | None = None
    changed: asyncio.Event = field(default_factory=asyncio.Event)
    process: Any = None

    def answer(self) -> JobAnswer:
        """What is told of it."""
        result = self.result
        return JobAnswer(
            self.id,
            self.name,
            self.state,
            self.stage,
            self.done,
            self.total,
            len(result.documents) if result else 0,
            len(result.stories) if result else 0,
            len(result.rejected) if result else 0,
            self.reason,
        )

    def tell(self) -> None:
        """Wake whoever waits for a change."""
        self.changed.set()
        self.changed = asyncio.Event()


class Jobs:
    """All jobs of a server, newest last."""

    def __init__(self) -> None:
        self.held: dict[str, Job] = {}
        self._turn = asyncio.Lock()
        self._tasks: set[asyncio.Task[None]] = set()
        self._number = 0

    def start(self, name: str, work: Callable[..., None], given: Any) -> Job:
        """A new job; it runs when those before it have ended.

        Raises:
            Problem: 429 where too many wait.
        """
        waiting = sum(one.state not in ENDED for one in self.held.values())
        if waiting > MOST_WAITING:
            raise Problem(
                429, f"{waiting} jobs wait already; try again later", {"Retry-After": "30"}
            )
        self._forget()
        self._number += 1
        key = hashlib.sha256(f"{self._number}\x1f{name}".encode("utf-8", "replace")).hexdigest()
        job = Job(f"{self._number}-{key[:8]}", name, work, given)
        self.held[job.id] = job
        task = asyncio.get_running_loop().create_task(self._run(job))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return job

    def job(self, key: str) -> Job:
        """The job of an id.

        Raises:
            Problem: 404 for one nobody holds.
        """
        if key not in self.held:
            raise Problem(404, f"no job {key[:100]!r}; /v1/jobs lists those that are held")
        return self.held[key]

    def finished(self, key: str) -> tuple[Job, Result]:
        """A job that is done, and its result.

        Raises:
            Problem: 404 for one nobody holds, 409 for one that is not done.
        """
        job = self.job(key)
        if job.result is None:
            raise Problem(409, f"job {key} is {job.state.value}; it has no result")
        return job, job.result

    def remove(self, key: str) -> None:
        """End a job and forget it with all its texts."""
        job = self.job(key)
        del self.held[key]
        if job.process is not None:
            job.process.terminate()
        job.state, job.reason = JobState.FAILED, "removed"
        job.tell()

    async def events(self, job: Job) -> AsyncIterator[JobAnswer]:
        """Where a job stands now, and again at every change until it ends."""
        while True:
            # Both taken before the answer is on its way: the job may end while it is.
            changed, answer = job.changed, job.answer()
            yield answer
            if answer.state in ENDED:
                return
            await changed.wait()

    async def close(self) -> None:
        """End all jobs."""
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for job in self.held.values():
            _finish(job)

    async def _run(self, job: Job) -> None:
        async with self._turn:
            try:
                if job.state is not JobState.WAITING:
                    return
                job.state = JobState.RUNNING
                job.tell()
                async with asyncio.timeout(JOB_SECONDS):
                    await self._watched(job)
            except TimeoutError:
                job.state = JobState.FAILED
                job.reason = f"not done after {JOB_SECONDS:.0f} seconds; read it with retold read"
            finally:
                _finish(job)

    async def _watched(self, job: Job) -> None:
        """Start the job's process and take in what it says."""
        come, go = context().Pipe(duplex=False)
        process = context().Process(target=job.work, args=(go, job.given), daemon=True)
        await asyncio.to_thread(process.start)
        job.process = process
        go.close()
        try:
            # A job may be removed while its process starts.
            while job.state is JobState.RUNNING:
                message = await asyncio.to_thread(_next, come)
                if message is None:
                    break
                _take(job, message)
        finally:
            process.terminate()
            # A thread may still wait on the pipe; its other end is closed with the process.
            await asyncio.to_thread(process.join)
            come.close()

    def _forget(self) -> None:
        """Make room: the oldest that ended goes."""
        ended = [key for key, one in self.held.items() if one.state in ENDED]
        while len(self.held) >= MOST_JOBS and ended:
            del self.held[ended.pop(0)]


def _next(come: Connection) -> tuple[Any, ...] | None:
    """What the process says next; None once it has ended."""
    try:
        message: tuple[Any, ...] = come.recv()
    except (EOFError, OSError):
        return None
    return message


def _take(job: Job, message: tuple[Any, ...]) -> None:
    match message:
        case ("progress", stage, done, total):
            job.stage, job.done, job.total = stage, done, total
        case ("done", result):
            job.state, job.result, job.stage = JobState.DONE, result, ""
        case ("failed", reason):
            job.state, job.reason = JobState.FAILED, reason
    job.tell()


def _finish(job: Job) -> None:
    """No job is left running, no uploaded file left behind."""
    if job.state not in ENDED:
        job.state = JobState.FAILED
        job.reason = (
            job.reason or "its process ended; a text in it may be too much for this machine"
        )
    job.process = None
    if isinstance(job.given, Path):
        with contextlib.suppress(OSError):
            shutil.rmtree(job.given)
    job.given = None
    job.tell()
