// The page of a pair. Every link with data-go asks for the same page with other choices; it is fetched and put in place
// without a reload. The drawing adds arrow keys, a brush across the years, the wheel and two fingers: all of them end in
// such an address, so that it always says what is shown. Without this script the links are plain links.
import { attachDrawing } from "./pair_drawing.js";
import { savePng } from "./pair_png.js";

const shown = () => document.getElementById("shown");
let focusNext = "";

// One answer at a time: what is asked for meanwhile is asked for afterwards, and only the last of it. (htmx could let it
// wait as well, but would then put it in the place of something that is gone.)
let running = 0, waiting = null;

function go(query, from) {
  if (running) { waiting = [query, from]; return; }
  focusNext = from || "";
  htmx.ajax("GET", location.pathname + query, { source: "#answers", target: "#shown", swap: "outerHTML" });
}

document.addEventListener("htmx:beforeRequest", (event) => { if (event.detail.target.id === "shown") running += 1; });
document.addEventListener("htmx:afterRequest", (event) => {
  if (event.detail.target.id !== "shown") return;
  running = Math.max(0, running - 1);
  if (running || !waiting) return;
  const [query, from] = waiting;
  waiting = null;
  go(query, from);
});

document.addEventListener("click", (event) => {
  if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const link = event.target.closest("a[data-go]");
  const href = link && link.getAttribute("href");
  if (href && href.startsWith("?")) {
    event.preventDefault();
    go(href, link.id || (link.closest("#tl") ? "tl" : "shown"));
    return;
  }
  const button = event.target.closest("button");
  if (button && button.id === "print") print();
  if (button && button.id === "get-png") savePng(button, document.getElementById("get-svg").href);
});

// While an answer is on its way somebody may choose more: then it is not put in place, because it would take that back;
// the next request, which waits for it, asks for all. Letters that look for a name are no choice.
let moreChosen = false;
document.addEventListener("change", (event) => {
  if (event.target.type === "search") event.stopPropagation();
  else if (event.target.closest("#filters")) moreChosen = true;
}, true);
document.addEventListener("htmx:beforeRequest", (event) => {
  if (event.detail.elt.id === "filters") moreChosen = false;
});
document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.target.id === "shown" && moreChosen) event.detail.shouldSwap = false;
});

// A chip is taken out by Delete and Backspace as well.
document.addEventListener("keydown", (event) => {
  const chip = (event.key === "Delete" || event.key === "Backspace") && event.target.closest(".chips a");
  if (!chip) return;
  event.preventDefault();
  chip.click();
});

// What had the focus may be gone: then the next of its kind has it, never the top of the page.
document.addEventListener("htmx:afterSettle", (event) => {
  if (event.detail.target && event.detail.target.id !== "shown") return;
  attachDrawing(go);
  if (!focusNext) return;
  const again = focusNext === "tl" ? document.querySelector("#tl a[tabindex='0']") : document.getElementById(focusNext);
  const kin = focusNext.startsWith("z-") ? document.querySelector(".zoom a") : document.querySelector(".chips a");
  (again || kin || shown()).focus({ preventScroll: true });
  focusNext = "";
});

// Going on in the list: the first entry that came has the focus of the button that is gone.
document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.target.id !== "more") return;
  const last = document.querySelectorAll("#list .c").length;
  document.addEventListener("htmx:afterSettle", () => {
    const entry = document.querySelectorAll("#list .c")[last];
    if (entry) entry.focus({ preventScroll: true });
  }, { once: true });
});

attachDrawing(go);
