// The form of a contact in place: opening it, its keys, and the selected words of the article put into its fields.
// Every form works without this; the server decides what is right.
//
// The page's key map (keys.js) presses e, s, i (correct, make two, join: links of the chosen proposal), m (a missed contact)
// and w (choose words in the text); unsaved() says whether leaving would lose what was typed.
// Keys inside a form, and in the article while words are chosen, are handled here, before the page's, and stop here.
// They are written on what they press: 1-9 kind and status, c d p w lead to a field, n a person more, v the selected words
// as evidence, F2 the selected words into this field (none selected: choose them in the text, Enter takes them), Ctrl+Enter
// saves, Escape leaves the field, then the form.
import { paint, rangeOf, selectedSpan } from "./offsets.js";
import { isOpen, watchNames } from "./edit_people.js";
import { startChoosing } from "./choose_words.js";

const TYPED = "input:not([type=radio], [type=checkbox], [type=hidden]), textarea, select";
const radioOf = (part) => part.querySelector("[type=radio]:checked") || part.querySelector("[type=radio]");
const art = () => document.getElementById("art");

export function say(words) {
  const place = document.getElementById("said");
  if (place) place.textContent = words;
}

// The words that were selected last. They stay in hand, and painted, while the focus is in a form.
let held = null;

function hold(span) {
  held = span;
  paint("held", span ? [span] : []);
}

// The words in hand were put somewhere: they are selected no more.
function spend() {
  hold(null);
  const selection = getSelection();
  if (selection.anchorNode && art()?.contains(selection.anchorNode)) selection.removeAllRanges();
}

const heldWords = () => rangeOf(...held).toString().split(/\s+/).filter(Boolean).join(" ");

function catchUp() {
  const root = art();
  const anchor = getSelection().anchorNode;
  if (root && anchor && root.contains(anchor)) hold(selectedSpan());
}

// The event comes late; who uses the words catches up first.
document.addEventListener("selectionchange", catchUp);

// Opening

// The form of a contact that was missed, begun from the words in hand, if there are any.
export function add() {
  catchUp();
  const link = document.querySelector("a[data-add]");
  const begun = document.querySelector("[data-new] form.edit");
  if (begun) return begin(begun);
  if (!link) return null;
  const address = held ? `${link.href}?words=${held.join("-")}` : link.href;
  const list = document.querySelector(".props ol.plist");
  if (!list) return location.assign(address);
  if (list.querySelector(".waits")) return null;  // asked for already
  const waits = held ? waiting() : null;
  say(held ? "The engine looks at the selected words." : "An empty contact.");
  spend();
  if (waits) list.append(waits);
  waits?.scrollIntoView({ block: "nearest" });
  return htmx.ajax("GET", address, { target: list, swap: "beforeend" }).finally(() => waits?.remove());
}

// What stands in the place of a draft until it is there: a web process that was just started loads the engine first.
function waiting() {
  const row = document.createElement("li");
  const bar = document.createElement("progress");
  row.className = "waits";
  bar.setAttribute("aria-label", "Drafting");
  row.append("The engine reads around the selected words.", bar);
  return row;
}

export const unsaved = () => [...document.querySelectorAll("form.edit")].some(isChanged);

