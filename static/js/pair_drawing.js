// The drawn timeline by keyboard, mouse and fingers. Its signs, bars and years are one stop of the Tab key; arrows move
// among them, left and right in time, up and down between lanes. Days are counted from 1970, as Date does.

const DAY = 86_400_000;

const svg = () => document.getElementById("tl");
const days = (iso) => Date.parse(`${iso}T00:00:00Z`) / DAY;
const iso = (day) => new Date(day * DAY).toISOString().slice(0, 10);
const center = (link) => {
  const box = link.getBoundingClientRect();
  return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
};

// The time axis on the screen: which day is at x, and back.
function axis(drawing) {
  const box = drawing.getBoundingClientRect();
  const { first, last, left, right } = drawing.dataset;
  if (!first) return null;
  const from = box.left + box.width * left / 100, to = box.left + box.width * right / 100;
  const begin = days(first), end = days(last) + 1;
  return {
    from, to, begin, end,
    day: (x) => begin + (end - begin) * (Math.min(to, Math.max(from, x)) - from) / (to - from),
  };
}

// The address of a window. Long ones end with months, so that they read well; none is shorter than a month.
function windowQuery(drawing, begin, end) {
  let first = new Date(begin * DAY), last = new Date((end - 1) * DAY);
  const any = drawing.dataset.any;
  if (end - begin < 28) {
    const middle = iso(Math.round((begin + end) / 2)).slice(0, 7);
    return `?${any}from=${middle}&to=${middle}`;
  }
  const months = end - begin > 93;
  const length = months ? 7 : 10;
  first = first.toISOString().slice(0, length);
  last = last.toISOString().slice(0, length);
  return `?${any}from=${first}&to=${last}`;
}

function showBrush(drawing, x1, x2) {
  let brush = drawing.querySelector(".brush");
  if (!brush) {
    brush = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    brush.setAttribute("class", "brush");
    brush.setAttribute("height", "100%");
    drawing.append(brush);
  }
  const left = drawing.getBoundingClientRect().left;
  brush.setAttribute("x", Math.min(x1, x2) - left);
  brush.setAttribute("width", Math.abs(x2 - x1));
}

const hideBrush = (drawing) => drawing.querySelector(".brush")?.remove();

function addBrush(drawing, go) {
  let start = null, moved = false;
  drawing.addEventListener("pointerdown", (event) => {
    if (event.pointerType !== "mouse" || event.button || !axis(drawing)) return;
    start = event.clientX;
    moved = false;
  });
  drawing.addEventListener("pointermove", (event) => {
    if (start === null || Math.abs(event.clientX - start) < 6 && !moved) return;
    if (!moved) drawing.setPointerCapture(event.pointerId);
    moved = true;
    showBrush(drawing, start, event.clientX);
  });
  drawing.addEventListener("pointerup", (event) => {
    if (start !== null && moved) {
      const scale = axis(drawing);
      const [begin, end] = [start, event.clientX].map(scale.day).sort((one, other) => one - other);
      go(windowQuery(drawing, Math.floor(begin), Math.max(Math.floor(begin) + 1, Math.ceil(end))), "tl");
    }
    start = null;
  });
  drawing.addEventListener("pointercancel", () => { start = null; hideBrush(drawing); });
  drawing.addEventListener("dragstart", (event) => event.preventDefault());
  // A brush that ends on a sign must not press it.
  drawing.addEventListener("click", (event) => { if (moved) { event.preventDefault(); moved = false; } }, true);
}

// The window that is ``factor`` times as long, with the day at x staying where it is.
function scaled(scale, x, factor) {
  const day = scale.day(x), length = (scale.end - scale.begin) * factor;
  const begin = day - length * (x - scale.from) / (scale.to - scale.from);
  return [Math.round(begin), Math.round(begin + length)];
}

function zoomTo(drawing, go, x, factor) {
  const scale = axis(drawing);
  const farther = document.getElementById("z-farther");
  if (factor > 1 && !farther) return;
  if (factor > 1 && farther.getAttribute("href") === `?${drawing.dataset.any}`) go(farther.getAttribute("href"), "tl");
  else go(windowQuery(drawing, ...scaled(scale, x, factor)), "tl");
}

