// Places in the article as the server counts them. A stored offset counts code points, the browser counts UTF-16 units:
// this is the one place that converts. The text of #art is the stored text, character for character.

const known = new WeakMap();
const PAIR = /[\ud800-\udbff][\udc00-\udfff]/g;

const art = () => document.getElementById("art");
const points = (words) => words.length - (words.match(PAIR) || []).length;

function units(words, wanted) {
  let at = 0;
  for (let left = wanted; left > 0 && at < words.length; left -= 1) at += words.codePointAt(at) > 0xffff ? 2 : 1;
  return at;
}

// Every text node of the article with the offset at which it starts, in order.
function nodes() {
  const root = art();
  if (!root) return [];
  if (!known.has(root)) {
    const found = [];
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    let start = 0;
    while (walk.nextNode()) {
      const node = walk.currentNode;
      const length = points(node.data);
      found.push({ node, start, end: start + length, plain: length === node.data.length });
      start += length;
    }
    known.set(root, found);
  }
  return known.get(root);
}

// The node that holds an offset; of two that meet there, the one that ends (``before``) or the one that begins.
function holding(offset, before) {
  const all = nodes();
  let low = 0, high = all.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (all[middle].end > offset || (before && all[middle].end === offset)) high = middle;
    else low = middle + 1;
  }
  return all[low];
}

function place(offset, before) {
  const found = holding(offset, before);
  const inside = offset - found.start;
  return [found.node, found.plain ? inside : units(found.node.data, inside)];
}

// The Range of the words from start to end, or null where the article has none.
export function rangeOf(start, end) {
  const all = nodes();
  if (!all.length || start < 0 || start >= end || end > all[all.length - 1].end) return null;
  const range = document.createRange();
  range.setStart(...place(start, false));
  range.setEnd(...place(end, true));
  return range;
}

function offsetOf(container, offset) {
  if (container.nodeType === Node.TEXT_NODE) {
    const found = nodes().find((one) => one.node === container);
    return found.start + points(container.data.slice(0, offset));
  }
  // Between two children: where the first text behind that place begins.
  const probe = document.createRange();
  probe.setStart(container, offset);
  const behind = nodes().find((one) => probe.comparePoint(one.node, 0) >= 0);
  return behind ? behind.start : nodes().at(-1).end;
}

// [start, end] of a Range as far as it lies in the article, without white space at its ends; null where nothing is left.
export function spanOf(range) {
  const root = art();
  if (!root || !range || !range.intersectsNode(root) || !nodes().length) return null;
  const whole = document.createRange();
  whole.selectNodeContents(root);
  const part = range.cloneRange();
  if (part.compareBoundaryPoints(Range.START_TO_START, whole) < 0) part.setStart(root, 0);
  if (part.compareBoundaryPoints(Range.END_TO_END, whole) > 0) part.setEnd(root, root.childNodes.length);
  if (part.collapsed) return null;
  const words = part.toString();
  const start = offsetOf(part.startContainer, part.startOffset) + points(words) - points(words.trimStart());
  const length = points(words.trim());
  return length ? [start, start + length] : null;
}

// The words that are selected in the article, as [start, end], or null.
export function selectedSpan() {
  const selection = getSelection();
  return selection.rangeCount && !selection.isCollapsed ? spanOf(selection.getRangeAt(0)) : null;
}

// [[start, end], ...] written as "12-20 30-35".
export function spansIn(words) {
  return (words || "").split(" ").filter(Boolean).map((one) => one.split("-").map(Number));
}

// Paints the words of some spans under a name that the stylesheet knows as ::highlight(name). No span: nothing is painted.
export function paint(name, spans) {
  if (!("highlights" in CSS)) return;
  const ranges = spans.map(([start, end]) => rangeOf(start, end)).filter(Boolean);
  if (ranges.length) CSS.highlights.set(name, new Highlight(...ranges));
  else CSS.highlights.delete(name);
}
