// Choosing words of the article by keys: the arrows go from word to word and line to line, with Shift they take more.
// What is chosen is the browser's own selection, so whatever listens to that hears of it.
import { rangeOf, selectedSpan } from "./offsets.js";

const art = () => document.getElementById("art");
const cut = new WeakMap();
const POINTS = /[\ud800-\udbff][\udc00-\udfff]/g;

// [start, end] of every word, in the article's own offsets.
function words() {
  const root = art();
  if (!cut.has(root)) {
    const found = [];
    let at = 0;
    for (const { segment, isWordLike } of new Intl.Segmenter("en", { granularity: "word" }).segment(root.textContent)) {
      const length = segment.length - (segment.match(POINTS) || []).length;
      if (isWordLike) found.push([at, at + length]);
      at += length;
    }
    cut.set(root, found);
  }
  return cut.get(root);
}

let now = null;

const box = (at) => rangeOf(...words()[at]).getBoundingClientRect();

function firstSeen() {
  const lit = [...document.querySelectorAll("#art .lit")][0];
  const from = lit ? lit.getBoundingClientRect().top : 0;
  let low = 0, high = words().length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (box(middle).bottom > from + 1) high = middle;
    else low = middle + 1;
  }
  return low;
}

// Where the selection stands: {anchor, focus}, numbers of words.
function standing() {
  const span = selectedSpan();
  if (!span) return null;
  const all = words();
  const first = all.findIndex(([, end]) => end > span[0]);
  const after = all.findIndex(([start]) => start >= span[1]);
  const last = (after < 0 ? all.length : after) - 1;
  return first < 0 || last < first ? null : { anchor: first, focus: last };
}

function select(anchor, focus) {
  const all = words();
  now.anchor = anchor;
  now.focus = focus;
  const range = rangeOf(all[Math.min(anchor, focus)][0], all[Math.max(anchor, focus)][1]);
  const selection = getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
  const seen = box(focus);
  if (seen.top < 60 || seen.bottom > innerHeight - 60) rangeOf(...all[focus]).startContainer.parentElement.scrollIntoView({ block: "nearest" });
  if (box(focus).top < 0 || box(focus).bottom > innerHeight) scrollBy(0, box(focus).top - innerHeight / 2);
  now.say(range.toString().trim());
}

// The word above or below: on the next line, nearest to where this one stands.
function onLine(from, by) {
  const here = box(from);
  let best = from, line = null;
  for (let at = from + by; at >= 0 && at < words().length; at += by) {
    const there = box(at);
    if (Math.abs(there.top - here.top) < here.height / 2) continue;
    if (line === null) line = there.top;
    if (Math.abs(there.top - line) > here.height / 2) break;
    if (best === from || Math.abs(there.left - here.left) < Math.abs(box(best).left - here.left)) best = at;
  }
  return best;
}

function moved(key, from) {
  const last = words().length - 1;
  switch (key) {
    case "ArrowRight": return Math.min(last, from + 1);
    case "ArrowLeft": return Math.max(0, from - 1);
    case "ArrowDown": return onLine(from, 1);
    case "ArrowUp": return onLine(from, -1);
    case "Home": return 0;
    case "End": return last;
    default: return null;
  }
}

function finish(how) {
  const { done, left } = now;
  now = null;
  art().removeEventListener("keydown", key);
  if (how && done) done();
  else left();
}

function key(event) {
  if (!now || event.ctrlKey || event.altKey || event.metaKey) return;
  const to = moved(event.key, now.focus);
  if (to !== null) select(event.shiftKey ? now.anchor : to, to);
  else if (event.key === "Enter" && now.done) finish(true);
  else if (event.key === "Escape") finish(false);
  else return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

// ``done`` is called once Enter takes the words (null: Enter is left to the page), ``left`` when Escape goes back.
export function startChoosing({ say, done, left }) {
  if (!words().length) return;
  const root = art();
  const stands = standing();
  now = { say, done, left, anchor: 0, focus: 0 };
  if (!root.hasAttribute("tabindex")) root.tabIndex = -1;
  root.focus({ preventScroll: true });
  root.removeEventListener("keydown", key);
  root.addEventListener("keydown", key);
  const first = stands ? null : firstSeen();
  select(stands ? stands.anchor : first, stands ? stands.focus : first);
  say(`Arrow keys choose words, Shift takes more${done ? ", Enter puts them in" : ""}, Escape goes back. ${getSelection().toString()}`);
}
