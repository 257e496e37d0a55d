// The review page: choosing a proposal, deciding, and going on. The server decides and draws; this asks it and puts the
// focus where the work goes on. Without it every link and button still works as a page.
import { controlOf } from "./keys.js";
import { arrange, light, recall, reveal, show, wordsPressed } from "./marks.js";
import { stand } from "./words.js";

const row = (report) => document.getElementById(`p${report}`);
const rows = () => [...document.querySelectorAll("#props .prop")];
const chosen = () => document.querySelector(".prop.on");
const say = (words) => { document.getElementById("said").textContent = words; };

// ---- what can be done with each: sent with the chosen proposal only, made here for the others

const WANTED = { proposed: ["accept", "reject", "correct"], rejected: ["undo"], accepted: ["correct", "undo"], corrected: ["correct", "undo"] };

function equip(item) {
  const pattern = document.getElementById("acts");
  if (!pattern || item.querySelector(".acts, form.edit")) return;
  const state = Object.keys(WANTED).find((name) => item.classList.contains(name));
  const acts = pattern.content.cloneNode(true).firstElementChild;
  const number = item.querySelector(".num").textContent;
  for (const control of [...acts.children]) {
    const name = control.matches("a") ? "href" : "formaction";
    const path = control.getAttribute(name);
    if (!state || !WANTED[state].some((act) => path.endsWith(`/${act}/`))) { control.remove(); continue; }
    control.setAttribute(name, path.replace("/0/", `/${item.dataset.report}/`));
    control.setAttribute("aria-label", control.getAttribute("aria-label").replace(/0$/, number));
    if (control.value !== undefined) control.value = item.dataset.version;
  }
  item.querySelector(".what").after(acts);
}

function equipAll(root) {
  if (root.matches?.(".prop")) equip(root);
  for (const item of root.querySelectorAll?.(".prop") || []) equip(item);
}

document.addEventListener("htmx:load", (event) => equipAll(event.target));

// ---- choosing

let asked = null;
let early = "";  // a key that was pressed before its control came with the details

const lacksDetails = (item) => item?.querySelector(".more")?.childElementCount === 0;

// Details are drawn for the chosen proposal only, and asked for once the choice rests.
function fill(item) {
  clearTimeout(asked);
  early = "";
  if (!lacksDetails(item)) return;
  const more = item.querySelector(".more");
  asked = setTimeout(() => {
    if (!item.isConnected || !item.classList.contains("on")) return;
    htmx.ajax("GET", item.parentElement.dataset.details.replace("/0/", `/${item.dataset.report}/`), { source: more, target: more, swap: "innerHTML" })
      .then(() => { reveal(item); if (item === chosen()) pressEarly(); });
  }, 60);
}

function pressEarly() {
  const key = early;
  early = "";
  if (key) controlOf(key)?.click();
}

document.addEventListener("nocontrol", (event) => { if (lacksDetails(chosen())) early = event.detail; });

export function choose(item, { focus = true, scroll = true } = {}) {
  const old = chosen();
  if (old && old !== item) {
    old.classList.remove("on");
    old.querySelector(".asks")?.remove();
    old.querySelector("a.choose")?.removeAttribute("aria-current");
  }
  item.classList.add("on");
  const link = item.querySelector("a.choose");
  link?.setAttribute("aria-current", "true");
  const words = light(item.dataset.report);
  stand(item.dataset.report);
  history.replaceState(null, "", `${location.pathname}?report=${item.dataset.report}`);
  if (focus) (link || item.querySelector("input:not([type=hidden])"))?.focus({ preventScroll: true });
  reveal(item);
  if (words && scroll) show(words);
  fill(item);
}

document.addEventListener("left", () => { if (chosen()) choose(chosen()); });

function step(by) {
  const all = rows();
  if (!all.length) return;
  const at = all.indexOf(chosen());
  const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by;
  if (all[next]) choose(all[next]);
  else say(by > 0 ? "That was the last proposal." : "That was the first proposal.");
}

// The next proposal that waits for somebody, after one or from the start; null where none does.
function waiting(after) {
  const open = [...document.querySelectorAll(".prop.proposed")];
  return open.find((item) => after.compareDocumentPosition(item) & Node.DOCUMENT_POSITION_FOLLOWING) || open[0] || null;
}

// ---- deciding

let sending = false;

async function send(form, button) {
  if (sending) return;  // what is pressed meanwhile was meant for what was on the page before
  const values = Object.fromEntries(new FormData(form, button));
  const item = form.closest(".prop");
  if (item) values.version = item.dataset.version;
  // Accepting all that remain is about what is on the page now, and not about what was when it was drawn.
  if ("seen" in values) {
    values.seen = [...document.querySelectorAll(".prop.proposed")].map((one) => `${one.dataset.report}:${one.dataset.version}`).join(" ");
  }
  const path = button?.getAttribute("formaction") || form.getAttribute("action");
  sending = true;
  try {
    await htmx.ajax("POST", path, { source: form, target: "#said", swap: "none", values });
  } finally {
    sending = false;
  }
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.id !== "act" && !form.hasAttribute("data-act")) return;
  event.preventDefault();
  const button = event.submitter;
  if (button?.dataset.key === "r" && form.id === "act") ask(button.closest(".prop"), button.getAttribute("formaction"));
  else send(form, button);
});

