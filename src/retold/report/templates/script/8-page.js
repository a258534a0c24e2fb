// What holds for the page: places in the address, paper, search, keys.
const stories = all("section.story").map(tell);
const seekers = [
  ...stories.map((story) => (words) => story.apply({ words })),
  ...all(".pile").map(facets),
];
const seek = (words) => { for (const one of seekers) one(words.toLowerCase()); };
const here = () => stories.filter(({ section }) =>
  section.getBoundingClientRect().top < innerHeight / 2).pop() || stories[0];

function follow() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  const story = stories.find(({ section }) => section.contains(target));
  if (story && target.closest("[hidden]")) story.clear();
  for (let node = target; node; node = node.parentElement) if (node.tagName === "DETAILS") node.open = true;
  target.scrollIntoView();
}
addEventListener("hashchange", follow);
document.addEventListener("click", (event) => {
  const sentence = event.target.closest(".text [id^=s-]");
  if (sentence && getSelection().isCollapsed) history.replaceState(null, "", "#" + sentence.id);
});

let closed = [];
addEventListener("beforeprint", () => {
  closed = all("details:not([open])");
  for (const fold of closed) fold.open = true;
});
addEventListener("afterprint", () => { for (const fold of closed) fold.open = false; });

const search = make("input", { type: "search", "aria-label": "Show only rows with these words",
  placeholder: "Find in rows", oninput: () => seek(search.value.trim()) });
const on = make("input", { type: "checkbox", checked: true });
const KEYS = [["j", "next row"], ["k", "row before"], ["]", "only the next telling"],
  ["[", "only the telling before"], ["/", "find in rows"], ["Esc", "show all again"], ["?", "these keys"]];
const help = make("dialog", { "aria-label": "Keys" }, make("h2", {}, "Keys"),
  make("dl", {}, ...KEYS.flatMap(([key, text]) => [make("dt", {}, make("kbd", {}, key)), make("dd", {}, text)])),
  make("p", {}, make("label", {}, on, " Keys act")),
  make("form", { method: "dialog" }, make("button", {}, "Close")));
if (stories.length) {
  document.querySelector(".top nav").append(search,
    make("button", { type: "button", onclick: () => help.showModal() }, "Keys"));
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

const ACTS = new Map(Object.entries({
  j: () => walk(1), k: () => walk(-1), "]": () => here().step(1), "[": () => here().step(-1),
  "/": () => search.focus(), "?": () => help.showModal(),
}));
addEventListener("keydown", (event) => {
  if (!stories.length || event.ctrlKey || event.metaKey || event.altKey || help.open) return;
  if (event.key === "Escape") {
    search.value = "";
    seek("");
    for (const story of stories) story.clear();
  } else if (on.checked && ACTS.has(event.key) && !event.target.closest("input, select, textarea")) {
    event.preventDefault();
    ACTS.get(event.key)();
  }
});
follow();
