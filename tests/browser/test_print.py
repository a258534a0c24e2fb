"""The page on paper: what is folded on the screen is printed."""

import io
import re

from pypdf import PdfReader

from retold.model.run import Result
from tests.browser.conftest import Open


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def test_a_printed_page_has_every_text(open_page: Open, drawn: str, example: Result) -> None:
    tab = open_page(drawn).tab
    pdf = PdfReader(io.BytesIO(tab.pdf(format="A4")))
    printed = " ".join(words(" ".join(page.extract_text() for page in pdf.pages)))

    for document in example.documents:
        for block in document.body:
            lead = " ".join(words(block.of(document.text))[:8])
            assert lead in printed, document.id


def test_a_page_is_printed_whole_without_the_script(
    open_page: Open, drawn: str, example: Result
) -> None:
    tab = open_page(drawn, java_script_enabled=False).tab
    pdf = PdfReader(io.BytesIO(tab.pdf(format="A4")))
    printed = " ".join(words(" ".join(page.extract_text() for page in pdf.pages)))

    body = example.documents[0].body[-1].of(example.documents[0].text)
    assert " ".join(words(body)[-6:]) in printed
