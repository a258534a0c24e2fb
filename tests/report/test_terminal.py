"""The summary and the comparison at a terminal."""

import dataclasses

from hypothesis import given
from hypothesis import strategies as st

from retold.model.run import Rejected, Result
from retold.report.paint import bare
from retold.report.terminal import comparison, summary
from tests.report import hostile, invented


def shown(
    result: Result, *, width: int = 90, colour: bool = False, report: str | None = None
) -> str:
    return summary(result, width=width, colour=colour, report=report)


def only_story(result: Result) -> Result:
    return dataclasses.replace(result, stories=result.stories[:1])


def test_the_verdict_is_the_first_line_where_there_is_one_story() -> None:
    first = shown(only_story(invented.result())).splitlines()[0]

    assert first == "5 tellings, at least 2, at most 3 origins, 1 primary source"


def test_the_tree_is_drawn_with_lost_tellings_and_second_parents() -> None:
    tree = """\
    The Northern Wire (lost)  rests on Tidewater Archive recording
    ├─ bridge-02  The Daily Ledger  copied, 97 %
    └─ The Northern Wire, later revision (lost)  revised, 95 %
       ├─ bridge-01  Quayside Now  copied, 99 %
       ├─ bridge-03  Worldbrief  paraphrased, 96 %
       └─ bridge-04  rewritten, 81 %; also from bridge-02 (40 %)
    bridge-05  The Salt Road Post  rests on Tidewater Archive recording
"""

    assert tree in shown(invented.result())


def test_refusals_are_listed_with_reasons_and_counts() -> None:
    text = shown(invented.result())

    assert "Not read: 2 (6 documents read)" in text
    assert "pile/more.jsonl, record 3: no 'text' field (found: body, id)" in text


def test_many_refusals_add_up() -> None:
    refused = tuple(Rejected(f"{n:03}.txt", None, f"reason {n % 3}") for n in range(100))

    text = shown(dataclasses.replace(invented.result(), rejected=refused))

    listed = sum(line.startswith("  0") for line in text.splitlines())
    summed = [int(line.split()[1]) for line in text.splitlines() if line.startswith("  and ")]
    assert listed + sum(summed) == 100


def test_other_languages_are_told_with_what_holds() -> None:
    text = shown(invented.result())

    assert "de: 1 document; sentences, quotation marks and relations hold" in text


def test_fifty_texts_alone_take_one_line() -> None:
    alone = tuple(
        invented.alone(dataclasses.replace(invented.documents()[-1], id=f"n{n:02}"))
        for n in range(50)
    )

    text = shown(dataclasses.replace(invented.result(), stories=alone))

    assert "50 stories of one telling each (--json has all)" in text
    assert len(text.splitlines()) < 20


def test_where_the_report_lies_is_said_last() -> None:
    assert shown(invented.result(), report="out/index.html").endswith("\nReport: out/index.html\n")


def test_colour_changes_no_word() -> None:
    plain = shown(invented.result())

    assert bare(shown(invented.result(), colour=True)) == plain
    assert "\x1b" not in plain


def test_a_pair_is_told_with_every_reason_and_some_sentences() -> None:
    result = invented.result()
    relation = result.stories[0].relations[0]
    held = {one.id: one for one in result.documents}

    text = comparison(relation, held["bridge-01"], held["bridge-02"], width=90, colour=False)

    assert "revision: dependent, almost certain (>99 %); bridge-01 from bridge-02" in text
    assert all(reason.text in text for reason in relation.reasons)
    assert "> Some 2,300 people crossed the bridge" in text


@given(st.lists(hostile.texts(), min_size=2, max_size=4), st.integers(1, 200))
def test_no_text_acts_on_the_terminal(words: list[str], width: int) -> None:
    result = hostile.result_of(words)
    relation = result.stories[0].relations[0]
    left, right = result.documents[0], result.documents[-1]

    text = shown(result, width=width, report=words[0])
    text += comparison(relation, left, right, width=width, colour=False)

    assert not hostile.ACTING.search(text)
