// Keys. A key presses the control that shows it: anything on the page with data-key="a" is pressed by "a". Inside a
// proposal only the chosen one's controls count, and those of an opened question before all others.
// No key works while somebody types, or together with Ctrl, Alt or Meta; those of one character can be switched off.

const OFF = "keys-off";
const FIELDS = "input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select, [contenteditable]";

function stored() {
  try { return localStorage.getItem(OFF) === "1"; } catch { return false; }  // storage may be forbidden
}

let off = stored();

function remember(value) {
  off = value;
  document.documentElement.classList.toggle("keys-off", off);
  try { if (off) localStorage.setItem(OFF, "1"); else localStorage.removeItem(OFF); } catch { /* this page only */ }
}

// The key as data-key writes it. Letters by Shift alone, whatever Caps Lock says; on keyboards of other scripts by place.
function nameOf(event) {
  const { key, code } = event;
  if (key.length !== 1) return key;
  const letter = /^[a-z]$/i.test(key) ? key : /^Key[A-Z]$/.test(code) && key.codePointAt(0) > 127 ? code.at(-1) : "";
  if (!letter) return key;
  return event.shiftKey ? letter.toUpperCase() : letter.toLowerCase();
}

const ITEM = ".prop, .turn";  // what can be chosen: a proposal, a difference to settle
const rank = (element) => (element.closest(".why") ? 3 : element.closest(ITEM) ? 2 : 1);

export function controlOf(key) {
  const modal = document.querySelector("dialog:modal");
  const found = [...document.querySelectorAll(`[data-key~="${CSS.escape(key)}"]`)].filter((element) => {
    const item = element.closest(ITEM);
    return (!modal || modal.contains(element)) && (!item || item.classList.contains("on")) && element.checkVisibility();
  });
  found.sort((one, other) => rank(other) - rank(one));
  return found[0];
}

function step(event, key) {
  const inList = event.target.closest && event.target.closest("#props .plist");
  if (!inList || event.target.closest("form")) return null;
  return controlOf(key === "ArrowDown" ? "j" : "k");
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.defaultPrevented) return;
  const key = nameOf(event);
  const single = key.length === 1;
  const typing = event.target.closest && event.target.closest(FIELDS);
  // Arrows move inside what has arrows of its own: radio buttons, lists, whatever says so.
  if (key.startsWith("Arrow") && event.target.closest && event.target.closest("input, select, [data-arrows]")) return;
  if (single ? off || typing : key !== "Escape" && !key.startsWith("Arrow")) return;
  const control = key === "ArrowDown" || key === "ArrowUp" ? step(event, key) : controlOf(key);
  // A page may know that the control is still on its way.
  if (!control && single && !event.repeat) document.dispatchEvent(new CustomEvent("nocontrol", { detail: key }));
  if (!control || typing && key !== "Escape") return;
  event.preventDefault();
  if (event.repeat && !control.hasAttribute("data-held")) return;  // a key held down decides once
  if (!control.disabled) control.click();
});

document.addEventListener("click", (event) => {
  const opens = event.target.closest("[data-open]");
  if (opens) document.getElementById(opens.dataset.open).showModal();
  const closes = event.target.closest("[data-close]");
  if (closes && closes.dataset.close === "help") document.getElementById("help").close();
});

const box = document.getElementById("keys-on");
if (box) {
  box.checked = !off;
  box.addEventListener("change", () => remember(!box.checked));
}
document.documentElement.classList.toggle("keys-off", off);
