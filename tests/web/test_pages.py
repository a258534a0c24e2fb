"""The pages: they show what was read, run nothing that was, and each answers as JSON too."""

import re

import pytest
from lxml import html
from starlette.testclient import TestClient

from retold.web.pages import PAGES, STATIC, policy_in
from tests.web.piles import PILE, ended

SHOWN = [page.path for page in PAGES if "{" not in page.path]


def parsed(client: TestClient, url: str) -> html.HtmlElement:
    answer = client.get(url)
    assert answer.status_code == 200, answer.text
    return html.fromstring(answer.content)


@pytest.mark.parametrize("path", SHOWN)
def test_a_page_runs_no_script_but_our_own(client: TestClient, told: str, path: str) -> None:
    page = parsed(client, path)

    assert [one.get("src") for one in page.iter("script")] == ["/static/app.js"]
    assert not page.xpath("//*[@style] | //style | //@*[starts-with(name(), 'on')]")


@pytest.mark.parametrize("path", SHOWN)
def test_every_page_answers_as_json_at_the_address_it_names(
    client: TestClient, told: str, path: str
) -> None:
    [twin] = parsed(client, path).xpath("//footer//a/@href")

    answer = client.get(twin)
    assert answer.headers["Content-Type"] == "application/json"
    assert isinstance(answer.json(), dict)


@pytest.mark.parametrize("path", SHOWN)
def test_every_link_of_a_page_leads_somewhere(client: TestClient, told: str, path: str) -> None:
    for link in sorted(set(parsed(client, path).xpath("//a/@href"))):
        if not link.startswith("#"):
            assert client.get(link).status_code == 200, link


def test_every_field_has_a_label(client: TestClient, told: str) -> None:
    for path in SHOWN:
        page = parsed(client, path)
        labelled = set(page.xpath("//label/@for"))
        fields = page.xpath("//input[not(@type='hidden')]/@id | //textarea/@id")
        assert set(fields) <= labelled
        assert len(page.xpath("//h1")) == 1


def test_typed_texts_are_read_and_lead_to_the_story_page(client: TestClient) -> None:
    typed = f"{PILE[0]['text']}\n---\n{PILE[2]['text']}"

    sent = client.post("/read", files={"files": ("", b"")}, data={"text": typed})
    assert sent.status_code == 303
    job = sent.headers["Location"].rpartition("/")[2]
    assert ended(client, job)["documents"] == 2
    [story] = parsed(client, f"/jobs/{job}").xpath("//a[@class='go']/@href")
    assert "2 tellings" in client.get(story).text.replace("\n", " ")
    client.delete(f"/v1/jobs/{job}")


def test_the_example_is_one_click_away(client: TestClient) -> None:
    sent = client.post("/read", data={"example": "yes", "text": ""})

    job = sent.headers["Location"].rpartition("/")[2]
    assert ended(client, job)["documents"] == 12
    page = client.get(f"/jobs/{job}.json").json()
    assert [one["tellings"] for one in page["told"]] == [10, 2]
    client.delete(f"/v1/jobs/{job}")


def test_the_story_page_has_its_own_policy_and_its_json(client: TestClient, told: str) -> None:
    [story, *_] = client.get("/v1/stories", params={"job": told}).json()["items"]

    page = client.get(f"/stories/{story['id']}?job={told}")
    policy = page.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'")
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    [twin] = html.fromstring(page.content).xpath("//footer//a/@href")
    assert client.get(f"/stories/{twin}").json()["id"] == story["id"]


def test_a_policy_in_a_text_is_not_taken_for_the_pages_own() -> None:
    meta = '<meta http-equiv="Content-Security-Policy" content="script-src *">'

    assert policy_in(f"<head></head><body>{meta}".encode()) == (
        "default-src 'none'; frame-ancestors 'none'"
    )


def test_a_pair_is_relabelled_without_a_script(client: TestClient, told: str) -> None:
    form = parsed(client, f"/review?job={told}").xpath("//article//form")[0]
    fields = {one.get("name"): one.get("value") for one in form.iter("input")}

    sent = client.post("/review", data={**fields, "dependence": "unknown"})
    assert (sent.status_code, sent.headers["Location"]) == (303, "/review")
    said = client.get("/v1/corrections.jsonl").text.splitlines()[-1]
    assert '"label":"unknown"' in said


def test_a_form_without_a_text_is_told_so(client: TestClient) -> None:
    answer = client.post("/read", data={"text": "  "})

    assert answer.status_code == 422
    assert "nothing to read" in answer.json()["detail"]


@pytest.mark.parametrize("name", STATIC)
def test_no_file_of_ours_names_another_server(client: TestClient, name: str) -> None:
    content = client.get(f"/static/{name}").text

    assert re.findall(r"https?://", content) == []
    assert client.get("/static/../app.py").status_code == 404


def test_who_reads_pages_is_told_of_an_error_on_a_page(client: TestClient) -> None:
    answer = client.post("/read", data={"text": " "}, headers={"Accept": "text/html"})

    assert answer.status_code == 422
    assert "Nothing to read: drop files" in html.fromstring(answer.content).text_content()
    assert client.get("/nowhere", headers={"Accept": "text/html"}).status_code == 404
