// Giving files: chosen, dropped (folders too) or pasted. The server is asked first what has arrived already; the rest goes
// up a few at a time, one request a file, each with its own progress. Without this script the form sends all at once.
import { droppedFiles, pastedFiles } from "./collect.js";

const AT_ONCE = 3;
const ANNOUNCED_AT_ONCE = 1000;
const PAUSES = [1000, 3000, 9000];
const LOGGED_OUT = "You were logged out meanwhile. Log in in another tab, then send these again.";

const form = document.getElementById("give");
const element = (id) => document.getElementById(id);
const token = () => form.querySelector("[name=csrfmiddlewaretoken]").value;

const state = { waiting: [], going: 0, sent: 0, all: 0, here: 0, page: "", told: 0 };

// ---- sending

async function announce(files, name) {
  const largest = Number(form.dataset.largest);
  const fitting = files.filter((one) => one.file.size <= largest);
  for (const one of files) {
    if (one.file.size > largest) unsent(one, `It is larger than ${Math.round(largest / 1e6)} MB. Split it, or paste the article’s words.`, false);
  }
  let into = 0;
  for (let at = 0; at < fitting.length; at += ANNOUNCED_AT_ONCE) {
    const part = fitting.slice(at, at + ANNOUNCED_AT_ONCE);
    const begun = await begin(part, name, into);
    into = begun.batch;
    state.page = begun.page;
    state.here += part.length - begun.missing.length;
    for (const place of begun.missing) state.waiting.push({ ...part[place], send: begun.send, tries: 0 });
    state.all += begun.missing.length;
  }
  show();
  next();
}

async function begin(files, name, into) {
  const described = files.map((one) => [one.path, one.file.size, one.file.lastModified]);
  const batch = { outlet: form.elements["batch-outlet"].value, published: form.elements["batch-published"].value };
  const answer = await fetch(form.dataset.begin, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRFToken": token() },
    body: JSON.stringify({ files: described, name, into, batch }),
  });
  if (answer.redirected) throw new Error(LOGGED_OUT);
  const said = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(said.problem || "The server did not answer as expected. Try again in a moment.");
  return said;
}

function next() {
  while (state.going < AT_ONCE && state.waiting.length) send(state.waiting.shift());
  if (!state.going && !state.waiting.length && state.page) finished();
}

function send(one) {
  state.going += 1;
  const line = going(one);
  const address = new URL(one.send, location.href);
  address.search = new URLSearchParams({ name: one.path, size: one.file.size, modified: one.file.lastModified });
  const request = new XMLHttpRequest();
  request.open("POST", address);
  request.setRequestHeader("X-CSRFToken", token());
  request.setRequestHeader("Content-Type", "application/octet-stream");
  request.upload.addEventListener("progress", (event) => {
    if (event.lengthComputable) line.querySelector("progress").value = event.loaded / event.total;
  });
  request.addEventListener("loadend", () => {
    line.remove();
    state.going -= 1;
    settle(one, request);
    show();
    next();
  });
  request.send(one.file);
}

function settle(one, request) {
  if (request.status === 201) {
    state.sent += 1;
    return;
  }
  if (request.responseURL.includes("/login/")) return unsent(one, LOGGED_OUT, true);
  let said = {};
  try { said = JSON.parse(request.responseText); } catch { /* no answer, or not ours */ }
  const passing = request.status === 0 || request.status >= 500 || said.again;
  if (passing && one.tries < PAUSES.length) return later(one);
  unsent(one, said.problem || (passing ? "The connection was lost." : "The server refused it."), passing || request.status === 403);
}

function later(one) {
  state.going += 1;  // it holds its place while it pauses
  setTimeout(() => {
    state.going -= 1;
    state.waiting.unshift({ ...one, tries: one.tries + 1 });
    next();
  }, PAUSES[one.tries]);
}

// ---- showing

