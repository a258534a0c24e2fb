// Two bodies in rows, as report/side_by_side.py has them: what corresponds, what stands alone.
const ROW = ["verbatim", "edited", "rewritten"];

// A telling's body: its blocks in code points, and where its sentences begin.
function body_of(details) {
  const blocks = all(".b.body", details).map((block) => {
    // A body mostly begins with a sentence, whose name has the place.
    const at = Number(block.dataset.at ?? block.firstElementChild.id.split("-")[2]), chars = [...block.textContent];
    return { at, chars, end: at + chars.length };
  });
  const begins = all("[id^=s-]", details).map((node) => Number(node.id.split("-")[2]));
  const slice = (begin, end) => {
    const block = blocks.find((one) => one.at <= begin && begin < one.end);
    return block ? block.chars.slice(begin - block.at, end - block.at).join("") : "";
  };
  const words = (edges) => {
    const parts = [];
    for (let at = 0; at < edges.length; at += 2) parts.push(slice(edges[at], edges[at + 1]));
    return parts.join(" ");
  };
  // Sentences that no link holds.
  const lone = (links) => {
    const taken = links.flatMap((edges) => edges.filter((_, at) => at % 2 === 0)
      .map((begin, at) => [begin, edges[2 * at + 1]]));
    const free = (begin) => !taken.some(([from, to]) => from <= begin && begin < to);
    return blocks.flatMap((block) => {
      const inside = begins.filter((begin) => block.at <= begin && begin < block.end);
      return inside.map((begin, at) => [begin, inside[at + 1] ?? block.end]);
    }).filter(([begin, end]) => free(begin) && /[\p{L}\p{N}]/u.test(slice(begin, end)));
  };
  const cited = (begin) => begins.filter((one) => one <= begin).pop() ?? begin;
  return { words, lone, cited };
}

// The links out of the left text's order: all but the longest rising run of left beginnings.
function moved(links) {
  const best = links.map(() => 1), before = links.map(() => -1);
  let last = 0;
  links.forEach((link, at) => {
    for (let one = 0; one < at; one++)
      if (links[one].left[0] <= link.left[0] && best[one] >= best[at]) {
        best[at] = best[one] + 1;
        before[at] = one;
      }
    if (best[at] > best[last]) last = at;
  });
  const still = new Set();
  for (let at = links.length ? last : -1; at >= 0; at = before[at]) still.add(at);
  return new Set([...links.keys()].filter((at) => !still.has(at)));
}

function aligned(links, left, right) {
  links.sort((one, other) => one.right[0] - other.right[0] || one.left[0] - other.left[0]);
  const out = moved(links), rows = [];
  const onLeft = left.lone(links.map((link) => link.left));
  const onRight = right.lone(links.map((link) => link.right));
  const after = (begin) => links.reduce((best, link, at) =>
    link.left[0] < begin && (best < 0 || links[best].left[0] < link.left[0]) ? at : best, -1);
  const home = onLeft.map(([begin]) => after(begin));
  const drop = (at) => onLeft.forEach(([begin, end], one) => {
    if (home[one] === at) rows.push({ kind: "left-only", left: left.words([begin, end]), begin });
  });
  const add = (to) => {
    while (onRight.length && onRight[0][0] < to) {
      const [begin, end] = onRight.shift();
      rows.push({ kind: "right-only", right: right.words([begin, end]), begin });
    }
  };
  drop(-1);
  links.forEach((link, at) => {
    add(link.right[0]);
    rows.push({
      kind: ROW[link.kind], left: left.words(link.left), right: right.words(link.right),
      begin: link.right[0], onLeft: link.left[0], moved: out.has(at), degree: link.kind,
    });
    drop(at);
  });
  add(Infinity);
  return rows;
}
