import itertools

import pytest

from retold.model.document import Block, BlockKind, Document, Span
from retold.stories.primaries import primaries

# One invented text of each kind: (language, text, labels of its primaries).
KINDS = {
    "ruling": (
        "en",
        """Court strikes down Pellmoor fishing quota

The Valmere Court of Appeal ruled on Monday that the fishing quota imposed on Pellmoor was unlawful.

In a ruling handed down by the Valmere Court of Appeal, Judge Ines Corbray said the ministry had acted without evidence. The ruling orders the ministry to pay costs.

"We are relieved," said Tom Aldery, who fishes for crab.""",
        ["Valmere Court of Appeal"],
    ),
    "study": (
        "en",
        """Night lights drive moths from towns, study finds

Street lamps have emptied Kelm's gardens of moths, according to a study published in the Journal of Coastal Ecology on Thursday.

The study, led by Dr Mina Orlov of the University of Kelm, counted moths at 400 sites. Numbers fell by 41 percent in ten years, the researchers found.

The town council said it would look at the findings.""",
        ["Journal of Coastal Ecology"],
    ),
    "police": (
        "en",
        """Two held after Tarn Quay warehouse fire

Two men have been arrested over the fire that destroyed a warehouse at Tarn Quay, the Selwick Police Department said in a press release on Friday.

According to the press release, officers found petrol cans in a van nearby. The release gave no names.

Neighbours said they had heard a bang.""",
        ["Selwick Police Department"],
    ),
    "memo": (
        "en",
        """Rail company knew of brake fault, leaked memo shows

Managers at Northline Rail were told of failing brakes two years before the Ambry crash, according to an internal memo seen by the Kestrel Post.

The memo, dated 3 May, warns that "the next one will not stop". It was sent to eleven directors.

Northline declined to comment.""",
        ["Kestrel Post"],
    ),
    "satellite": (
        "en",
        """New runway appears on Oster Island

Satellite images released by Orbita Imaging on Tuesday show a new runway on Oster Island, which three states claim.

The images, taken on 4 March, show a strip of 2,400 metres and six hangars. The government has not commented.""",
        ["satellite images of Orbita Imaging"],
    ),
    "results": (
        "en",
        """Coalition loses majority in Brackwater

The governing coalition lost its majority on Sunday, according to preliminary results published by the Brackwater Electoral Commission.

With 98 percent of votes counted the results give the Reform List 41 seats. Turnout was 63 percent, the commission's figures show.""",
        ["Brackwater Electoral Commission"],
    ),
    "parliament": (
        "en",
        """Ministers misled public on flood defences, report says

Ministers misled the public about the state of the Fenn sea wall, a report by the Public Works Committee said on Tuesday.

The report, which took two years, lists 31 warnings that went unanswered. The committee's chair, Orla Venn, called it a scandal.

According to the report, repairs would have cost 4 million crowns.""",
        ["Public Works Committee"],
    ),
    "court_papers": (
        "en",
        """Former treasurer charged with theft

A former treasurer of the Oldry Port Trust stole 2 million crowns over six years, according to court papers filed in Valmere on Monday.

The court papers say Jannik Rood moved money through three shell companies. The documents describe a boat, two horses and a chapel.

His lawyer did not return calls.""",
        ["court papers"],
    ),
    "de": (
        "de",
        """Studie: Nachtlicht vertreibt Falter

Straßenlampen haben die Falter aus Kelm vertrieben. Das geht aus einer Studie hervor, die das Institut für Küstenforschung am Donnerstag veröffentlichte.

Laut der Studie sank die Zahl um 41 Prozent. Die Studie wurde von der Universität Kelm veröffentlicht.""",
        ["Universität Kelm"],
    ),
    "es": (
        "es",
        """El dique se hunde, según un informe

El Gobierno recibió 31 avisos, según un informe publicado por la Comisión de Obras.

El informe muestra que las obras costaban 4 millones.""",
        ["Comisión de Obras"],
    ),
    "it": (
        "it",
        """La diga affonda, secondo un rapporto

Il governo ha ricevuto 31 avvisi, secondo un rapporto pubblicato dalla Commissione Lavori.

Il rapporto mostra che i lavori costavano 4 milioni.""",
        ["Commissione Lavori"],
    ),
    "post": (
        "en",
        """Mayor calls off fireworks

Mayor Sunniva Falk called off the New Year fireworks on Tuesday, writing in a post on her page that the wind was too strong.

"Not this year," she wrote. Shopkeepers were angry. The post was later taken down.""",
        [],
    ),
    "witness": (
        "en",
        """I watched the mill burn

I was on the bridge when the first window went. The heat came over the water like a hand.

"Get back," a fireman shouted. By nine the roof was gone and the crowd was silent.""",
        [],
    ),
    "interview": (
        "en",
        """Brandrith says he will not stand again

Otto Brandrith will not stand for a third term, he told the Kestrel Post in an interview published on Saturday.

"I am tired," he said. He had led the trust since 2011. A statement from his office said he would stay until May.""",
        [],
    ),
    "remark": (
        "en",
        """Bakers' strike enters third day

Bakers in Ambry stayed out for a third day on Tuesday after talks failed.

The Millers' Association said in a statement that it was disappointed. A poll by Marlowick University last month found that most people back the strike. The price of bread has risen by a tenth, according to figures from the Statistics Office.""",
        [],
    ),
    "earnings": (
        "en",
        """Halden Marine profit falls by a third

Halden Marine Company reported quarterly earnings below forecasts on Wednesday, as fuel costs rose.

The earnings, for the three months to March, were hit by storms. Analysts had expected 60 million.""",
        [],
    ),
}


