// The queue of unsure joins by keys: which two a key decides on. Everything is decided by the forms of the page.
import "./keys.js";

const items = [...document.querySelectorAll(".turn")];

function choose(item) {
  for (const one of items) one.classList.toggle("on", one === item);
  item.focus({ preventScroll: true });
  item.scrollIntoView({ block: "nearest" });
}

document.addEventListener("click", (event) => {
  const steps = event.target.closest("[data-step]");
  const item = event.target.closest(".turn");
  const next = items[items.findIndex((one) => one.classList.contains("on")) + Number(steps?.dataset.step)];
  if (steps && next) choose(next);
  else if (item && !event.target.closest("a, button")) choose(item);
});

// What stands now where the one decided last stood (the address says where), or the last of them.
const place = Number(/^#j(\d+)$/.exec(location.hash)?.[1] || 0);
const first = items[Math.min(place || 1, items.length) - 1];
if (first && place) choose(first);
else first?.classList.add("on");
