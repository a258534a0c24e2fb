"""Seeded foreign pages: what a site puts around a text that it took from elsewhere."""

import random

from tests.invented.tables import SYLLABLES

SECTIONS = (
    "Home",
    "News",
    "Sport",
    "Opinion",
    "Weather",
    "Business",
    "Culture",
    "Video",
    "Podcasts",
)
TEASERS = (
    "Ten soups for a cold week",
    "Chess club wins on the road",
    "Why the old mill may stay shut",
    "Quiz: how well do you know your rivers?",
    "Readers' pictures of the first snow",
    "Choir looks for two more tenors",
    "Goalkeeper signs for another season",
    "Rents rise again on the coast",
    "A walk along the disused railway",
    "Bakery reopens after the fire",
    "Council to vote on parking charges",
    "The dog that takes the bus",
)
AGES = ("12 minutes ago", "1 hour ago", "3 hours ago", "Yesterday", "2 days ago")
APPEALS = (
    "Subscribe to our newsletter and never miss a story.",
    "Support our journalism: become a member today.",
    "Sign up for our free daily briefing.",
    "Independent reporting needs readers like you. Please consider a donation.",
)
FOOTERS = (
    "All rights reserved.",
    "Privacy policy",
    "Terms of use",
    "Contact us",
    "Advertise with us",
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "March", "May", "July", "September", "November")


def foreign_page(body: str, seed: int, title: str | None = None) -> str:
    """A plain-text page of an invented site around `body`, which stands in it untouched."""
    draw = random.Random(f"page {seed}")
    site = f"{_name(draw, 2)} {draw.choice(('Courier', 'Mirror', 'Online', 'Daily', 'Herald'))}"
    above = [site]
    if draw.random() < 0.6:
        above.append(" | ".join(draw.sample(SECTIONS, 5)))
    if draw.random() < 0.6:
        above.append(f"{draw.choice(DAYS)}, {draw.choice(MONTHS)} {draw.randint(1, 28)}, 2033")
    if draw.random() < 0.4:
        above += ["Skip to content", "Log in"]
    if title:
        above += ["", title, ""]
    below = _list_of_teasers(draw) if draw.random() < 0.8 else []
    if draw.random() < 0.6:
        below += ["", draw.choice(APPEALS)]
    below += ["", f"© 2033 {site}", *draw.sample(FOOTERS, 3)]
    return "\n".join([*above, "", body, "", *below]) + "\n"


def _list_of_teasers(draw: random.Random) -> list[str]:
    """Headlines under a heading, with how old they are or with dashes before them."""
    heading = draw.choice(("Latest Stories", "Most read", "You may also like", "More from us"))
    dated = draw.random() < 0.5
    lines = [heading]
    for teaser in draw.sample(TEASERS, draw.randint(4, 8)):
        lines += [teaser, draw.choice(AGES)] if dated else [f"- {teaser}"]
    return lines


def _name(draw: random.Random, syllables: int) -> str:
    return "".join(draw.choice(SYLLABLES) for _ in range(syllables)).capitalize()
