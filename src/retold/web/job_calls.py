"""Operations about jobs: start one, follow it, take its result in any form."""

import io
import shutil
import tempfile
import zipfile
from pathlib import Path, PurePosixPath
from typing import Any

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.responses import Response, StreamingResponse

from retold.exports.files import Exported
from retold.exports.forms import FORMS
from retold.model.errors import MissingExtra
from retold.model.output import ResultDict
from retold.web import work
from retold.web.jobs import Job, Jobs
from retold.web.lists import Paging, paged
from retold.web.messages import JobAnswer, JobPage, JobRequest
from retold.web.operations import Call, Media, Operation
from retold.web.problems import Problem

LONGEST_NAME = 120  # characters of a file's name


async def start(call: Call) -> Response:
    """Start a job on texts."""
    body: JobRequest = call.body
    count = len(body.texts)
    name = body.name or f"{count} text{'' if count == 1 else 's'}"
    return _started(call.state.jobs.start(name, work.tell_texts, body.texts))


async def upload(call: Call) -> Response:
    """Start a job on files."""
    return _started(await uploaded(call.state.jobs, call.body))


async def uploaded(jobs: Jobs, form: FormData) -> Job:
    """A job on the files of a form.

    Raises:
        Problem: 422 where the form holds no file.
    """
    files = [one for _, one in form.multi_items() if isinstance(one, UploadFile) and _sent(one)]
    if not files:
        raise Problem(422, "no file in the form; send files as parts named 'files'")
    folder = Path(tempfile.mkdtemp(prefix="retold-"))
    name = files[0].filename or "a file" if len(files) == 1 else f"{len(files)} files"
    try:
        for number, file in enumerate(files):
            await run_in_threadpool(_kept, folder, number, file)
        return jobs.start(_shown(name), work.tell_files, folder)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _sent(file: UploadFile) -> bool:
    """Whether a file was chosen: a form without one sends an empty part without a name."""
    return bool(file.filename or file.size)


def _kept(folder: Path, number: int, file: UploadFile) -> None:
    """Write an upload under the last part of its name; none leaves the folder or is hidden."""
    last = PurePosixPath((file.filename or "").replace("\\", "/")).name
    name = _shown(last).lstrip(".-") or f"file-{number}"
    path = folder / name
    if path.exists():
        # Its own folder, so that the name, which becomes the id, stays.
        path = folder / str(number) / name
        path.parent.mkdir()
    with path.open("wb") as out:
        while part := file.file.read(1 << 16):
            out.write(part)


def _shown(name: str) -> str:
    """A file's name in characters that every file system takes, its end kept."""
    safe = "".join(one if one.isprintable() and one not in '/\\:*?"<>|' else "_" for one in name)
    stem, dot, ending = safe.rpartition(".")
    most = LONGEST_NAME // 4  # characters, of at most four bytes each
    return f"{stem[: most * 3]}{dot}{ending[-most:]}" if dot else safe[: most * 3]


def _started(job: Job) -> Response:
    content = msgspec.json.encode(job.answer())
    return Response(content, 202, {"Location": f"/v1/jobs/{job.id}"}, "application/json")


async def jobs(call: Call) -> JobPage:
    """Jobs held, the newest first."""
    held = [one.answer() for one in reversed(call.state.jobs.held.values())]
    return paged(held, call.query, call.url, JobPage)


async def job(call: Call) -> JobAnswer:
    """One job."""
    return call.state.jobs.job(call.path["job"]).answer()


async def remove(call: Call) -> Response:
    """End a job, and forget it with its texts."""
    call.state.jobs.remove(call.path["job"])
    for key in [key for key in call.state.pages if key[0] == call.path["job"]]:
        del call.state.pages[key]
    return Response(status_code=204)


async def events(call: Call) -> Response:
    """A job's progress as server-sent events; the stream ends with the job."""
    held = call.state.jobs.job(call.path["job"])

    async def lines() -> Any:
        async for answer in call.state.jobs.events(held):
            yield b"event: job\ndata: " + msgspec.json.encode(answer) + b"\n\n"

    return StreamingResponse(lines(), media_type="text/event-stream")


async def result(call: Call) -> Any:
    """The whole result, as `retold read --json` prints it."""
    _, found = call.state.jobs.finished(call.path["job"])
    return await run_in_threadpool(found.to_dict)


async def export(call: Call) -> Response:
    """The result in another form: its file, or a ZIP of several."""
    form = FORMS.get(call.path["form"])
    if form is None:
        known = ", ".join(FORMS)
        raise Problem(404, f"no form {call.path['form'][:50]!r}; there are: {known}")
    _, found = call.state.jobs.finished(call.path["job"])
    try:
        made = await run_in_threadpool(lambda: form.make(found.to_dict()))
    except MissingExtra as fault:
        raise Problem(501, str(fault)) from fault
    name = f"retold-{call.path['job']}-{form.name}.zip"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(_zipped(made), 200, headers, "application/zip")


def _zipped(made: Exported) -> bytes:
    """Files and notes in one ZIP, without a clock: the same result gives the same bytes."""
    out = io.BytesIO()
    files = {**made.files}
    if made.notes:
        files["NOTES.txt"] = "\n".join([*made.notes, ""]).encode()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            about = zipfile.ZipInfo(name)
            about.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(about, content)
    return out.getvalue()


EVENTS = Media("text/event-stream", "an event `job` with a JobAnswer at every change")
ZIP = Media("application/zip", "the files of that form")
OPERATIONS = (
    Operation("GET", "/v1/jobs", "jobs", "Jobs held, the newest first.", jobs, JobPage, Paging),
    Operation(
        "POST",
        "/v1/jobs",
        "start",
        "Read texts into stories.",
        start,
        JobAnswer,
        body=JobRequest,
        status=202,
        errors=(429,),
    ),
    Operation(
        "POST",
        "/v1/uploads",
        "upload",
        "Read files of any kind that retold knows.",
        upload,
        JobAnswer,
        status=202,
        errors=(429,),
        upload=True,
    ),
    Operation("GET", "/v1/jobs/{job}", "job", "How far a job is.", job, JobAnswer, errors=(404,)),
    Operation(
        "DELETE",
        "/v1/jobs/{job}",
        "remove",
        "End a job and forget it with its texts.",
        remove,
        status=204,
        errors=(404,),
    ),
    Operation(
        "GET",
        "/v1/jobs/{job}/events",
        "events",
        "A job's progress as it is made.",
        events,
        EVENTS,
        errors=(404,),
    ),
    Operation(
        "GET",
        "/v1/jobs/{job}/result",
        "result",
        "All a job found: retold.json.",
        result,
        ResultDict,
        errors=(404, 409),
    ),
    Operation(
        "GET",
        "/v1/jobs/{job}/exports/{form}",
        "export",
        "What a job found, in a form.",
        export,
        ZIP,
        errors=(404, 409, 501),
        choices={"form": tuple(FORMS)},
    ),
)
