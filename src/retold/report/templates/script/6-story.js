// A story: its rows by telling, status, speaker, code and words; its numbers without some tellings.
const NOTHING = { only: null, words: "", status: "", speaker: "", code: "" };

function rows_of(section) {
  return all("[data-t]", section).map((node) => ({
    node,
    tellings: node.dataset.t.split(" ").map(Number),
    statuses: (node.dataset.s || "").split(" ").filter(Boolean),
    speaker: node.dataset.p,
    code: node.parentElement.dataset.c,
  }));
}

const shows = (row, asked) => (asked.only === null || row.tellings.includes(asked.only))
  && (!asked.words || (row.words ??= row.node.textContent.toLowerCase()).includes(asked.words))
  && (!asked.status || !row.statuses.length || row.statuses.includes(asked.status))
  && (!asked.speaker || !row.statuses.length || row.speaker === asked.speaker)
  && (!asked.code || !row.code || row.code === asked.code);

// The heading of a list of one code.
function head_of(list) {
  let head = list;
  while (!/^H\d$/.test(head.tagName)) head = head.previousElementSibling;
  return head;
}

// A list without a row left goes with its heading and what stands between.
function hide_empty(section) {
  for (const list of all("[data-c]", section)) {
    const none = !list.querySelector(":scope > li:not([hidden])"), head = head_of(list);
    for (let node = list; node !== head.previousElementSibling; node = node.previousElementSibling)
      node.hidden = none;
  }
}

function tell(section, number) {
  const data = JSON.parse(section.querySelector(":scope > script").textContent);
  const details = all(":scope > section > details.telling", section);
  const names = details.map((one) => one.querySelector("summary b").textContent);
  const bodies = new Map();
  const body = (one) => bodies.get(one) || bodies.set(one, body_of(details[one])).get(one);
  const rows = rows_of(section), asked = { ...NOTHING };
  const bar = make("p", { className: "bar", hidden: true, role: "status" });
  section.append(bar);

  function apply(changed) {
    Object.assign(asked, changed);
    for (const row of rows) row.node.hidden = !shows(row, asked);
    hide_empty(section);
    if (asked.words || asked.status || asked.speaker || asked.code)
      for (const fold of all("details:not(.telling, .pair)", section))
        if (fold.querySelector("[data-t]:not([hidden])")) fold.open = true;
    for (const link of all("[data-only]", section))
      if (Number(link.dataset.only) === asked.only) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    say();
  }
  function say() {
    const shown = rows.filter((row) => !row.node.hidden).length, { only } = asked;
    bar.hidden = shown === rows.length && only === null;
    bar.replaceChildren(only === null ? "" : make("b", {}, names[only]),
      ` ${shown} of ${count(rows.length, "row")} shown. `,
      only === null ? "" : make("a", { href: "#" + details[only].id }, "its text"), " ",
      make("button", { type: "button", onclick: clear }, "show all"));
  }
  function clear() {
    for (const field of all("select[data-ask]", section)) field.value = "";
    apply(NOTHING);
  }
  const only = (one) => apply({ only: asked.only === one ? null : one });
  const step = (by) => {
    const next = (asked.only ?? (by > 0 ? -1 : names.length)) + by;
    apply({ only: names[next] === undefined ? null : next });
  };
  const story = { section, number, data, details, names, body, rows, apply, clear, only, step };
  for (const part of [picking, filters, counting, beside]) part(story);
  return story;
}

// One click on a telling, in the picture or the list, leaves its rows; with a key held it is a link.
function picking({ section, only }) {
  for (const link of all("[data-only]", section))
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
      event.preventDefault();
      only(Number(link.dataset.only));
    });
}

function filters({ section, rows, apply }) {
  const chooser = (name, text, options) => labelled(text, make("select",
    { "data-ask": name, onchange: (event) => apply({ [name]: event.target.value }) },
    option("", "all"), ...options));
  const put = (part, ...fields) => part.querySelector("p").after(make("p", { className: "ask" }, ...fields));
  const quotes = section.querySelector("[data-filter=quotes]");
  if (quotes) {
    const statuses = [...new Set(rows.flatMap((row) => row.statuses))].sort();
    const speakers = new Map(rows.filter((row) => row.speaker !== undefined)
      .map((row) => [row.speaker, row.node.querySelector("small bdi").textContent]));
    const spoken = [...speakers].sort((one, other) => one[0] - other[0]);
    put(quotes, chooser("status", "Status", statuses.map((one) => option(one, one))),
      chooser("speaker", "Speaker", spoken.map(([at, name]) => option(at, clip(name, 40)))));
  }
  const changes = section.querySelector("[data-filter=changes]");
  if (changes) {
    const codes = new Map(all("[data-c]", changes).map((list) => {
      const [code, name] = head_of(list).childNodes;
      return [list.dataset.c, `${code.textContent} ${name.textContent.trim()}`];
    }));
    put(changes, chooser("code", "Code", [...codes].sort().map(([code, text]) => option(code, text))));
  }
}

const range = (least, most) => (least < most ? `${least}–${most}` : String(least));

function counting({ section, data, names }) {
  const place = section.querySelector(".origins");
  if (!place || !data.every || names.length < 2) return;
  const said = make("p", { role: "status", className: "dim" });
  const shown = [...all(":scope > .numbers dd", section), section.querySelector(":scope > .verdict")];
  const written = shown.map((node) => [...node.childNodes]);
  const boxes = names.map(() => make("input", { type: "checkbox", checked: true, onchange: recounted }));
  function recounted() {
    const kept = [...names.keys()].filter((one) => boxes[one].checked);
    if (kept.length === names.length) {
      shown.forEach((node, at) => node.replaceChildren(...written[at]));
      said.textContent = "";
      return;
    }
    const now = recount(data, kept);
    const origins = now.least < now.most ? `at least ${now.least}, at most ${now.most} origins`
      : count(now.least, "origin");
    said.textContent = `Without ${names.length - kept.length}: ${count(now.tellings, "telling")}, `
      + `${origins}, ${count(now.primaries, "primary source")}, counted from the pairs that are left.`;
    const numbers = [now.tellings, range(now.least, now.most), now.primaries, said.textContent];
    shown.forEach((node, at) => node.replaceChildren(String(numbers[at])));
  }
  place.after(make("details", { className: "without" },
    make("summary", {}, "Leave tellings out and count again"),
    make("p", { className: "ask" }, ...names.map((name, at) =>
      make("label", {}, boxes[at], " " + clip(name)))), said));
}
