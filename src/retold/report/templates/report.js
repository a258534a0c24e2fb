"use strict";
// What a page without it lacks: filters, any two tellings side by side, counting without a telling,
// keys. Words and names are read from the page and written back as text, never as markup.
(() => {
const all = (query, root = document) => [...root.querySelectorAll(query)];
const make = (tag, facts = {}, ...inside) => {
  const node = document.createElement(tag);
  for (const [name, fact] of Object.entries(facts)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), fact);
    else if (name in node) node[name] = fact;
    else node.setAttribute(name, fact);
  }
  node.append(...inside);
  return node;
};
const count = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;
const option = (value, text) => make("option", { value }, text);
const labelled = (text, field) => make("label", {}, text + " ", field);
const clip = (text, most = 60) => (text.length > most ? text.slice(0, most - 1) + "…" : text);

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

const HOW = ["word for word", "edited", "reworded"];
const ROW = ["verbatim", "edited", "rewritten"];
const HEIGHT = { verbatim: 1, edited: 4, rewritten: 7, "left-only": 10, "right-only": 10 };

// A telling's body: its blocks in code points, and where its sentences begin.
function body(details) {
  const blocks = all("[data-at]", details).map((block) => {
    const at = Number(block.dataset.at), chars = [...block.textContent];
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

function tell(section, number) {
  const data = JSON.parse(section.querySelector(":scope > script").textContent);
  const details = all(":scope > section > details.telling", section);
  const names = details.map((one) => one.querySelector("summary b").textContent);
  const bodies = new Map();
  const bodyOf = (one) => bodies.get(one) || bodies.set(one, body(details[one])).get(one);
  const rows = all("[data-t]", section).map((node) => ({
    node,
    tellings: node.dataset.t.split(" ").map(Number),
    statuses: (node.dataset.s || "").split(" "),
    speaker: node.dataset.p,
    code: node.parentElement.dataset.c,
    words: node.textContent.toLowerCase(),
  }));
  const asked = { only: null, words: "", status: "", speaker: "", code: "" };

  const shows = (row) => (asked.only === null || row.tellings.includes(asked.only))
    && (!asked.words || row.words.includes(asked.words))
    && (!asked.status || !row.node.dataset.s || row.statuses.includes(asked.status))
    && (!asked.speaker || !row.node.dataset.s || row.speaker === asked.speaker)
    && (!asked.code || !row.code || row.code === asked.code);
  const bar = make("p", { className: "bar", hidden: true, role: "status" });
  section.append(bar);

  function apply() {
    for (const row of rows) row.node.hidden = !shows(row);
    for (const list of all("[data-c]", section)) {
      const none = !list.querySelector(":scope > li:not([hidden])");
      for (let node = list; node && node.tagName !== "SUMMARY"; node = node.previousElementSibling) {
        node.hidden = none;
        if (/^H\d$/.test(node.tagName)) break;
      }
    }
    if (asked.words || asked.status || asked.speaker || asked.code)
      for (const fold of all("details:not(.telling, .pair)", section))
        if (fold.querySelector("[data-t]:not([hidden])")) fold.open = true;
    for (const link of all("[data-only]", section))
      if (Number(link.dataset.only) === asked.only) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    say();
  }
  function say() {
    const shown = rows.filter((row) => !row.node.hidden).length;
    bar.hidden = shown === rows.length && asked.only === null;
    bar.replaceChildren(asked.only === null ? "" : make("b", {}, names[asked.only]),
      ` ${shown} of ${count(rows.length, "row")} shown. `);
    if (asked.only !== null) bar.append(make("a", { href: "#" + details[asked.only].id }, "its text"), " ");
    bar.append(make("button", { type: "button", onclick: clear }, "show all"));
  }
  function clear() {
    Object.assign(asked, { only: null, words: "", status: "", speaker: "", code: "" });
    for (const field of all("select[data-ask]", section)) field.value = "";
    apply();
  }
  const only = (one) => { asked.only = asked.only === one ? null : one; apply(); };
  const step = (by) => {
    const next = (asked.only ?? (by > 0 ? -1 : names.length)) + by;
    asked.only = next < 0 || next >= names.length ? null : next;
    apply();
  };
  const seek = (words) => { asked.words = words.toLowerCase(); apply(); };
  const reveal = (node) => { if (node.closest("[hidden]")) clear(); };

  const chooser = (name, text, options) => labelled(text, make("select",
    { "data-ask": name, onchange: (event) => { asked[name] = event.target.value; apply(); } },
    option("", "all"), ...options));
  function filters() {
    const quotes = section.querySelector("[data-filter=quotes]");
    if (quotes) {
      const statuses = [...new Set(rows.flatMap((row) => row.statuses))].filter(Boolean).sort();
      const speakers = new Map(rows.filter((row) => row.speaker !== undefined)
        .map((row) => [row.speaker, row.node.querySelector("small bdi").textContent]));
      const spoken = [...speakers].sort((one, other) => one[0] - other[0]);
      quotes.querySelector("p").after(make("p", { className: "ask" },
        chooser("status", "Status", statuses.map((one) => option(one, one))),
        chooser("speaker", "Speaker", spoken.map(([at, name]) => option(at, clip(name, 40))))));
    }
    const changes = section.querySelector("[data-filter=changes]");
    if (changes) {
      const codes = new Map(all("[data-c]", changes).map((list) => {
        let head = list;
        while (!/^H\d$/.test(head.tagName)) head = head.previousElementSibling;
        return [list.dataset.c, head.firstChild.textContent + " " + head.childNodes[1].textContent.trim()];
      }));
      changes.querySelector("p").after(make("p", { className: "ask" },
        chooser("code", "Code", [...codes].sort().map(([code, text]) => option(code, text)))));
    }
  }

  function counting() {
    const place = section.querySelector(".origins");
    if (!place || !data.every || names.length < 2) return;
    const numbers = all(":scope > .numbers dd", section), written = numbers.map((one) => one.innerHTML);
    const said = make("p", { role: "status", className: "dim" });
    const boxes = names.map((name) => make("input", { type: "checkbox", checked: true, onchange: recounted }));
    function recounted() {
      const kept = [...names.keys()].filter((one) => boxes[one].checked);
      if (kept.length === names.length) {
        numbers.forEach((node, at) => { node.innerHTML = written[at]; });
        said.textContent = "";
        return;
      }
      const now = recount(data, kept);
      numbers[0].textContent = now.tellings;
      numbers[1].textContent = now.least < now.most ? `${now.least}–${now.most}` : now.least;
      numbers[2].textContent = now.primaries;
      const origins = now.least < now.most ? `at least ${now.least}, at most ${now.most} origins`
        : count(now.least, "origin");
      said.textContent = `Without ${names.length - kept.length}: ${count(now.tellings, "telling")}, `
        + `${origins}, ${count(now.primaries, "primary source")}, counted from the pairs that are left.`;
    }
    place.after(make("details", { className: "without" },
      make("summary", {}, "Leave tellings out and count again"),
      make("p", { className: "ask" }, ...names.map((name, at) =>
        make("label", {}, boxes[at], " " + clip(name)))), said));
  }

  function beside() {
    const later = section.querySelector(`[id="${section.id}-rebuilt"], [id="${section.id}-texts"]`);
    let place = section.querySelector(`[id="${section.id}-sides"]`);
    if (names.length < 2 || !data.pairs.some((pair) => pair[4].length)) return;
    if (!place) {
      const head = later.firstElementChild.tagName, id = section.id + "-sides";
      place = make("section", { id },
        make(head, {}, "Side by side"), make("p"));
      later.before(place);
    }
    const choose = (at) => {
      const field = make("select", { onchange: draw }, ...names.map((name, one) => option(one, clip(name))));
      field.value = at;
      return field;
    };
    const first = data.pairs.find((pair) => pair[4].length);
    const turn = first[3] === 1 ? 1 : 0;
    const fields = [choose(first[turn]), choose(first[1 - turn])];
    const whole = make("input", { type: "checkbox", checked: true, onchange: draw });
    const out = make("div", { className: "any" });
    function draw() {
      const [base, other] = fields.map((field) => Number(field.value));
      const pair = data.pairs.find((one) => [one[0], one[1]].includes(base)
        && [one[0], one[1]].includes(other) && base !== other);
      if (!pair || !pair[4].length) {
        out.replaceChildren(make("p", { className: "dim" }, base === other
          ? "Choose two different tellings." : "No corresponding sentences are listed for these two."));
        return;
      }
      const turned = pair[0] !== base;
      const links = pair[4].map(([kind, left, right]) => turned
        ? { kind, left: right, right: left } : { kind, left, right });
      const directed = pair[3] >= 0 && pair[pair[3]] === base;
      out.replaceChildren(...table(aligned(links, bodyOf(base), bodyOf(other)), base, other, directed));
    }
    function table(found, base, other, directed) {
      const texts = [details[base], details[other]].map((one) => one.querySelector(".text").lang);
      const said = { "left-only": directed ? "dropped" : "only left", "right-only": directed ? "added" : "only right" };
      const id = (at) => `any-${number}-${at}`;
      const order = found.map((row, at) => [row.kind === "left-only" ? row.begin : row.onLeft, at])
        .filter(([begin]) => begin !== undefined).sort((one, two) => one[0] - two[0]).map(([, at]) => at);
      const lines = [];
      let kept = 0;
      const flush = () => {
        if (kept) lines.push(make("tr", { className: "r-verbatim" }, make("th", { scope: "row" }, HOW[0]),
          make("td", { colSpan: 2 }, count(kept, "sentence") + " not shown")));
        kept = 0;
      };
      const named = new Set(found.flatMap((row, at) => row.moved ? [at, order[order.indexOf(at) - 1]] : []));
      found.forEach((row, at) => {
        if (whole.checked && row.kind === "verbatim" && !named.has(at)) { kept += 1; return; }
        flush();
        const shown = row.left === undefined || row.right === undefined
          ? [[row.left ?? ""], [row.right ?? ""]] : differing(row.left, row.right, row.degree);
        const telling = row.kind === "left-only" ? base : other;
        const head = make("th", { scope: "row" }, make("a",
          { href: `#s-${data.tellings[telling]}-${bodyOf(telling).cited(row.begin)}` },
          said[row.kind] || HOW[row.degree]));
        if (row.moved) {
          const before = order[order.indexOf(at) - 1];
          head.append(make("span", { className: "moved" }, before === undefined ? "moved from the top" : "moved: left, ",
            before === undefined ? "" : make("a", { href: "#" + id(before) }, "after this")));
        }
        lines.push(make("tr", { className: "r-" + row.kind, id: id(at), lang: texts[1] }, head,
          cell(shown[0], directed ? "del" : "mark"), cell(shown[1], directed ? "ins" : "mark")));
      });
      flush();
      const heads = ["How", names[base], names[other]].map((text) => make("th", { scope: "col" }, text));
      const sides = make("table", { className: "sides" },
        make("thead", {}, make("tr", {}, ...heads)), make("tbody", {}, ...lines));
      return [map(found, id), make("div", { className: "scroll", tabIndex: 0, role: "group",
        "aria-label": "Side by side" }, sides)];
    }
    function map(found, id) {
      const wide = found.map((row) => (row.right ?? row.left).length || 1);
      const draw = (tag, facts) => {
        const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
        for (const [name, fact] of Object.entries(facts)) node.setAttribute(name, fact);
        return node;
      };
      const total = wide.reduce((sum, one) => sum + one, 0);
      const svg = draw("svg", { class: "map", viewBox: `0 0 ${total} 10`, preserveAspectRatio: "none", "aria-hidden": "true" });
      let x = 0;
      found.forEach((row, at) => {
        const height = HEIGHT[row.kind];
        const bar = draw("rect", { class: "m-" + row.kind, x, y: 10 - height, width: wide[at], height });
        bar.addEventListener("click", () => {
          whole.checked = whole.checked && row.kind !== "verbatim";
          draw_again(id(at));
        });
        svg.append(bar);
        x += wide[at];
      });
      return svg;
    }
    function draw_again(id) {
      draw();
      const row = document.getElementById(id);
      if (row) land(row);
    }
    const swap = make("button", { type: "button", onclick: () => {
      [fields[0].value, fields[1].value] = [fields[1].value, fields[0].value];
      draw();
    } }, "exchange");
    place.querySelector("p").after(make("p", { className: "ask" }, labelled("Base", fields[0]),
      labelled("against", fields[1]), swap, make("label", {}, whole, " only changes")), out);
    draw();
  }

  for (const link of all("[data-only]", section))
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
      event.preventDefault();
      only(Number(link.dataset.only));
    });
  filters();
  counting();
  beside();
  return { section, step, clear, seek, reveal };
}

function land(node) {
  node.tabIndex = -1;
  node.scrollIntoView({ block: "center" });
  node.focus({ preventScroll: true });
}
const stories = all("section.story").map(tell);
const here = () => stories.filter(({ section }) =>
  section.getBoundingClientRect().top < innerHeight / 2).pop() || stories[0];

function follow() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  for (const story of stories) if (story.section.contains(target)) story.reveal(target);
  for (let node = target; node; node = node.parentElement) if (node.tagName === "DETAILS") node.open = true;
  target.scrollIntoView();
}
addEventListener("hashchange", follow);
document.addEventListener("click", (event) => {
  const sentence = event.target.closest(".text [id^=s-]");
  if (sentence && getSelection().isCollapsed) history.replaceState(null, "", "#" + sentence.id);
});

