// Elements, words and places that the other parts use.
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

function land(node) {
  node.tabIndex = -1;
  node.scrollIntoView({ block: "center" });
  node.focus({ preventScroll: true });
}