function ask(item, action) {
  if (item.querySelector(".asks")) return;
  choose(item, { focus: false });
  const asks = document.createElement("div");
  asks.className = "asks";
  asks.append(document.getElementById("why").content.cloneNode(true));
  asks.querySelector("form").setAttribute("action", action);
  item.querySelector(".acts").after(asks);
  asks.querySelector("button").focus({ preventScroll: true });
  reveal(asks);
}

// What the server says of a decision, once its rows are in place.
document.addEventListener("decided", (event) => {
  const { rows: changed, whole, desk, problem } = event.detail;
  if (whole) {
    const told = document.querySelector("#toast .toast");  // what was done, and the way back, stay in sight
    htmx.ajax("GET", location.pathname, { target: desk ? "#main" : "#props", swap: "innerHTML" }).then(() => {
      if (told) document.getElementById("toast").replaceChildren(told);
      goOn(desk ? changed.map(row).find(Boolean) || null : null);
    });
    return;
  }
  const first = changed.map(row).find(Boolean);
  if (!first) return;
  if (problem || first.classList.contains("proposed")) choose(first);
  else stayOrGoOn(first);
});

// Whoever has another proposal chosen (by now, or decided by mouse on one that was not) stays there.
function stayOrGoOn(from) {
  const item = chosen();
  if (!item) goOn(from);
  else if (document.activeElement === document.body) item.querySelector("a.choose")?.focus({ preventScroll: true });
}

// On to what still waits; where nothing does, to the button that closes the article.
function goOn(from) {
  const next = from ? waiting(from) : document.querySelector(".prop.proposed");
  if (next) {
    choose(next);
    return;
  }
  if (from) choose(from, { scroll: false, focus: false });
  document.getElementById("done")?.focus();
}

function goTo(item) {
  (item?.querySelector("a.choose") || document.getElementById("props"))?.focus({ preventScroll: true });
}

// ---- the list as a sheet below the text, where both have no room beside each other

const sheet = () => document.querySelector("[data-sheet]");

function raise(tall) {
  document.getElementById("props").classList.toggle("tall", tall);
  sheet()?.setAttribute("aria-expanded", String(tall));
  const item = chosen();
  if (item && tall) reveal(item);
}

const lower = () => raise(false);

// ---- presses

document.addEventListener("click", (event) => {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
  const target = event.target;
  const link = target.closest(".prop a.choose");
  const words = target.closest("#art") && wordsPressed(target);
  const swap = target.closest("a[data-swap]");
  const steps = target.closest("[data-step]");
  const closes = target.closest("[data-close]");
  if (target.closest("[data-sheet]")) raise(!document.getElementById("props").classList.contains("tall"));
  if (link || words) {
    event.preventDefault();
    const item = link ? link.closest(".prop") : row(words);
    if (item) choose(item, { scroll: Boolean(link) });
    if (link && item) lower();
  } else if (swap) {
    event.preventDefault();
    const item = swap.closest(".prop");
    choose(item, { focus: false });
    htmx.ajax("GET", swap.href, { source: item, target: item, swap: "outerHTML" });
  } else if (steps) {
    step(Number(steps.dataset.step));
  } else if (closes?.dataset.close === "why") {
    const item = closes.closest(".prop");
    closes.closest(".asks").remove();
    item.querySelector("a.choose").focus({ preventScroll: true });
  } else if (closes?.dataset.close === "toast") {
    closes.closest(".toast").remove();
  }
});

// A form that was opened or sent back takes the focus: its first wrong field, else its first field.
document.addEventListener("htmx:afterSettle", (event) => {
  const form = event.target.querySelector?.("form.edit");  // a new one, and not one in which something was redrawn
  if (event.target.id === "main" || event.target.id === "props") { recall(); arrange(); stand(chosen()?.dataset.report); }
  // What had the focus was drawn anew (a form that was left, an article that has been read): on at the chosen proposal.
  const drawn = event.target.id === "main" || document.getElementById("props")?.contains(event.target);
  if (drawn && !form && document.activeElement === document.body) goTo(chosen());
  if (!form || form.contains(document.activeElement)) return;
  light(form.closest(".prop").dataset.report);
  (form.querySelector("[aria-invalid]") || form.querySelector("input:not([type=hidden])"))?.focus();
});

// htmx gives the new element of an id the attributes of the old one first, and the CSP forbids to set a style so.
document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.target?.id !== "main") return;
  for (const note of document.querySelectorAll("#art .note[style]")) note.removeAttribute("style");
});

// ---- at first

equipAll(document);
arrange();
const first = chosen();
if (first) {
  const named = new URLSearchParams(location.search).has("report");
  const free = document.activeElement === document.body;
  choose(first, { focus: free, scroll: named || !location.hash });
} else {
  stand(null);
  if (document.activeElement === document.body) document.getElementById("props").focus({ preventScroll: true });
}
