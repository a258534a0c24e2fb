"""A result as tables, one row a finding: what CSV, Parquet, SQLite and data frames are made of.

Ids that are unique in a story alone (nodes, quotes, claims) become `story/id`.
"""

from retold.exports import document_rows, story_rows
from retold.exports.columns import Table, columns

SPAN = "begin:whole end:whole"

# A table stands after those it points at: SQLite checks as rows come in.
TABLES = (
    Table(
        "runs",
        columns("version settings embedder documents:whole network:flag"),
        (),
        document_rows.runs,
    ),
    Table(
        "documents",
        columns("id path url sha256 language level title byline outlet owner text"),
        ("id",),
        document_rows.documents,
    ),
    Table(
        "dates", columns(f"document>documents at moment basis kind {SPAN}"), (), document_rows.dates
    ),
    Table(
        "blocks",
        columns(f"document>documents {SPAN} kind"),
        (),
        document_rows.blocks,
    ),
    Table("rejected", columns("path record:whole reason"), (), document_rows.rejected),
    Table(
        "stories",
        columns(
            "id title tellings:whole origins:whole origins_at_most:whole primaries:whole "
            "pairs_judged:whole pairs_possible:whole"
        ),
        ("id",),
        story_rows.stories,
    ),
    Table("origins", columns("id story>stories label tellings:whole"), ("id",), story_rows.origins),
    Table(
        "tellings",
        columns("document>documents story>stories origin>origins weight:real"),
        ("story", "document"),
        story_rows.tellings,
    ),
    Table(
        "primaries",
        columns("id story>stories label attested>documents"),
        ("id",),
        story_rows.primaries,
    ),
    Table(
        "rests",
        columns("primary>primaries document>documents"),
        ("primary", "document"),
        story_rows.rests,
    ),
    Table(
        "relations",
        columns(
            "id story>stories left>documents right>documents kind dependence parent>documents "
            "confidence:real derived:real same_event:real lean:real"
        ),
        ("id",),
        story_rows.relations,
    ),
    Table("reasons", columns("relation>relations code text"), (), story_rows.reasons),
    Table(
        "links",
        columns(f"relation>relations link:whole side {SPAN} kind likeness:real"),
        (),
        story_rows.links,
    ),
    Table(
        "nodes",
        columns("id story>stories kind label document>documents"),
        ("id",),
        story_rows.nodes,
    ),
    Table(
        "descents",
        columns("parent>nodes child>nodes kind confidence:real secondary:flag"),
        ("parent", "child"),
        story_rows.descents,
    ),
    Table("quotes", columns("id story>stories speaker wording"), ("id",), story_rows.quotes),
    Table(
        "quote_uses",
        columns(
            f"quote>quotes document>documents {SPAN} words speaker speaker_begin:whole "
            "speaker_end:whole via style status note"
        ),
        (),
        story_rows.quote_uses,
    ),
    Table(
        "claims",
        columns("id story>stories wording origins:whole primaries"),
        ("id",),
        story_rows.claims,
    ),
    Table(
        "claim_uses",
        columns(f"claim>claims document>documents {SPAN} attributed_to"),
        (),
        story_rows.claim_uses,
    ),
    Table(
        "drifts",
        columns(
            "story>stories code severity from_document>documents from_begin:whole from_end:whole "
            "to_document>documents to_begin:whole to_end:whole before after note"
        ),
        (),
        story_rows.drifts,
    ),
    Table(
        "times",
        columns(f"story>stories first last precision document>documents {SPAN} phrase reason"),
        (),
        story_rows.times,
    ),
    Table(
        "names",
        columns("story>stories name kind form document>documents count:whole"),
        (),
        story_rows.names,
    ),
    Table(
        "rebuilt",
        columns("node>nodes sentence:whole wording sureness:real tellings:whole"),
        ("node", "sentence"),
        story_rows.rebuilt,
    ),
)
