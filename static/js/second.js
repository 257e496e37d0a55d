// A second opinion by keys: choosing one proposal, or one difference, after the other. Everything is decided by the forms
// of the page; this only says which of them a key presses, and lights the words of the chosen one.
import "./keys.js";
import { paint, rangeOf, spansIn } from "./offsets.js";

const items = [...document.querySelectorAll(".prop, .turn")];

function choose(item) {
  for (const one of items) one.classList.toggle("on", one === item);
  item.focus({ preventScroll: true });
  item.scrollIntoView({ block: "nearest" });
  const spans = spansIn(item.dataset.at);
  paint("shown", spans);
  const words = spans.length ? rangeOf(...spans[0]) : null;
  if (words) show(words);
}

// Scrolls the text, in a pane of its own or with the page, until the words are in sight.
function show(words) {
  const pane = document.querySelector(".text"), list = document.querySelector(".props").getBoundingClientRect();
  const box = words.getBoundingClientRect(), room = pane.getBoundingClientRect();
  const own = getComputedStyle(pane).overflowY === "auto";
  const top = own ? room.top : 0, bottom = own ? room.bottom : list.left < room.right - 1 ? list.top : innerHeight;
  if (box.top < top + 24 || box.bottom > bottom - 24) (own ? pane : window).scrollBy(0, box.top - top - (bottom - top) / 3);
}

function step(by) {
  const next = items[items.findIndex((one) => one.classList.contains("on")) + by];
  if (next) choose(next);
}

document.addEventListener("click", (event) => {
  const steps = event.target.closest("[data-step]");
  const item = event.target.closest(".prop, .turn");
  if (steps) step(Number(steps.dataset.step));
  else if (item && !event.target.closest("a, button")) choose(item);
});

// At first: what is open after the one that was decided last (the address names it), else the first that is open.
const last = items.findIndex((one) => `#${one.id}` === location.hash);
history.replaceState(null, "", location.pathname);  // or the browser would go on to that one
const open = items.filter((one) => !one.classList.contains("done"));
const first = open.find((one) => items.indexOf(one) > last) || open[0];
if (first) choose(first);
else document.querySelector("[data-last]")?.focus();
