"""What each token of a paragraph shows of its part in an attribution: features, as strings.

The trained weights name these strings: a change here asks for `python -m benchmarks train-quotes`.
"""

from collections.abc import Mapping, Sequence

from retold.text.reporting import NOUNS, VERBS
from retold.text.token_rows import QUOTED, Row

EDGE = "^"
NEAR = 3, 8, 16  # tokens: the steps by which a distance is told


def features(row: Row, groups: Mapping[str, int]) -> list[list[str]]:
    """For each token what holds of it, in the order of the row.

    `groups`: numbers of words that stand in the same places, as parts of speech do.
    """
    words = [EDGE, EDGE, *row.words, EDGE, EDGE]
    shapes = [EDGE, EDGE, *row.shapes, EDGE, EDGE]
    kinds = [_kind(word) for word in words]
    around = _around(row)
    grouped = [EDGE, EDGE, *(_group(row, at, groups) for at in range(len(row.words))), EDGE, EDGE]
    return [
        [*_here(words, shapes, kinds, place + 2), *_company(grouped, place + 2), *around[place]]
        for place in range(len(row.words))
    ]


def _kind(word: str) -> str:
    """The stance of a verb of saying, of a noun of saying in capitals, - for neither."""
    if word in VERBS:
        return VERBS[word].value[:3]
    return NOUNS[word].value[:3].upper() if word in NOUNS else "-"


def _group(row: Row, at: int, groups: Mapping[str, int]) -> str:
    """The number of a token's group; of a quotation its style, of an unknown word its capital."""
    word, shape = row.words[at], row.shapes[at]
    if word == QUOTED:
        return "q" + shape[0]
    number = groups.get("9" if shape == "9" else word)
    if number is not None:
        return str(number)
    return "C" if shape in "CA" else "?"


def _company(grouped: Sequence[str], at: int) -> list[str]:
    """The groups of the token and of its neighbours."""
    one, two, three = grouped[at - 1], grouped[at], grouped[at + 1]
    return [
        "g" + two,
        "gp" + one,
        "gn" + three,
        "gpp" + grouped[at - 2],
        "gnn" + grouped[at + 2],
        f"ga{one} {two}",
        f"gb{two} {three}",
        f"gc{one} {two} {three}",
        f"gd{grouped[at - 2]} {one} {two}",
        f"ge{two} {three} {grouped[at + 2]}",
    ]


def _here(words: list[str], shapes: list[str], kinds: list[str], at: int) -> list[str]:
    """What the token and its neighbours are."""
    word, before, after = words[at], words[at - 1], words[at + 1]
    one, two, three = shapes[at - 1], shapes[at], shapes[at + 1]
    return [
        "w" + word,
        "p" + before,
        "n" + after,
        "pp" + words[at - 2],
        "nn" + words[at + 2],
        f"pw{before} {word}",
        f"wn{word} {after}",
        "e" + _ending(word, two),
        "pe" + _ending(before, one),
        "ne" + _ending(after, three),
        f"s{one}|{two}|{three}",
        f"ss{shapes[at - 2]}|{one}|{two}",
        f"sn{two}|{three}|{shapes[at + 2]}",
        f"k{kinds[at - 1]}|{kinds[at]}|{kinds[at + 1]}",
        f"ks{kinds[at]}|{one}|{three}",
    ]


def _ending(word: str, shape: str) -> str:
    """The last letters of a word in small letters; of a name its shape, which is all it tells."""
    return word[-3:] if shape == "a" else shape


def _around(row: Row) -> list[list[str]]:
    """What stands before and after in the sentence: verbs of saying, commas, quotations."""
    found: list[list[str]] = []
    begin = 0
    count = len(row.words)
    while begin < count:
        end = begin
        while end < count and row.sentence[end] == row.sentence[begin]:
            end += 1
        found.extend(_in_sentence(row, begin, end))
        begin = end
    return found


def _in_sentence(row: Row, begin: int, end: int) -> list[list[str]]:
    left = _looked(row, range(begin, end))
    right = _looked(row, range(end - 1, begin - 1, -1))[::-1]
    first, last = row.words[begin], row.words[end - 2] if end - begin > 1 else EDGE
    opening = f"o{first}" if end - begin > 1 else "o1"
    return [
        [
            "l" + before,
            "r" + after,
            f"lr{before.split('/')[0]}|{after.split('/')[0]}",
            f"lw{before.split('/')[0]}|{row.words[place]}",
            f"rw{after.split('/')[0]}|{row.words[place]}",
            opening,
            f"z{last}",
            f"f{_step(place - begin)}",
            f"t{_step(end - 1 - place)}|{after}",
        ]
        for place, (before, after) in enumerate(zip(left, right, strict=True), begin)
    ]


def _looked(row: Row, places: range) -> list[str]:
    """For each token the nearest verb of saying passed, the commas since, how far, and `that`."""
    verb, commas, far, said = "-", 0, 0, ""
    found: list[str] = []
    for place in places:
        found.append(f"{verb}{said}/{min(commas, 2)}/{_step(far)}")
        word = row.words[place]
        far += 1
        if word in VERBS or word == "according" or word in NOUNS:
            verb, commas, far, said = word, 0, 0, ""
        elif word in {",", "-", "–", "—", "--"}:
            commas += 1
        elif word == QUOTED:
            said = "“" + row.shapes[place][0]
        elif word in {"that", ";", ":"}:
            said = word
    return found


def _step(distance: int) -> int:
    return sum(distance >= step for step in NEAR)
