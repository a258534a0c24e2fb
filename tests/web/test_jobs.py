"""The stream of a job's events."""

import asyncio

from retold.web.jobs import Job, Jobs
from retold.web.messages import JobState


def test_a_job_that_ends_while_an_event_is_on_its_way_tells_its_end() -> None:
    async def states() -> list[JobState]:
        job = Job("1-a", "pile", print, None, state=JobState.RUNNING)
        told = []
        async for answer in Jobs().events(job):
            told.append(answer.state)
            job.state = JobState.FAILED
            job.tell()
        return told

    assert asyncio.run(states()) == [JobState.RUNNING, JobState.FAILED]
