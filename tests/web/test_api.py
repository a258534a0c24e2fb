"""API v1: what each operation answers."""

import io
import json
import zipfile
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from starlette.testclient import TestClient

import retold
from benchmarks.corrections import corrected_pairs
from retold.exports.forms import FORMS
from retold.model.shape import relation_dict
from retold.web.openapi import described
from retold.web.routes import OPERATIONS
from tests.web.piles import FIRST, OTHER, PILE, ended


def test_compare_answers_as_python_does(client: TestClient) -> None:
    left, right = PILE[0]["text"], PILE[2]["text"]

    answer = client.post("/v1/compare", json={"left": left, "right": right})
    assert answer.json() == relation_dict(retold.compare(left, right))


def test_origins_come_with_a_weight_for_each(client: TestClient) -> None:
    answer = client.post("/v1/origins", json={"texts": PILE}).json()

    groups = sorted(answer["groups"], key=lambda one: len(one["documents"]))
    assert [sorted(one["documents"]) for one in groups] == [
        ["<script>alert(1)</script>"],
        ["ardle", "calder", "folder/brent"],
    ]
    assert [one["weight"] * len(one["documents"]) for one in groups] == pytest.approx([1, 1])
    assert "not whether it is true" in answer["note"]


def test_texts_without_ids_are_called_by_their_place(client: TestClient) -> None:
    texts = [{"text": FIRST.body}, {"text": OTHER.body}]

    answer = client.post("/v1/origins", json={"texts": texts}).json()
    assert sorted(name for one in answer["groups"] for name in one["documents"]) == ["1", "2"]


def test_what_cannot_be_read_is_told_and_no_error(client: TestClient) -> None:
    answer = client.post("/v1/origins", json={"texts": [{"id": "blank", "text": " "}]})

    assert answer.status_code == 200
    assert [one["path"] for one in answer.json()["rejected"]] == ["blank"]


def test_two_texts_of_one_id_are_a_conflict(client: TestClient) -> None:
    twice = [{"id": "a", "text": "one"}, {"id": "a", "text": "two"}]

    assert client.post("/v1/origins", json={"texts": twice}).status_code == 409


def test_a_quotation_is_found_in_what_is_sent_and_in_what_is_held(
    client: TestClient, told: str
) -> None:
    words = FIRST.body.split(".")[0]
    for sent in ({"texts": PILE}, {"job": told}, {}):
        answer = client.post("/v1/quotes/check", json={"quote": words, **sent}).json()
        assert answer["cannot_measure"] is None
        assert answer["texts"] >= len(PILE)


def test_a_quotation_without_words_cannot_be_measured_and_that_is_said(client: TestClient) -> None:
    answer = client.post("/v1/quotes/check", json={"quote": "…", "texts": PILE}).json()

    assert "no word" in answer["cannot_measure"]


def test_a_job_tells_how_far_it_is_and_ends(client: TestClient, told: str) -> None:
    job = ended(client, told)

    assert job["documents"] == len(PILE)
    assert job["stories"] == 2
    assert client.get("/v1/jobs").json()["items"][-1]["id"] == told


def test_files_are_read_as_a_job_and_no_path_of_this_machine_is_told(client: TestClient) -> None:
    files = [
        ("files", ("../../ardle.txt", PILE[0]["text"].encode())),
        ("files", ("ardle.txt", PILE[2]["text"].encode())),
        ("files", ("-", OTHER.body.encode())),
    ]

    started = client.post("/v1/uploads", files=files)
    job = ended(client, started.json()["id"])
    assert (job["state"], job["documents"]) == ("done", 3)
    result = client.get(f"/v1/jobs/{job['id']}/result").json()
    assert all(not one["path"].startswith(("/", "..")) for one in result["documents"])
    client.delete(f"/v1/jobs/{job['id']}")


def test_a_job_without_a_text_fails_with_a_reason(client: TestClient) -> None:
    started = client.post("/v1/jobs", json={"texts": [{"text": " "}]})

    job = ended(client, started.json()["id"])
    assert job["state"] == "failed"
    assert "no text could be read" in job["reason"]
    assert client.get(f"/v1/jobs/{job['id']}/result").status_code == 409


def test_a_removed_job_is_gone_with_its_texts(client: TestClient) -> None:
    job = client.post("/v1/jobs", json={"texts": PILE[:2]}).json()["id"]
    ended(client, job)

    assert client.delete(f"/v1/jobs/{job}").status_code == 204
    assert client.get(f"/v1/jobs/{job}").status_code == 404
    assert job not in client.get("/v1/documents?limit=500").text


def test_the_result_of_a_job_is_what_python_gives(client: TestClient, told: str) -> None:
    expected = retold.read(PILE).to_dict()

    assert client.get(f"/v1/jobs/{told}/result").json() == json.loads(json.dumps(expected))


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_export_is_a_zip_of_the_same_bytes(
    client: TestClient, told: str, form: str
) -> None:
    first, second = (client.get(f"/v1/jobs/{told}/exports/{form}") for _ in range(2))

    assert first.content == second.content
    with zipfile.ZipFile(io.BytesIO(first.content)) as archive:
        assert archive.testzip() is None
        assert archive.namelist()


