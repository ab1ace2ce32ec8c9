"use strict";
// Sorts and filters the matrix, and shows the passages of the verdict that was clicked. Builds no markup from text.
const byId = (id) => document.getElementById(id);

function show(group, anchor) {
  const report = byId("report");
  for (const node of report.querySelectorAll("[data-in]")) {
    const groups = node.dataset.in.split(" ");
    node.classList.toggle("on", groups.includes(group));
    node.classList.toggle("near", groups.includes(`${group}n`) && !groups.includes(group));
  }
  for (const node of report.querySelectorAll("[data-group]"))
    node.classList.toggle("on", node.dataset.group === group);
  const card = report.querySelector(`[data-group="${CSS.escape(group)}"]`);
  const passage = byId(anchor || `${group}-0`) || byId(`${group}-n0`);
  if (card && !anchor) card.scrollIntoView({ block: "nearest" });
  if (passage) passage.scrollIntoView({ block: "center" });
}

function follow() {
  const target = /^#r(\d+)-(e\d+)?$/.exec(location.hash);
  const drawer = byId("drawer");
  if (!drawer) {
    const card = /^#card-([ebf]\d+)$/.exec(location.hash);
    const passage = /^#(([ebf]\d+)-n?\d+)$/.exec(location.hash);
    if (card) show(card[1]);
    if (passage) show(passage[2], passage[1]);
    return;
  }
  const template = target && byId(`r${target[1]}`);
  if (!template) return;
  byId("report").replaceChildren(template.content.cloneNode(true));
  if (!drawer.open) drawer.showModal();
  drawer.scrollTop = 0;
  if (target[2]) show(target[2]);
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-jump], [data-show]");
  if (!link) return;
  event.preventDefault();
  if (link.dataset.show) show(link.dataset.show);
  else show(link.dataset.jump.split("-")[0], link.dataset.jump);
});
window.addEventListener("hashchange", follow);
if (byId("drawer")) {
  byId("close").addEventListener("click", () => byId("drawer").close());
  byId("drawer").addEventListener("close", () => history.replaceState(null, "", location.pathname + location.search));
}

for (const table of document.querySelectorAll("[data-sortable]")) {
  const body = table.tBodies[0];
  [...table.tHead.rows[0].cells].forEach((head, column) => {
    const value = (row) => {
      const cell = row.cells[column];
      return head.hasAttribute("data-number") ? Number(cell.dataset.v || cell.textContent) : cell.textContent;
    };
    const sort = () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const sign = down ? -1 : 1;
      const order = (a, b) => (typeof a === "number" ? a - b : a.localeCompare(b, "zh-CN"));
      body.append(...[...body.rows].sort((a, b) => sign * order(value(a), value(b))));
    };
    head.tabIndex = 0;
    head.addEventListener("click", sort);
    head.addEventListener("keydown", (event) => { if (event.key === "Enter") sort(); });
  });
}

function filter() {
  const words = byId("find").value.trim();
  const level = byId("level").value;
  let count = 0;
  for (const row of document.querySelectorAll(".matrix tbody tr")) {
    row.hidden = !(row.cells[1].textContent.includes(words) && (!level || row.dataset.level === level));
    count += row.hidden ? 0 : 1;
  }
  byId("shown").textContent = `显示${count}份`;
}
if (byId("find")) {
  byId("find").addEventListener("input", filter);
  byId("level").addEventListener("change", filter);
  byId("find").form.addEventListener("submit", (event) => event.preventDefault());
}
follow();
