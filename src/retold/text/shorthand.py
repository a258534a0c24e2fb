"""The shorthand of wires and market pages: units and headings that stand in every such report.

No list of word frequencies knows them as the common words they are there, so that they would pass
for names. Clipped units and the headings of earnings tables, as agencies' style books have them.
"""

SHORTHAND = frozenset(
    "mln bln trln mlns blns dlr dlrs pct pcts ct cts stg shr shrs avg qtr qtrs qtly mth mths mo mos"
    " yr yrs rev revs oper opers vs nl bpd bbl bbls pts mmt tonne tonnes nil".split()
)