function addWheel(drawing, go) {
  let factor = 1, timer = 0;
  drawing.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey || !axis(drawing)) return;
    event.preventDefault();
    const x = event.clientX;
    factor *= Math.exp(Math.max(-60, Math.min(60, event.deltaY)) / 150);
    if (factor < 1) {
      const scale = axis(drawing), wide = (scale.to - scale.from) * factor, begin = x - (x - scale.from) * factor;
      showBrush(drawing, begin, begin + wide);
    }
    clearTimeout(timer);
    timer = setTimeout(() => { zoomTo(drawing, go, x, factor); factor = 1; }, 180);
  }, { passive: false });
}

function addPinch(drawing, go) {
  const at = new Map();
  let began = 0;
  const spread = () => { const [one, other] = [...at.values()]; return Math.max(24, Math.abs(one - other)); };
  drawing.addEventListener("pointerdown", (event) => {
    if (event.pointerType !== "touch") return;
    at.set(event.pointerId, event.clientX);
    if (at.size === 2) began = spread();
  });
  drawing.addEventListener("pointermove", (event) => { if (at.has(event.pointerId)) at.set(event.pointerId, event.clientX); });
  const end = (event) => {
    if (at.size === 2 && began && axis(drawing)) {
      const factor = began / spread();
      const middle = [...at.values()].reduce((sum, x) => sum + x, 0) / 2;
      if (Math.abs(Math.log(factor)) > 0.15) zoomTo(drawing, go, middle, factor);
    }
    began = 0;
    at.delete(event.pointerId);
  };
  drawing.addEventListener("pointerup", end);
  drawing.addEventListener("pointercancel", end);
}

function addArrows(drawing) {
  const links = [...drawing.querySelectorAll("a")].sort((one, other) => center(one).x - center(other).x);
  if (!links.length) return;
  for (const link of links) link.setAttribute("tabindex", "-1");
  (links.find((link) => link.dataset.lane !== "0") || links[0]).setAttribute("tabindex", "0");

  function move(from, key) {
    const here = center(from);
    if (key === "Home") return links[0];
    if (key === "End") return links.at(-1);
    const other = links.map((link) => ({ link, ...center(link) })).filter(({ link }) => link !== from);
    const along = (one) => Math.abs(one.x - here.x), down = (one) => Math.abs(one.y - here.y);
    if (key === "ArrowLeft" || key === "ArrowRight") {
      const side = key === "ArrowLeft" ? -1 : 1;
      const lane = other.filter(({ link, x }) => link.dataset.lane === from.dataset.lane && (x - here.x) * side > 0.5);
      return lane.sort((one, two) => along(one) - along(two) || down(one) - down(two))[0]?.link;
    }
    const side = key === "ArrowUp" ? -1 : 1;
    const beyond = other.filter(({ y }) => (y - here.y) * side > 3);
    const nearest = Math.min(...beyond.map(down));
    return beyond.filter((one) => down(one) <= nearest + 14).sort((one, two) => along(one) - along(two))[0]?.link;
  }

  drawing.dataset.arrows = "";
  drawing.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const from = event.target.closest("a");
    if (!from || !["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"].includes(event.key)) return;
    event.preventDefault();
    const to = move(from, event.key);
    if (to) to.focus();
    else if (event.key === "ArrowLeft") document.getElementById("z-earlier")?.click();
    else if (event.key === "ArrowRight") document.getElementById("z-later")?.click();
  });
  drawing.addEventListener("focusin", (event) => {
    const link = event.target.closest("a");
    if (!link) return;
    for (const one of links) if (one.getAttribute("tabindex") === "0") one.setAttribute("tabindex", "-1");
    link.setAttribute("tabindex", "0");
  });
}

export function attachDrawing(go) {
  const drawing = svg();
  if (!drawing || drawing.dataset.arrows !== undefined || drawing.dataset.ready) return;
  drawing.dataset.ready = "1";
  addArrows(drawing);
  addBrush(drawing, go);
  addWheel(drawing, go);
  addPinch(drawing, go);
}