const written = (form) => new URLSearchParams([...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken")).toString();
const isChanged = (form) => !form.dataset.sent && (Boolean(form.querySelector(".alert:not(.told)")) || written(form) !== form.dataset.was);

function prepare(form) {
  form.dataset.was = written(form);
  watchNames(form, say);
  begin(form);
}

function begin(form) {
  const first = form.querySelector("[aria-invalid=true]") || form.querySelector("[data-first]") || radioOf(form);
  if (!first) return;
  first.focus({ preventScroll: true });
  form.closest(".prop").scrollIntoView({ block: "nearest" });
  (first.closest(".f, fieldset") || first).scrollIntoView({ block: "nearest" });
}

// Settled, and after the page's own listener: the new form has the focus. One answer settles several parts.
document.addEventListener("htmx:afterSettle", (event) => {
  for (const form of event.target.querySelectorAll("form.edit")) if (!form.dataset.was) prepare(form);
});
document.addEventListener("htmx:beforeRequest", (event) => {
  if (event.target.matches("form.edit")) event.target.dataset.sent = "yes";
});
document.addEventListener("htmx:sendError", (event) => delete event.target.dataset.sent);
document.addEventListener("htmx:responseError", (event) => delete event.target.dataset.sent);
document.addEventListener("submit", (event) => { if (event.target.matches("form.edit")) event.target.dataset.sent = "yes"; });
addEventListener("beforeunload", (event) => { if (unsaved()) event.preventDefault(); });
for (const form of document.querySelectorAll("form.edit")) prepare(form);

// Selected words into a field

const inputOf = (place) => place.querySelector(TYPED);
const carrierOf = (place) => place.querySelector("[data-words] input");
const nameOf = (place) => place.querySelector("label, legend span").firstChild.textContent.trim();

function show(place, value, words) {
  const chip = place.querySelector("[data-words]");
  carrierOf(place).value = value;
  chip.querySelector("q").textContent = words;
  chip.classList.remove("off");
  chip.hidden = !value;
}

// place: the .take around a field. Without words in hand they are chosen first, and then put here.
function take(place) {
  catchUp();
  if (!held) return choose(() => take(place), place);
  const words = heldWords();
  const input = inputOf(place);
  if (input) {
    const listed = place.dataset.lead === "c" && input.value.trim();
    if (input.matches("select")) choosesOption(input, words);
    else input.value = (listed ? `${input.value.trim().replace(/,$/, "")}, ${words}` : words).slice(0, input.maxLength > 0 ? input.maxLength : undefined);
    input.dispatchEvent(new Event("input", { bubbles: true }));
  } else ask(place, held);
  show(place, held.join("-"), words);
  say(`${nameOf(place)}: ${words}`);
  spend();
  (input || radioOf(place)).focus();
  return undefined;
}

// Of a list, the option that the words name ("hosted" names host); none of them: it stays as it is.
function choosesOption(list, words) {
  const named = [...list.options].find((option) => words.toLowerCase().includes(option.value));
  if (named) list.value = named.value;
}

// Kind and status: the engine says what contact the words tell of. Where it knows none, the choice stays as it is.
async function ask(place, span) {
  const field = radioOf(place).name.split("-").at(-1);
  const answer = await fetch(`${place.closest(".contact").dataset.meant}?words=${span.join("-")}`).catch(() => null);
  const meant = answer?.ok ? (await answer.json())[field] : "";
  const radio = meant && place.querySelector(`[type=radio][value="${CSS.escape(meant)}"]`);
  if (!radio) return;
  const had = place.contains(document.activeElement);
  radio.checked = true;
  if (had) radio.focus();
  say(`${nameOf(place)}: ${meant}`);
}

function forget(place) {
  show(place, "", "");
  say(`${nameOf(place)} has no words of the article any more.`);
  (inputOf(place) || radioOf(place)).focus();
}

function evidence(contact) {
  catchUp();
  if (!held) return choose(() => evidence(contact), contact);
  const list = contact.querySelector("[data-quotes]");
  const value = held.join("-");
  let box = [...list.querySelectorAll("input")].find((one) => one.value === value);
  if (!box) {
    list.append(contact.querySelector("[data-empty-quote]").content.cloneNode(true));
    box = list.lastElementChild.querySelector("input");
    box.value = value;
    list.lastElementChild.querySelector("q").textContent = heldWords();
  }
  box.checked = true;
  say(`Evidence: ${heldWords()}`);
  spend();
  box.focus();
  return undefined;
}

function choose(then, place) {
  const back = document.activeElement;
  if (!art()) {
    say("There is no article on this page to take words from.");
    return;
  }
  startChoosing({
    say,
    done: then,
    left: () => (back && back.isConnected ? back : place.querySelector("input")).focus(),
  });
}

// Choose words in the article by keys, from anywhere on the page.
export function chooseWords() {
  const back = document.activeElement;
  if (art()) startChoosing({ say, done: null, left: () => back && back.focus() });
}

// Words that were found for another text stand for it no more.
document.addEventListener("input", (event) => {
  const form = event.target.closest("form.edit");
  if (!form) return;
  const place = event.target.closest(".take");
  const carrier = place && carrierOf(place);
  if (!carrier || !event.target.matches(TYPED)) return;
  const holdsFor = carrier.value.slice(carrier.value.indexOf(" ") + 1);
  const off = carrier.value.includes(" ") && holdsFor !== event.target.value.trim();
  place.querySelector("[data-words]").classList.toggle("off", off);
});

// People

function anotherRow(contact) {
  const rows = contact.querySelector("[data-rows]");
  const free = [...rows.children].find((row) => !row.hidden && [...row.querySelectorAll("input[type=text]")].every((one) => !one.value));
  if (!free) {
    const total = contact.querySelector("[name$=TOTAL_FORMS]");
    const html = contact.querySelector("[data-empty-row]").innerHTML;
    rows.insertAdjacentHTML("beforeend", html.replaceAll("__prefix__", total.value).replaceAll("__number__", Number(total.value) + 1));
    total.value = Number(total.value) + 1;
  }
  (free || rows.lastElementChild).querySelector("input[type=text]").focus();
}

function removeRow(row) {
  for (const input of row.querySelectorAll("input")) input.value = "";
  row.hidden = true;
  say(`${row.getAttribute("aria-label")} removed`);
  const rest = [...row.parentElement.children].filter((one) => !one.hidden);
  (rest.length ? rest.at(-1).querySelector("input[type=text]") : row.closest(".contact").querySelector("[data-more]")).focus();
}

// Mouse and touch

document.addEventListener("pointerdown", (event) => {
  // A button that takes the selected words must not clear the selection first.
  if (event.target.closest("[data-take], [data-evidence]")) event.preventDefault();
});
document.addEventListener("click", (event) => {
  const pressed = event.target.closest("[data-take], [data-forget], [data-evidence], [data-more], [data-remove], [data-cancel], a[data-add], [data-choose]");
  if (!pressed || event.metaKey || event.ctrlKey || event.shiftKey) return;
  const place = pressed.closest(".take");
  if ("take" in pressed.dataset) take(place);
  else if ("forget" in pressed.dataset) forget(place);
  else if ("evidence" in pressed.dataset) evidence(pressed.closest(".contact"));
  else if ("remove" in pressed.dataset) removeRow(pressed.closest(".whorow"));
  else if ("more" in pressed.dataset) { event.preventDefault(); anotherRow(pressed.closest(".contact")); }
  else if ("choose" in pressed.dataset) chooseWords();
  else if ("add" in pressed.dataset) { event.preventDefault(); add(); }
  else if (pressed.closest("[data-new]") && art()) { event.preventDefault(); leaveNew(pressed.closest("[data-new]")); }
});

// Leaving

function leaveNew(item) {
  item.remove();
  (document.querySelector(".prop.on a.choose") || document.querySelector("a[data-add]") || document.getElementById("main")).focus();
  document.dispatchEvent(new CustomEvent("left"));  // the page lights what is chosen again
  say("Nothing was added.");
}

function leave(form) {
  if (isChanged(form) && !form.querySelector(".asked")) {
    const asked = document.createElement("p");
    asked.className = "alert asked";
    asked.setAttribute("role", "alert");
    asked.textContent = "What you typed would be thrown away. Escape again does it; anything else goes on.";
    form.append(asked);
    asked.scrollIntoView({ block: "nearest" });
    return;
  }
  form.querySelector("[data-cancel]").click();
}

// Keys

const stop = (event) => { event.preventDefault(); event.stopImmediatePropagation(); };

function goTo(contact, key) {
  const found = key === "w" ? contact.querySelector(".whorow:not([hidden]) input[type=text]") : contact.querySelector(`[data-lead=${key}] input[type=text]`);
  if (!found) return false;
  found.focus();
  found.select();
  return true;
}

function pick(contact, digit) {
  const label = contact.querySelector(`[data-pick="${digit}"]`)?.closest("label");
  if (!label) return false;
  const radio = label.querySelector("input");
  radio.click();
  radio.focus();
  return true;
}

function leaveField(event, form) {
  if (event.target.matches(TYPED) && form.querySelector("[type=radio]")) {
    const contact = event.target.closest(".contact");
    radioOf(contact || form).focus();
  } else leave(form);
}

document.addEventListener("keydown", (event) => {
  const form = event.target.closest("form.edit");
  if (!form || event.isComposing || isOpen(event.target)) return;
  const contact = event.target.closest(".contact") || form.querySelector(".contact");
  const { key } = event;
  if (key !== "Escape") form.querySelector(".asked")?.remove();
  if (key === "Enter" && (event.ctrlKey || event.metaKey)) {
    stop(event);
    form.requestSubmit(form.querySelector("button.pri"));
  } else if (event.ctrlKey || event.altKey || event.metaKey) return;
  else if (key === "Escape") { stop(event); leaveField(event, form); }
  else if (key === "F2" && event.target.closest(".take")) { stop(event); take(event.target.closest(".take")); }
  else if (event.target.matches(TYPED)) return;
  else if (key === "?") return;  // the list of keys opens from everywhere but a text
  else if (!contact) { if (key.length === 1) event.stopImmediatePropagation(); }
  else if (/^[1-9]$/.test(key) && pick(contact, key)) stop(event);
  else if (/^[cdpw]$/.test(key) && goTo(contact, key)) stop(event);
  else if (key === "n") { stop(event); anotherRow(contact); }
  else if (key === "v") { stop(event); evidence(contact); }
  else if (key.length === 1 && key !== " ") event.stopImmediatePropagation();
}, true);