function going(one) {
  const line = document.createElement("li");
  const name = document.createElement("span");
  name.textContent = one.path;
  const bar = document.createElement("progress");
  bar.max = 1;
  bar.value = 0;
  bar.setAttribute("aria-label", one.path);
  line.append(name, bar);
  element("going").append(line);
  return line;
}

function unsent(one, why, again) {
  const line = document.createElement("li");
  const name = document.createElement("span");
  name.textContent = one.path;
  const words = document.createElement("span");
  words.className = "cap bad";
  words.textContent = `Not sent. ${why}`;
  line.append(name, words);
  if (again) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Send again";
    button.setAttribute("aria-label", `Send again: ${one.path}`);
    button.addEventListener("click", () => {
      line.remove();
      state.waiting.push({ ...one, tries: 0 });
      show();
      next();
    });
    line.append(button);
  }
  element("unsent").append(line);
}

function show() {
  element("sending").hidden = !(state.all || state.here || element("unsent").children.length);
  const bar = element("sent");
  bar.max = Math.max(1, state.all);
  bar.value = state.all ? state.sent : 1;
  let words = `${state.sent} of ${state.all} sent`;
  if (state.here) words += state.all ? `, ${state.here} had arrived before` : "";
  if (!state.all && state.here) words = `All ${state.here} had arrived before`;
  element("sent-words").textContent = words;
  const link = element("to-batch");
  link.hidden = !state.page;
  if (state.page) link.href = state.page;
  const tenth = Math.floor((10 * state.sent) / Math.max(1, state.all));
  if (tenth !== state.told) element("told").textContent = words;
  state.told = tenth;
}

function finished() {
  if (element("unsent").children.length) {
    element("told").textContent = `${state.sent} sent, ${element("unsent").children.length} not.`;
    return;
  }
  location.assign(state.page);
}

function wrong(words) {
  element("wrong").textContent = words;
  element("wrong").hidden = !words;
}

async function give(collected, name = "") {
  wrong("");
  try {
    const files = await collected;
    if (!files.length) return wrong("There was no file in that.");
    await announce(files, name || files[0].path.split("/").slice(0, -1)[0] || "");
  } catch (error) {
    wrong(error instanceof TypeError ? "The server cannot be reached. Nothing is lost: give the same files again." : error.message);
  }
}

// ---- choosing, dropping, pasting

function chosen(input) {
  const files = [...input.files].map((file) => ({ file, path: file.webkitRelativePath || file.name }));
  give(files).then(() => { input.value = ""; });
}

for (const hidden of form.querySelectorAll("[data-script]")) hidden.hidden = false;
for (const id of ["files", "folder"]) {
  element(id).classList.add("vh");
  element(id).addEventListener("change", (event) => chosen(event.target));
}

const drop = element("drop");
for (const kind of ["dragenter", "dragover"]) {
  document.addEventListener(kind, (event) => {
    if (![...event.dataTransfer.types].includes("Files")) return;
    event.preventDefault();
    drop.classList.add("over");
  });
}
document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) drop.classList.remove("over"); });
document.addEventListener("drop", (event) => {
  if (![...event.dataTransfer.types].includes("Files")) return;
  event.preventDefault();
  drop.classList.remove("over");
  give(droppedFiles(event.dataTransfer));
});
document.addEventListener("paste", (event) => {
  if (event.target instanceof Element && event.target.closest("input, textarea")) return;
  const files = pastedFiles(event.clipboardData);
  if (files.length) give(files);
});
element("clip").addEventListener("click", async () => {
  try {
    const [item] = await navigator.clipboard.read();
    const type = ["text/html", "text/plain"].find((one) => item.types.includes(one));
    if (!type) return wrong("The clipboard holds no text.");
    give(pastedFiles({ files: [], getData: () => "", [type]: await (await item.getType(type)).text() }));
  } catch {
    wrong("The browser does not let this page read the clipboard. Press Ctrl and V instead.");
  }
});
addEventListener("beforeunload", (event) => { if (state.going || state.waiting.length) event.preventDefault(); });
