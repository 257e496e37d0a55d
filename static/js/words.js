// The words that proposals use, reached by keys. The text is one tab stop: the arrows left and right go from one passage
// to the next, Home and End to the first and the last, Enter chooses the proposal, Escape goes back to the list.
// A passage are words beside each other that the same proposals use. Its first element carries the stop.

const art = () => document.getElementById("art");
const found = new WeakMap();

// [[element, ...], ...] in the order of the text.
function passages() {
  const root = art();
  if (!root) return [];
  if (!found.has(root)) {
    const all = [];
    let before = null;
    for (const element of root.querySelectorAll("mark[data-r]")) {
      let beside = element.previousSibling;
      while (beside?.matches?.(".note")) beside = beside.previousSibling;
      if (before && beside === before && before.dataset.r === element.dataset.r) all.at(-1).push(element);
      else all.push([element]);
      before = element;
    }
    found.set(root, all);
  }
  return found.get(root);
}

const stop = () => art()?.querySelector("mark[tabindex]");
const at = (element) => passages().findIndex((passage) => passage[0] === element);

function unmark() {
  for (const element of art()?.querySelectorAll(".at") || []) element.classList.remove("at");
}

function move(passage) {
  const old = stop();
  if (old !== passage[0]) {
    old?.removeAttribute("tabindex");
    old?.removeAttribute("role");
    passage[0].tabIndex = 0;
    passage[0].setAttribute("role", "button");
  }
}

// The stop stands where the chosen proposal's words begin (null: at the first of all), unless the focus is in the text.
export function stand(report) {
  const all = passages();
  // Numbers in the margin are pressed and pointed at; to a keyboard the words themselves lead to the proposals.
  if (all.length) for (const note of art().querySelectorAll(".note:not([tabindex])")) note.tabIndex = -1;
  if (!all.length || art().contains(document.activeElement)) return;
  move(all.find(([first]) => report && first.dataset.r.split(" ").includes(report)) || all[0]);
}

function say(passage) {
  const users = passage[0].dataset.r.split(" ").map((report) => document.getElementById(`p${report}`)).filter(Boolean);
  const told = users.map((row) => `${row.querySelector(".num").textContent}, ${row.querySelector("h3").textContent.trim()}`);
  document.getElementById("said").textContent = `Used by proposal ${told.join(", and by ")}`;
}

document.addEventListener("focusin", (event) => {
  unmark();
  const passage = passages()[at(event.target)];
  if (!passage) return;
  for (const element of passage) element.classList.add("at");
  say(passage);
});

const STEPS = { ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity };

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
  const all = passages();
  const here = event.target.matches?.("#art mark[tabindex]") ? at(event.target) : -1;
  if (here < 0) return;
  if (event.key in STEPS) {
    const next = all[Math.max(0, Math.min(all.length - 1, here + STEPS[event.key]))];
    move(next);
    next[0].focus();
  } else if (event.key === "Enter" || event.key === " ") event.target.click();
  else if (event.key === "Escape") document.querySelector(".prop.on a.choose")?.focus();
  else return;
  event.preventDefault();
});
