"""The words of the output, each with what it means: what `retold explain` knows besides reasons."""

RELATION_KINDS = {
    "copy": "The same sentences; typography, a few letters and furniture may differ. Dependent.",
    "revision": "Most sentences verbatim, some added, dropped or edited in place. Dependent.",
    "excerpt": "Nearly all of one text stands verbatim in the other, which has at least as much "
    "again. Dependent.",
    "paraphrase": "Sentence by sentence in nearly the same order, reworded. Dependent.",
    "rewrite": "Facts and their selection taken over; condensed, rearranged or merged, few "
    "sentences one to one. Dependent.",
    "shared-source": "Connective prose made apart; quotes, figures or official wording from one "
    "document. Independent.",
    "independent": "One event, and nothing shared that one document would explain. Independent.",
    "unrelated": "Not one event. Given by compare; never inside a story. Independent.",
    "unknown": "Too little to say. A pair that is unknown widens the number of origins to "
    "'at least, at most'.",
}

SEVERITIES = {
    "typo": "A slip of the keys or another spelling; nothing else is said.",
    "wording": "Said in other words, shorter or with less detail; an editor need not act on it.",
    "meaning": "Something else is said than in the text it comes from, or something that was said "
    "is gone.",
    "contradiction": "The two cannot both be true. Between two origins every dispute is one.",
}

COUNTS = {
    "telling": "A document in a story.",
    "origin": "The documents of a story that go back to one telling, found or lost. Two origins "
    "were written apart; that alone does not make them true.",
    "primary": "A document, recording or data that the story's main event is known from, named by "
    "at least one telling. It need not lie in the pile.",
    "lost": "A text that is in none of the inputs but that others go back to.",
    "furniture": "What belongs to the site and not to the article: mastheads, teasers, link "
    "lists, appeals, clocks. Shown, never compared.",
}
