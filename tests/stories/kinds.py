"""Invented news of many kinds, each with what an editor would say it rests on."""

# One invented text of each kind: (language, text, labels of its primaries).
KINDS = {
    "ruling": (
        "en",
        """Court strikes down Pellmoor fishing quota

The Valmere Court of Appeal ruled on Monday that the fishing quota imposed on Pellmoor was unlawful.

In a ruling handed down by the Valmere Court of Appeal, Judge Ines Corbray said the ministry had acted without evidence. The ruling orders the ministry to pay costs.

"We are relieved," said Tom Aldery, who fishes for crab.""",  # noqa: E501 - a paragraph is a line
        ["Valmere Court of Appeal"],
    ),
    "study": (
        "en",
        """Night lights drive moths from towns, study finds

Street lamps have emptied Kelm's gardens of moths, according to a study published in the Journal of Coastal Ecology on Thursday.

The study, led by Dr Mina Orlov of the University of Kelm, counted moths at 400 sites. Numbers fell by 41 percent in ten years, the researchers found.

The town council said it would look at the findings.""",  # noqa: E501 - a paragraph is a line
        ["Journal of Coastal Ecology"],
    ),
    "police": (
        "en",
        """Two held after Tarn Quay warehouse fire

Two men have been arrested over the fire that destroyed a warehouse at Tarn Quay, the Selwick Police Department said in a press release on Friday.

According to the press release, officers found petrol cans in a van nearby. The release gave no names.

Neighbours said they had heard a bang.""",  # noqa: E501 - a paragraph is a line
        ["Selwick Police Department"],
    ),
    "memo": (
        "en",
        """Rail company knew of brake fault, leaked memo shows

Managers at Northline Rail were told of failing brakes two years before the Ambry crash, according to an internal memo seen by the Kestrel Post.

The memo, dated 3 May, warns that "the next one will not stop". It was sent to eleven directors.

Northline declined to comment.""",  # noqa: E501 - a paragraph is a line
        ["Kestrel Post"],
    ),
    "satellite": (
        "en",
        """New runway appears on Oster Island

Satellite images released by Orbita Imaging on Tuesday show a new runway on Oster Island, which three states claim.

The images, taken on 4 March, show a strip of 2,400 metres and six hangars. The government has not commented.""",  # noqa: E501 - a paragraph is a line
        ["satellite images of Orbita Imaging"],
    ),
    "results": (
        "en",
        """Coalition loses majority in Brackwater

The governing coalition lost its majority on Sunday, according to preliminary results published by the Brackwater Electoral Commission.

With 98 percent of votes counted the results give the Reform List 41 seats. Turnout was 63 percent, the commission's figures show.""",  # noqa: E501 - a paragraph is a line
        ["Brackwater Electoral Commission"],
    ),
    "parliament": (
        "en",
        """Ministers misled public on flood defences, report says

Ministers misled the public about the state of the Fenn sea wall, a report by the Public Works Committee said on Tuesday.

The report, which took two years, lists 31 warnings that went unanswered. The committee's chair, Orla Venn, called it a scandal.

According to the report, repairs would have cost 4 million crowns.""",  # noqa: E501 - a paragraph is a line
        ["Public Works Committee"],
    ),
    "court_papers": (
        "en",
        """Former treasurer charged with theft

A former treasurer of the Oldry Port Trust stole 2 million crowns over six years, according to court papers filed in Valmere on Monday.

The court papers say Jannik Rood moved money through three shell companies. The documents describe a boat, two horses and a chapel.

His lawyer did not return calls.""",  # noqa: E501 - a paragraph is a line
        ["court papers"],
    ),
    "de": (
        "de",
        """Studie: Nachtlicht vertreibt Falter

Straßenlampen haben die Falter aus Kelm vertrieben. Das geht aus einer Studie hervor, die das Institut für Küstenforschung am Donnerstag veröffentlichte.

Laut der Studie sank die Zahl um 41 Prozent. Die Studie wurde von der Universität Kelm veröffentlicht.""",  # noqa: E501 - a paragraph is a line
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

"Not this year," she wrote. Shopkeepers were angry. The post was later taken down.""",  # noqa: E501 - a paragraph is a line
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

"I am tired," he said. He had led the trust since 2011. A statement from his office said he would stay until May.""",  # noqa: E501 - a paragraph is a line
        [],
    ),
    "remark": (
        "en",
        """Bakers' strike enters third day

Bakers in Ambry stayed out for a third day on Tuesday after talks failed.

The Millers' Association said in a statement that it was disappointed. A poll by Marlowick University last month found that most people back the strike. The price of bread has risen by a tenth, according to figures from the Statistics Office.""",  # noqa: E501 - a paragraph is a line
        [],
    ),
    "earnings": (
        "en",
        """Halden Marine profit falls by a third

Halden Marine Company reported quarterly earnings below forecasts on Wednesday, as fuel costs rose.

The earnings, for the three months to March, were hit by storms. Analysts had expected 60 million.""",  # noqa: E501 - a paragraph is a line
        ["Halden Marine Company"],
    ),
}