let folded_before = [];
addEventListener("beforeprint", () => {
  folded_before = all("details:not([open])");
  for (const fold of folded_before) fold.open = true;
});
addEventListener("afterprint", () => { for (const fold of folded_before) fold.open = false; });

const search = make("input", { type: "search", "aria-label": "Show only rows with these words",
  placeholder: "Find in rows", oninput: () => { for (const story of stories) story.seek(search.value.trim()); } });
const on = make("input", { type: "checkbox", checked: true });
const KEYS = [["j", "next row"], ["k", "row before"], ["]", "only the next telling"],
  ["[", "only the telling before"], ["/", "find in rows"], ["Esc", "show all again"], ["?", "these keys"]];
const help = make("dialog", { "aria-label": "Keys" }, make("h2", {}, "Keys"),
  make("dl", {}, ...KEYS.flatMap(([key, text]) => [make("dt", {}, make("kbd", {}, key)), make("dd", {}, text)])),
  make("p", {}, make("label", {}, on, " Keys act")),
  make("form", { method: "dialog" }, make("button", {}, "Close")));
const nav = document.querySelector(".top nav");
if (stories.length) {
  nav.append(search, make("button", { type: "button", onclick: () => help.showModal() }, "Keys"));
  document.body.append(help);
}
function walk(by) {
  const seen = all("li[data-t], tr[data-t], details.pair, .sides tbody tr").filter((node) => node.checkVisibility());
  const at = document.activeElement.closest("[tabindex='-1']");
  let next = seen.indexOf(at) + by;
  if (!seen.includes(at)) {
    const below = seen.findIndex((node) => node.getBoundingClientRect().top > 0);
    next = by > 0 ? below : below - 1;
  }
  if (seen[next]) land(seen[next]);
}
addEventListener("keydown", (event) => {
  if (!stories.length || event.ctrlKey || event.metaKey || event.altKey || help.open) return;
  if (event.key === "Escape") {
    search.value = "";
    for (const story of stories) story.clear();
    return;
  }
  if (!on.checked || event.target.closest("input, select, textarea")) return;
  const acts = { j: () => walk(1), k: () => walk(-1), "]": () => here().step(1), "[": () => here().step(-1),
    "/": () => search.focus(), "?": () => help.showModal() };
  if (Object.hasOwn(acts, event.key)) {
    event.preventDefault();
    acts[event.key]();
  }
});
follow();
})();
