// Origins from the dependence of pairs alone; report/recount.py is the same in Python.
function recount(data, kept) {
  const parts = (ties) => {
    const head = new Map(kept.map((one) => [one, one]));
    const top = (one) => { while (head.get(one) !== one) one = head.get(one); return one; };
    for (const [left, right] of ties) head.set(top(left), top(right));
    return kept.filter((one) => head.get(one) === one).length;
  };
  const inside = data.pairs.filter(([left, right]) => kept.includes(left) && kept.includes(right));
  return {
    tellings: kept.length,
    least: parts(inside.filter((pair) => pair[2] >= 0)),
    most: parts(inside.filter((pair) => pair[2] > 0)),
    primaries: data.primaries.filter((one) => one.some((telling) => kept.includes(telling))).length,
  };
}
