"""Five invented tellings of one event, and a text of another."""

LATER = """Inspectors told the town of Ostermere in June that the Marl Street footbridge "could \
not be relied on past the first hard frost", according to a recording of a closed council session \
that was published on Friday by the Tidewater Archive.

The recording, made on 3 June, runs for 41 minutes. On it the town surveyor, Ilse Varnham, appears \
to urge councillors to close the crossing at once.

"If we wait for the budget, we wait for somebody to fall," a woman's voice says.

The bridge stayed open until 9 November, when a handrail gave way and two people were taken to \
hospital with light injuries.

Mayor Joris Pell said the tape "leaves out everything that was said afterwards" and that the \
council had acted on the advice it was given.

The Northern Wire has not verified the recording independently.

About 2,300 people crossed the bridge each working day in 2030, by the town's own count.

A spokeswoman for the county said that a review would begin next week."""

EARLIER = (
    LATER.replace("Ostermere", "Ostermeer", 1)
    .replace("About 2,300 people", "Some 2,300 people")
    .replace(
        "A spokeswoman for the county said that a review would begin next week.",
        "The county did not answer a request for comment.",
    )
    + "\n\nMs Varnham could not be reached."
)

PARAPHRASE = """In June, Ostermere was informed by inspectors that the footbridge at Marl Street \
"would not survive the first severe frost", as a recording from a closed meeting of the council \
shows that the Tidewater Archive put out on Friday.

Made on 3 June, the recording has a length of 41 minutes. In it, town surveyor Ilse Warnham urges \
the council members to shut the crossing immediately.

"If we wait for the money, we wait until someone falls," the voice of a woman says.

The bridge remained open up to 9 November; then a handrail broke and two persons were brought to \
hospital with minor injuries.

Joris Pell, the mayor, said that the tape "omits everything said later" and that the council had \
followed the advice it received.

Every working day of 2030, around 2,300 people went over the bridge, the town has counted."""

REWRITE = """A bridge, a warning, a fall

Two people were hurt when a handrail on the Marl Street footbridge broke on 9 November. Now a tape \
suggests that Ostermere's councillors had been warned five months before.

What the tape says

On the 41-minute recording, surveyor Ilse Varnham tells a closed session that the bridge cannot be \
trusted through a winter. "Nobody will be able to say that they did not know," she adds.

What the mayor says

Joris Pell maintains that the council followed the advice it had. The county is to begin a review.

Roughly 2,300 people used the crossing on a working day."""

OWN = """The voice on the tape is calm. "I am not asking you to like the figures," it says. "I am \
asking you to close a bridge."

For 41 minutes on the third of June, behind the doors of Ostermere's council chamber, the town's \
surveyor laid out what her inspectors had found under the deck of the Marl Street footbridge. The \
Tidewater Archive, a charity that keeps public records, released the recording on Friday and said \
that it had come by post, without a sender.

"If we wait for the budget, we wait for somebody to fall," she says. "And then it will not be the \
budget that we talk about."

Benno Ostrava, 71, was one of those who fell. He has a cast on his left arm and a folder of \
letters to the town, the oldest of them from 2027. "I wrote to them about that rail," he said in \
his kitchen on Saturday. "They thanked me for my interest."

Mr Pell, the mayor, declined to be interviewed. In a written answer he said the tape "leaves out \
everything that was said afterwards"."""

FOREIGN = """Am 3. Oktober hat der Fährverein von Altwerder seine letzte Fähre verkauft.

Der Vorsitzende sagte, man habe „lange genug gerechnet“."""
