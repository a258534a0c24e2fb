"""What a server holds while it runs: jobs with their results, corrections, counts."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

import msgspec

from retold.model.document import Document
from retold.model.run import Result
from retold.model.story import Story
from retold.web.crew import Crew
from retold.web.jobs import Job, Jobs
from retold.web.messages import Correction, CorrectionRequest
from retold.web.problems import Problem
from retold.web.settings import WebSettings

PAGES_HELD = 32  # story pages drawn and kept


@dataclass(slots=True)
class State:
    """All that is held, in memory: it ends with the server."""

    settings: WebSettings
    crew: Crew
    jobs: Jobs = field(default_factory=Jobs)
    corrections: list[Correction] = field(default_factory=list)
    answered: Counter[tuple[str, str, int]] = field(default_factory=Counter)
    seconds: defaultdict[tuple[str, str], float] = field(default_factory=lambda: defaultdict(float))
    pages: dict[tuple[str, str], bytes] = field(default_factory=dict)

    def results(self, key: str | None = None) -> Iterator[tuple[Job, Result]]:
        """Jobs that are done, the newest first; only the one of an id where that is given."""
        if key is not None:
            yield self.jobs.finished(key)
            return
        for job in reversed(self.jobs.held.values()):
            if job.result is not None:
                yield job, job.result

    def story(self, key: str, job: str | None = None) -> tuple[Job, Result, Story]:
        """A story by its id, of the newest job that has one.

        Raises:
            Problem: 404 where none is held.
        """
        for held, result in self.results(job):
            for story in result.stories:
                if story.id == key:
                    return held, result, story
        raise Problem(404, f"no story {key[:100]!r}; /v1/stories lists those that are held")

    def document(self, key: str, job: str | None = None) -> tuple[Job, Document]:
        """A document by its id, of the newest job that has one.

        Raises:
            Problem: 404 where none is held.
        """
        for held, result in self.results(job):
            for document in result.documents:
                if document.id == key:
                    return held, document
        raise Problem(404, f"no document {key[:100]!r}; /v1/documents lists those that are held")

    def correct(self, said: CorrectionRequest) -> Correction:
        """Take in what a person says of a pair, and append it to the file if there is one.

        Raises:
            Problem: 404 where the job or a document is not held.
        """
        _, result = self.jobs.finished(said.job)
        bodies = {one.id: one for one in result.documents}
        for name in (said.left, said.right):
            if name not in bodies:
                raise Problem(404, f"no document {name[:100]!r} in job {said.job}")
        correction = Correction(
            _body(bodies[said.left]),
            _body(bodies[said.right]),
            said.dependence,
            said.kind,
            said.note,
            {"job": said.job, "left": said.left, "right": said.right, **_judged(result, said)},
        )
        self.corrections.append(correction)
        if self.settings.corrections is not None:
            with self.settings.corrections.open("ab") as file:
                file.write(msgspec.json.encode(correction) + b"\n")
        return correction


def _body(document: Document) -> str:
    return "\n".join(span.of(document.text) for span in document.body)


def _judged(result: Result, said: CorrectionRequest) -> dict[str, str]:
    """What retold had said of the pair; empty where it is in no story together."""
    for story in result.stories:
        for one in story.relations:
            if {one.left, one.right} == {said.left, said.right}:
                return {
                    "story": story.id,
                    "was_kind": one.kind.value,
                    "was_dependence": one.dependence.value,
                }
    return {}
