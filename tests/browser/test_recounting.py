"""The script counts a story without some tellings as `report/recount.py` does."""

import random

from retold.model.document import Block, BlockKind, Document, Span
from retold.model.relation import Dependence, Relation, RelationKind
from retold.model.run import Result, Run
from retold.model.story import Node, NodeKind, Origin, Primary, Stemma, Story
from retold.report.html import STORIES_IN_FULL, page
from retold.report.recount import Recount, recount
from tests.browser.conftest import Open

PILES = 200
LEAVE_OUT = """(section, without) => {
  const boxes = section.querySelectorAll(".without input");
  for (const at of without) boxes[at].click();
  return [...section.querySelectorAll(":scope > .numbers dd")].map((one) => one.textContent);
}"""


def pile(number: int) -> tuple[Story, tuple[Document, ...]]:
    """A story of two to nine tellings with an answer drawn for every pair."""
    draw = random.Random(number)
    names = tuple(f"p{number:03}-{at}" for at in range(draw.randint(2, 9)))
    documents = tuple(
        Document(name, "Said.", (Block(Span(0, 5), BlockKind.BODY),)) for name in names
    )
    relations = tuple(
        Relation(
            left,
            right,
            RelationKind.UNKNOWN,
            draw.choice(list(Dependence)),
            None,
            0.9,
            (),
            (),
            0.5,
            1,
        )
        for at, left in enumerate(names)
        for right in names[at + 1 :]
    )
    story = Story(
        id=f"{number:016}",
        title=names[0],
        documents=names,
        origins=tuple(Origin(name, (name,)) for name in names),
        origins_at_most=len(names),
        primaries=tuple(
            Primary(f"paper {at}", None, tuple(draw.sample(names, draw.randint(1, len(names)))))
            for at in range(draw.randint(0, 3))
        ),
        pairs_judged=len(relations),
        pairs_possible=len(relations),
        relations=relations,
        stemma=Stemma(
            tuple(Node(f"n-{name}", NodeKind.ATTESTED, name, name) for name in names), ()
        ),
    )
    return story, documents


def result(numbers: range) -> Result:
    stories, documents = zip(*map(pile, numbers), strict=True)
    held = tuple(one for some in documents for one in some)
    return Result(Run("0.1.0", "0" * 64, None, len(held)), held, stories)


def said(counted: Recount) -> list[str]:
    least, most = counted.origins, counted.origins_at_most
    origins = str(least) if least == most else f"{least}–{most}"
    return [str(counted.tellings), origins, str(counted.primaries)]


def test_the_script_counts_as_python_does_on_two_hundred_piles(open_page: Open) -> None:
    compared = 0
    for first in range(0, PILES, STORIES_IN_FULL):
        told = result(range(first, first + STORIES_IN_FULL))
        tab = open_page(page(told)).tab
        for story in told.stories:
            draw = random.Random(f"without {story.id}")
            without = draw.sample(
                range(len(story.documents)), draw.randint(1, len(story.documents))
            )
            kept = [name for at, name in enumerate(story.documents) if at not in without]
            section = tab.locator(f"[id='story-{story.id}']").element_handle()

            shown = tab.evaluate(
                f"([section, without]) => ({LEAVE_OUT})(section, without)", [section, without]
            )

            assert shown == said(recount(kept, story.relations, story.primaries))
            compared += 1

    assert compared == PILES


def test_with_every_telling_back_the_numbers_of_the_story_stand_again(open_page: Open) -> None:
    tab = open_page(page(result(range(1)))).tab
    numbers = tab.locator("section.story .numbers dd")
    before = numbers.all_inner_texts()
    tab.locator(".without summary").click()

    box = tab.locator(".without input").first
    box.uncheck()
    changed = numbers.all_inner_texts()
    box.check()

    assert changed != before
    assert numbers.all_inner_texts() == before
