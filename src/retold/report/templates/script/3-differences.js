// Word differences: longest common subsequence, as report/side_by_side.py has it.
const WORDS = /\d+(?:[.,:]\d+)+\s*|[\p{L}\p{N}_]+(?:['’][\p{L}\p{N}_]+)*\s*|[^\p{L}\p{N}_\s]\s*|\s+/gu;
const COMPARED = 600, SHARED = 3;
const SAME = { "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-" };
const folded = (word) => word.trim().replace(/[“”„‘’–—]/g, (mark) => SAME[mark]);
function differing(left, right, kind) {
  const sides = [left.match(WORDS) || [], right.match(WORDS) || []];
  if (!kind || Math.max(sides[0].length, sides[1].length) > COMPARED) return [[left], [right]];
  const [a, b] = sides.map((words) => words.map(folded)), wide = b.length + 1;
  const longest = new Uint16Array((a.length + 1) * wide);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      longest[i * wide + j] = a[i] === b[j] ? longest[(i + 1) * wide + j + 1] + 1
        : Math.max(longest[(i + 1) * wide + j], longest[i * wide + j + 1]);
  const common = [new Set(), new Set()];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) { common[0].add(i++); common[1].add(j++); }
    else if (longest[(i + 1) * wide + j] >= longest[i * wide + j + 1]) i++; else j++;
  }
  return sides.map((words, side) => runs(words, common[side], kind));
}
function runs(words, common, kind) {
  const found = [];
  words.forEach((word, at) => {
    const last = found[found.length - 1];
    if (last && last.same === common.has(at)) last.words.push(word);
    else found.push({ same: common.has(at), words: [word] });
  });
  return found.flatMap(({ same, words: run }) => {
    const text = run.join(""), kept = text.trimEnd();
    const spoken = run.filter((word) => /^[\p{L}\p{N}]/u.test(word)).length;
    const marked = kind === 2 ? same && spoken >= SHARED : !same;
    return marked ? [[kind === 2 ? "u" : "mark", kept], text.slice(kept.length)] : [text];
  });
}
const cell = (pieces, tag) => make("td", {}, ...pieces.map((piece) =>
  typeof piece === "string" ? piece : make(piece[0] === "mark" ? tag : "u", {}, piece[1])));