def document(key: str, text: str, language: str = "en", outlet: str | None = None) -> Document:
    """A document whose first line is its title."""
    end = text.index("\n")
    blocks = (
        Block(Span(0, end), BlockKind.TITLE),
        Block(Span(end + 1, len(text)), BlockKind.BODY),
    )
    return Document(key, text, blocks, language=language, outlet=outlet)


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_news_rests_on_what_an_editor_would_say(kind: str) -> None:
    language, text, labels = KINDS[kind]

    found = primaries([document(kind, text, language)])

    assert [one.label for one in found] == labels


MEMO = KINDS["memo"][1]
COPY = MEMO.replace("leaked memo shows", "documents show")
WITNESS = KINDS["witness"][1]
EXCERPT = "Brakes failed at Northline\nNorthline declined to comment on the Ambry crash."


def test_two_tellings_of_one_document_share_one_primary() -> None:
    found = primaries([document("a", MEMO), document("b", COPY)])

    assert [(one.label, one.documents) for one in found] == [("Kestrel Post", ("a", "b"))]


def test_a_telling_derived_from_one_that_rests_on_a_primary_rests_on_it_too() -> None:
    pile = [document("a", MEMO), document("b", EXCERPT)]

    found = primaries(pile, {"a": ("a", "b")})

    assert found[0].documents == ("a", "b")


def test_an_eyewitness_beside_does_not_rest_on_it() -> None:
    found = primaries([document("a", MEMO), document("b", WITNESS)])

    assert found[0].documents == ("a",)


def test_what_one_of_three_origins_leans_on_is_no_primary_of_the_main_event() -> None:
    pile = [document("a", MEMO), document("b", WITNESS), document("c", EXCERPT)]

    assert primaries(pile) == ()


def test_the_longer_and_the_shorter_name_are_one_holder() -> None:
    longer = MEMO.replace("Kestrel Post", "Bloomberg News")
    shorter = MEMO.replace("Kestrel Post", "Bloomberg")

    found = primaries([document("a", longer), document("b", shorter)])

    assert [one.label for one in found] == ["Bloomberg"]


RELEASE = """Arrests after warehouse fire
PRESS RELEASE, for immediate release
Two men have been arrested over the fire at Tarn Quay, the Selwick Police Department said.
Media contact: desk officer, Selwick Police Department"""


def test_a_press_release_in_the_pile_is_the_primary_itself() -> None:
    pile = [
        document("a", KINDS["police"][1]),
        document("b", RELEASE, outlet="Selwick Police Department"),
    ]

    found = primaries(pile)

    assert [(one.label, one.attested, one.documents) for one in found] == [
        ("Selwick Police Department", "b", ("a",))
    ]


def test_the_order_of_the_documents_changes_nothing() -> None:
    pile = [document("a", MEMO), document("b", COPY), document("c", WITNESS)]

    results = {primaries(list(one)) for one in itertools.permutations(pile)}

    assert len(results) == 1


def test_no_documents_have_no_primary() -> None:
    assert primaries([]) == ()
