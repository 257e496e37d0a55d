// The reading pane: evidence of the chosen proposal, the words of a field, which proposals use the words pointed at,
// the numbers in the margin, and which marks are shown. What is lit at first, the server has lit.
import { paint, spansIn } from "./offsets.js";

const KEPT = "marks-off";
const art = () => document.getElementById("art");

// ---- which elements of the text belong to which proposal, looked up once a text

const indexes = new WeakMap();

function index() {
  const root = art();
  if (!root) return new Map();
  if (!indexes.has(root)) {
    const found = new Map();
    for (const element of root.querySelectorAll("[data-r]")) {
      for (const report of element.dataset.r.split(" ")) {
        if (!found.has(report)) found.set(report, []);
        found.get(report).push(element);
      }
    }
    indexes.set(root, found);
  }
  return indexes.get(root);
}

let lit = null;

// Lights the evidence of a proposal (null: of none), and gives the first of its words.
export function light(report) {
  const old = lit === null ? art()?.querySelectorAll(".lit, .note.on") || [] : index().get(lit) || [];
  for (const element of old) element.classList.remove("lit", "on");
  lit = report;
  const words = index().get(report) || [];
  for (const element of words) element.classList.add(element.matches(".note") ? "on" : "lit");
  return words.find((element) => !element.matches(".note")) || null;
}

export function show(element) {
  const box = element.getBoundingClientRect();
  const pane = art().parentElement.getBoundingClientRect();
  const sheet = document.getElementById("props").getBoundingClientRect();
  const stacked = sheet.left < pane.right - 1;
  const bottom = Math.min(innerHeight, pane.bottom, stacked ? sheet.top : innerHeight);
  if (box.top < Math.max(0, pane.top) + 24 || box.bottom > bottom - 48) element.scrollIntoView({ block: "center" });
}

// Scrolls the list, and only the list, until an item shows between its head and its tools; a tall one from its top.
export function reveal(item) {
  const list = document.getElementById("props");
  const room = list.getBoundingClientRect(), box = item.getBoundingClientRect();
  const top = room.top + (list.querySelector(".top")?.offsetHeight || 0) + 4;
  const bottom = room.bottom - (list.querySelector(".tools")?.offsetHeight || 0) - 4;
  if (box.top < top || box.height > bottom - top) list.scrollTop += box.top - top;
  else if (box.bottom > bottom) list.scrollTop += box.bottom - bottom;
}

// ---- the words of a field

function warm(event) {
  const field = event.target.closest(".prop.on [data-at]");
  paint("hot", field ? spansIn(field.dataset.at) : []);
}

for (const name of ["mouseover", "focusin"]) document.addEventListener(name, warm);

// ---- which proposals use the words that are pointed at, or whose number has the focus

function near(event) {
  const words = event.target.closest("#art [data-r]");
  const wanted = new Set(words ? words.dataset.r.split(" ") : []);
  for (const row of document.querySelectorAll(".prop.near")) row.classList.toggle("near", wanted.has(row.dataset.report));
  let first = null;
  for (const report of wanted) {
    const row = document.getElementById(`p${report}`);
    if (!row) continue;
    row.classList.add("near");
    first = first || row;
  }
  if (first && event.type === "focusin") reveal(first);
}

for (const name of ["mouseover", "focusin"]) document.addEventListener(name, near);

// The proposal that a press on some words chooses: of several that use them, the one after the chosen.
export function wordsPressed(target) {
  const words = target.closest("#art [data-r]");
  if (!words || (!words.matches(".note") && !getSelection().isCollapsed)) return null;
  const all = words.dataset.r.split(" ");
  return all[(all.indexOf(lit) + 1) % all.length];
}

// ---- words that may have been missed, one after the other

let at = -1;

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-missed]");
  if (!button) return;
  const all = [...art().querySelectorAll(".missed")];
  at = (at + 1) % all.length;
  getSelection().selectAllChildren(all[at]);  // selected, so that adding a contact starts from them
  show(all[at]);
  document.getElementById("said").textContent = `${at + 1} of ${all.length}: ${all[at].textContent}`;
});

// ---- numbers in the margin, beside each other where several begin on one line

export function arrange() {
  const notes = [...document.querySelectorAll("#art .note")];
  for (const note of notes) note.style.translate = "";
  if (!notes.length || getComputedStyle(notes[0]).position !== "absolute") return;
  const tops = notes.map((note) => note.offsetTop);
  let line = -Infinity, before = 0;
  notes.forEach((note, number) => {
    if (Math.abs(tops[number] - line) < 12) before += 1;
    else [line, before] = [tops[number], 0];
    if (before) note.style.translate = `${-1.4 * before}rem`;
  });
}

addEventListener("resize", arrange);
document.fonts?.ready.then(arrange);

// ---- which marks are shown


function kept() {
  try { return JSON.parse(localStorage.getItem(KEPT)); } catch { return null; }
}

export function recall() {
  const off = kept();
  for (const box of document.querySelectorAll(".marks input")) {
    if (Array.isArray(off)) box.checked = !off.includes(box.id);
  }
}

document.addEventListener("change", (event) => {
  if (!event.target.closest(".marks")) return;
  const off = [...document.querySelectorAll(".marks input:not(:checked)")].map((box) => box.id);
  try { localStorage.setItem(KEPT, JSON.stringify(off)); } catch { /* this page only */ }
});
recall();
