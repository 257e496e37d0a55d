// The search box of every page. htmx brings results while somebody types, on the search page in its place, elsewhere in
// a list under the box. Here: the way through them by arrow keys, and closing the list. Without script the box is a form.
import "./keys.js";

const form = document.querySelector(".seek");
const box = document.getElementById("q");
const list = document.getElementById("finds");
let before = null;  // where the focus was when "/" brought it here

const results = () => document.getElementById("results") || list;
const hits = () => [...results().querySelectorAll("[data-hit]")].filter((link) => link.checkVisibility());
const open = () => list && !list.hidden;

function close() {
  if (list) list.hidden = true;
}

function leave() {
  close();
  if (before?.isConnected) before.focus(); else box.blur();
}

function move(event) {
  const all = hits();
  const at = all.indexOf(document.activeElement);
  if (event.target !== box && at < 0) return;
  const next = event.key === "ArrowDown" ? at + 1 : event.key === "ArrowUp" ? at - 1 : null;
  if (next === null || (at < 0 && next < 0)) return;
  event.preventDefault();
  if (next < 0) box.focus();
  else all[Math.min(next, all.length - 1)]?.focus();
}

// Before the keys of the page: a list of proposals has arrow keys of its own.
document.addEventListener("keydown", (event) => {
  if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
  const inside = form.contains(event.target) || results()?.contains(event.target);
  if (!inside) return;
  if (event.key === "Escape") {
    event.preventDefault();
    if (event.target !== box) box.focus();
    else if (open()) close();
    else leave();
  } else {
    move(event);
  }
}, true);

if (box) {
  box.addEventListener("focus", (event) => {
    if (event.relatedTarget && !form.contains(event.relatedTarget) && !results().contains(event.relatedTarget)) before = event.relatedTarget;
    if (list?.childElementCount && box.value.trim()) list.hidden = false;
  });
  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.target === list) list.hidden = !box.value.trim() || !form.contains(document.activeElement);
  });
  for (const name of ["focusin", "click"]) {
    document.addEventListener(name, (event) => {
      if (open() && !form.contains(event.target)) close();
    });
  }
}
