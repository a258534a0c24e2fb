// The pile: stories by facet.
function facets(table) {
  const rows = all("tbody tr", table), asked = {};
  let sought = "";
  const said = make("span", { role: "status", className: "dim" });
  const parts = (row, name) => row.dataset[name].split("|").filter(Boolean);
  const choose = (name) => {
    const values = [...new Set(rows.flatMap((row) => parts(row, name)))].sort();
    if (values.length < 2) return "";
    const field = make("select", { onchange: () => { asked[name] = field.value; apply(); } },
      option("", "all"), ...values.map((one) => option(one, clip(one, 40))));
    return labelled(name[0].toUpperCase() + name.slice(1), field);
  };
  function apply() {
    for (const row of rows)
      row.hidden = !row.textContent.toLowerCase().includes(sought)
        || Object.entries(asked).some(([name, value]) => value && !parts(row, name).includes(value));
    const shown = rows.filter((row) => !row.hidden).length;
    said.textContent = shown < rows.length ? `${shown} of ${rows.length}` : "";
  }
  table.before(make("p", { className: "ask pile-ask" }, ...["outlet", "kind", "month", "language"].map(choose), said));
  return (words) => { sought = words; apply(); };
}
