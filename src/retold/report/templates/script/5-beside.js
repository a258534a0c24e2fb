// Any two tellings of a story side by side, over them a map of the pair.
const HOW = ["word for word", "edited", "reworded"];
const HEIGHT = { verbatim: 1, edited: 4, rewritten: 7, "left-only": 10, "right-only": 10 };

function beside(story) {
  const { data, names } = story;
  const first = data.pairs.find((pair) => pair[4].length);
  if (names.length < 2 || !first) return;
  const place = section_beside(story.section);
  const choose = (at) => {
    const field = make("select", { onchange: draw }, ...names.map((name, one) => option(one, clip(name))));
    field.value = at;
    return field;
  };
  const parent = first[3] === 1 ? 1 : 0;
  const fields = [choose(first[parent]), choose(first[1 - parent])];
  const changes = make("input", { type: "checkbox", checked: true, onchange: draw });
  const out = make("div", { className: "any" });
  function draw() {
    const [base, other] = fields.map((field) => Number(field.value));
    const found = found_rows(story, base, other);
    if (!found) {
      out.replaceChildren(make("p", { className: "dim" }, base === other
        ? "Choose two different tellings." : "No corresponding sentences are listed for these two."));
      return;
    }
    const show = (at) => {
      changes.checked = changes.checked && found.rows[at].kind !== "verbatim";
      draw();
      land(document.getElementById(row_id(story, at)));
    };
    out.replaceChildren(map_of(found.rows, show), make("div", { className: "scroll", tabIndex: 0,
      role: "group", "aria-label": "Side by side" }, table_of(story, found, changes.checked)));
  }
  const exchange = make("button", { type: "button", onclick: () => {
    [fields[0].value, fields[1].value] = [fields[1].value, fields[0].value];
    draw();
  } }, "exchange");
  place.querySelector("p").after(make("p", { className: "ask" }, labelled("Base", fields[0]),
    labelled("against", fields[1]), exchange, make("label", {}, changes, " only changes")), out);
  // Many stories open at once: each is laid out when it is about to be seen.
  new IntersectionObserver((seen, eye) => {
    if (!seen.some((one) => one.isIntersecting)) return;
    eye.disconnect();
    if (!out.firstChild) draw();
  }, { rootMargin: "900px" }).observe(place);
}

// The part of the page for it; made where no pair of the tree has one.
function section_beside(section) {
  const place = section.querySelector(`[id="${section.id}-sides"]`);
  if (place) return place;
  const later = section.querySelector(`[id="${section.id}-rebuilt"], [id="${section.id}-texts"]`);
  const made = make("section", { id: section.id + "-sides" },
    make(later.firstElementChild.tagName, {}, "Side by side"), make("p"));
  later.before(made);
  return made;
}

const row_id = (story, at) => `any-${story.number}-${at}`;

// The rows of two tellings, and whether the base is known to be the parent.
function found_rows(story, base, other) {
  const pair = story.data.pairs.find(([left, right]) => base !== other
    && [left, right].includes(base) && [left, right].includes(other));
  if (!pair || !pair[4].length) return null;
  const links = pair[4].map(([kind, left, right]) =>
    (pair[0] === base ? { kind, left, right } : { kind, left: right, right: left }));
  const rows = aligned(links, story.body(base), story.body(other));
  return { base, other, rows, directed: pair[3] >= 0 && pair[pair[3]] === base };
}

// For each row that moved, the row before it on the left; undefined where it opens that.
function led_back(rows) {
  const order = rows.map((row, at) => [row.kind === "left-only" ? row.begin : row.onLeft, at])
    .filter(([begin]) => begin !== undefined).sort((one, two) => one[0] - two[0]).map(([, at]) => at);
  return new Map(order.map((at, place) => [at, order[place - 1]]).filter(([at]) => rows[at].moved));
}

function table_of(story, found, changes) {
  const before = led_back(found.rows), named = new Set([...before.keys(), ...before.values()]);
  const lines = [];
  let kept = 0;
  const flush = () => {
    if (kept) lines.push(make("tr", { className: "r-verbatim" }, make("th", { scope: "row" }, HOW[0]),
      make("td", { colSpan: 2 }, count(kept, "sentence") + " not shown")));
    kept = 0;
  };
  found.rows.forEach((row, at) => {
    if (changes && row.kind === "verbatim" && !named.has(at)) { kept += 1; return; }
    flush();
    lines.push(line_of(story, found, at, before.get(at)));
  });
  flush();
  const heads = ["How", story.names[found.base], story.names[found.other]];
  return make("table", { className: "sides" },
    make("thead", {}, make("tr", {}, ...heads.map((text) => make("th", { scope: "col" }, text)))),
    make("tbody", {}, ...lines));
}

function line_of(story, { base, other, rows, directed }, at, before) {
  const row = rows[at], telling = row.kind === "left-only" ? base : other;
  const lone = { "left-only": directed ? "dropped" : "only left", "right-only": directed ? "added" : "only right" };
  const sentence = `#s-${story.data.tellings[telling]}-${story.body(telling).cited(row.begin)}`;
  const head = make("th", { scope: "row" }, make("a", { href: sentence }, lone[row.kind] || HOW[row.degree]));
  if (row.moved)
    head.append(make("span", { className: "moved" }, before === undefined ? "moved from the top" : "moved: left, ",
      before === undefined ? "" : make("a", { href: "#" + row_id(story, before) }, "after this")));
  const [left, right] = row.kind in lone ? [[row.left ?? ""], [row.right ?? ""]]
    : differing(row.left, row.right, row.degree);
  const lang = story.details[other].querySelector(".text").lang;
  return make("tr", { className: "r-" + row.kind, id: row_id(story, at), lang }, head,
    cell(left, directed ? "del" : "mark"), cell(right, directed ? "ins" : "mark"));
}

function map_of(rows, show) {
  const draw = (tag, facts) => {
    const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, fact] of Object.entries(facts)) node.setAttribute(name, fact);
    return node;
  };
  const wide = rows.map((row) => (row.right ?? row.left).length || 1);
  const total = wide.reduce((sum, one) => sum + one, 0);
  const svg = draw("svg", { class: "map", viewBox: `0 0 ${total} 10`, preserveAspectRatio: "none", "aria-hidden": "true" });
  let x = 0;
  rows.forEach((row, at) => {
    const height = HEIGHT[row.kind];
    const bar = draw("rect", { class: "m-" + row.kind, x, y: 10 - height, width: wide[at], height });
    bar.addEventListener("click", () => show(at));
    svg.append(bar);
    x += wide[at];
  });
  return svg;
}
