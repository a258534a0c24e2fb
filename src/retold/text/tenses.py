"""Forms of one English verb told in different tenses."""

from functools import cache

# Present (forms before the stroke) and past.
_AUXILIARIES = "is are am/was were\nhas have/had\ndoes do/did\nwill/would\ncan/could"
_IRREGULAR = """
say/said tell/told make/made take/took go/went come/came see/saw know/knew get/got give/gave
find/found think/thought leave/left feel/felt bring/brought begin/began keep/kept hold/held
write/wrote stand/stood hear/heard mean/meant meet/met run/ran pay/paid sit/sat speak/spoke
lead/led grow/grew lose/lost fall/fell send/sent build/built understand/understood draw/drew
break/broke spend/spent rise/rose drive/drove buy/bought wear/wore choose/chose win/won
become/became fight/fought sell/sold teach/taught catch/caught seek/sought face/faced
strike/struck steal/stole shoot/shot fly/flew throw/threw
"""


@cache
def _forms() -> dict[str, tuple[str, bool]]:
    """Each form with the verb it is of and whether it is past."""
    rows = [row.split("/") for row in _AUXILIARIES.splitlines()]
    rows += [row.split("/") for row in _IRREGULAR.split()]
    found: dict[str, tuple[str, bool]] = {}
    for present, past in rows:
        for form in present.split():
            found[form] = (present, False)
            found[f"{form}s" if not form.endswith("s") else form] = (present, False)
        for form in past.split():
            found[form] = (present, True)
    found["goes"] = ("go", False)
    return found


def tenses_differ(one: str, other: str) -> bool:
    """Whether two folded words are one verb, told once as past and once not."""
    mine, theirs = _forms().get(one), _forms().get(other)
    if mine is not None and theirs is not None:
        return mine[0] == theirs[0] and mine[1] is not theirs[1]
    return _regular(one, other) or _regular(other, one)


def _regular(present: str, past: str) -> bool:
    """Whether `past` is `present` (or its form in -s) with -ed."""
    if not past.endswith("ed") or len(past) < 5:
        return False
    root = past[:-2]
    return present in {root, f"{root}s", f"{root}e", f"{root}es", f"{root}ed"[:-2]} or (
        root.endswith("i") and present in {f"{root[:-1]}y", f"{root}es"}
    )