def test_stories_and_documents_are_found_by_their_ids(client: TestClient, told: str) -> None:
    page = client.get("/v1/stories", params={"job": told}).json()
    story = client.get(f"/v1/stories/{page['items'][0]['id']}", params={"job": told}).json()
    name = "folder/brent"

    assert name in story["documents"]
    assert client.get(f"/v1/documents/{name}").json()["text"] == PILE[1]["text"]


def test_pages_of_a_list_follow_one_another(client: TestClient, told: str) -> None:
    seen, url = [], f"/v1/documents?job={told}&limit=3"
    while url:
        page = client.get(url).json()
        seen += [one["id"] for one in page["items"]]
        url = page["next"]

    assert sorted(seen) == sorted(one["id"] for one in PILE)


def test_what_a_caller_has_is_not_sent_again(client: TestClient, told: str) -> None:
    path = f"/v1/jobs/{told}/result"
    tag = client.get(path).headers["ETag"]

    again = client.get(path, headers={"If-None-Match": f'"other", {tag}'})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get(path, headers={"If-None-Match": '"other"'}).status_code == 200


@pytest.mark.parametrize(
    ("path", "sent", "status", "words"),
    [
        ("/v1/compare", {"json": {"left": "a"}}, 422, "right"),
        ("/v1/compare", {"json": {"left": "a", "right": 7}}, 422, "$.right"),
        ("/v1/compare", {"json": {"left": "a", "right": "b", "middle": "c"}}, 422, "middle"),
        (
            "/v1/compare",
            {"content": b"{", "headers": {"Content-Type": "application/json"}},
            400,
            "no JSON",
        ),
        ("/v1/compare", {"data": {"left": "a"}}, 415, "application/json"),
        ("/v1/uploads", {"data": {"a": "b"}}, 422, "no file"),
    ],
)
def test_an_error_says_what_happened_and_what_to_do(
    client: TestClient, path: str, sent: dict, status: int, words: str
) -> None:
    answer = client.post(path, **sent)

    assert answer.status_code == status
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert words in answer.json()["detail"]


def test_a_method_that_is_not_answered_is_told_which_are(client: TestClient) -> None:
    answer = client.put("/v1/jobs")

    assert answer.status_code == 405
    assert {"GET", "POST"} <= set(answer.headers["Allow"].replace(" ", "").split(","))


def test_relabelled_pairs_come_out_as_lines_the_trainer_reads(
    client: TestClient, told: str, tmp_path: Path
) -> None:
    said = {"job": told, "left": "ardle", "right": "calder", "dependence": "independent"}

    assert client.post("/v1/corrections", json=said).status_code == 201
    lines = client.get("/v1/corrections.jsonl").text
    line = json.loads(lines.splitlines()[-1])
    assert line["meta"]["was_dependence"] == "dependent"
    file = tmp_path / "corrections.jsonl"
    file.write_text(lines, encoding="utf-8")
    [pair] = [one for one in corrected_pairs(file) if one.right == line["b_text"]]
    assert pair.left.split() == PILE[0]["text"].split()
    assert pair.derived is False


def test_metrics_count_requests(client: TestClient) -> None:
    client.get("/v1/health")

    assert 'retold_requests_total{method="GET",path="/v1/health",status="200"}' in (
        client.get("/v1/metrics").text
    )


def test_answers_are_of_the_types_the_description_names(client: TestClient, told: str) -> None:
    description = client.get("/v1/openapi.json").json()
    assert description == json.loads(json.dumps(described(OPERATIONS, secured=False)))

    story = client.get("/v1/stories", params={"job": told}).json()["items"][0]["id"]
    for path, url in {
        "/v1/health": "/v1/health",
        "/v1/stories": "/v1/stories",
        "/v1/stories/{story}": f"/v1/stories/{story}",
        "/v1/documents": "/v1/documents",
        "/v1/documents/{document}": "/v1/documents/ardle",
        "/v1/outlets": "/v1/outlets",
        "/v1/corrections": "/v1/corrections",
        "/v1/jobs": "/v1/jobs",
        "/v1/jobs/{job}/result": f"/v1/jobs/{told}/result",
    }.items():
        answered = description["paths"][path]["get"]["responses"]["200"]
        schema = answered["content"]["application/json"]["schema"]
        whole = {**schema, "components": description["components"]}
        errors = list(Draft202012Validator(whole).iter_errors(client.get(url).json()))
        assert [error.message[:200] for error in errors] == [], path


def test_an_outlet_is_told_from_whom_its_tellings_come(client: TestClient, told: str) -> None:
    items = client.get("/v1/outlets", params={"job": told}).json()["items"]

    held = {one["outlet"]: one for one in items}
    kin = {
        name: {**one["takes_from"], **one["shares_with"]}
        for name, one in held.items()
        if name != "not known"
    }
    # The three tell one text: whoever is the parent, each is kin to the two others.
    assert all(set(kin) - {name} >= set(found) for name, found in kin.items())
    assert sum(sum(found.values()) for found in kin.values()) >= 3
    assert held["not known"]["takes_from"] == held["not known"]["shares_with"] == {}
