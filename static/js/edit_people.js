// Who could be meant: a list below a participant's name (ARIA combobox, the list chooses nothing by itself). Choosing
// fills in title and party. Without this script the name is an ordinary field.

const WAIT = 150;
const lists = new WeakMap();
let count = 0;

export const isOpen = (input) => input.getAttribute?.("aria-expanded") === "true";

class Names {
  constructor(input, address, say) {
    Object.assign(this, { input, address, say, active: -1, people: [], timer: 0, asked: null });
    count += 1;
    this.list = document.createElement("ul");
    this.list.id = `people-${count}`;
    this.list.className = "choices";
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", "People");
    this.list.hidden = true;
    input.after(this.list);
    for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", this.list.id]]) input.setAttribute(name, value);
    input.addEventListener("input", () => this.later());
    input.addEventListener("keydown", (event) => this.key(event));
    this.began = input.value;
    input.addEventListener("focus", () => { this.began = input.value; });
    input.addEventListener("blur", () => this.close());
    this.list.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      const option = event.target.closest("[role=option]");
      if (option) this.choose(Number(option.dataset.at));
    });
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), WAIT);
  }

  // What was not typed now is no question: then all people of the article are offered.
  async ask(typed = this.input.value) {
    this.asked?.abort();
    this.asked = new AbortController();
    try {
      const answer = await fetch(`${this.address}?q=${encodeURIComponent(typed)}`, { signal: this.asked.signal, headers: { Accept: "application/json" } });
      if (!answer.ok || !(answer.headers.get("Content-Type") || "").includes("json")) return this.close();
      this.people = (await answer.json()).people;
    } catch {
      return undefined;
    }
    if (document.activeElement !== this.input) return undefined;
    return this.draw();
  }

  draw() {
    this.active = -1;
    const there = this.input.value.trim();
    if (!this.people.length || (this.people.length === 1 && this.people[0].name === there)) return this.close();
    this.list.replaceChildren(...this.people.map((person, at) => this.option(person, at)));
    this.list.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
    this.input.removeAttribute("aria-activedescendant");
    const many = this.people.length;
    return this.say(`${many} ${many === 1 ? "person" : "people"} to choose from with the arrow keys`);
  }

  option(person, at) {
    const row = document.createElement("li");
    const name = document.createElement("b");
    row.id = `${this.list.id}-${at}`;
    row.setAttribute("role", "option");
    row.setAttribute("aria-selected", "false");
    row.dataset.at = at;
    name.textContent = person.name;
    row.append(name, [person.title, person.party].filter(Boolean).map((words) => ` · ${words}`).join(""));
    if (!person.here) row.classList.add("elsewhere");
    return row;
  }

  move(by) {
    const many = this.people.length;
    this.active = (this.active + by + many + (this.active < 0 && by < 0 ? 1 : 0)) % many;
    [...this.list.children].forEach((row, at) => row.setAttribute("aria-selected", String(at === this.active)));
    const row = this.list.children[this.active];
    row.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", row.id);
  }

  key(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (isOpen(this.input)) this.move(event.key === "ArrowDown" ? 1 : -1);
      else this.ask(this.input.value === this.began ? "" : this.input.value);
    } else if (isOpen(this.input) && event.key === "Escape") {
      event.preventDefault();
      this.close();
    } else if (isOpen(this.input) && event.key === "Enter" && this.active >= 0) {
      event.preventDefault();
      this.choose(this.active);
    }
  }

  choose(at) {
    const person = this.people[at];
    const row = this.input.closest(".whorow");
    this.close();
    this.began = person.name;
    for (const part of ["name", "title", "party"]) {
      const input = row.querySelector(`input[type=text][name$="-${part}"]`);
      if (!person[part] && part !== "name") continue;
      input.value = person[part];
      if (part !== "name") input.dispatchEvent(new Event("input", { bubbles: true }));
    }
    clearTimeout(this.timer);
    this.say([person.name, person.title, person.party].filter(Boolean).join(", "));
  }

  close() {
    clearTimeout(this.timer);
    this.asked?.abort();
    this.active = -1;
    this.list.hidden = true;
    this.list.replaceChildren();
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }
}

// Rows come and go; a name gets its list when it is first entered.
export function watchNames(form, say) {
  form.addEventListener("focusin", (event) => {
    const input = event.target;
    if (!input.matches(".whorow input[type=text][name$='-name']") || lists.has(input)) return;
    lists.set(input, new Names(input, input.closest("[data-people]").dataset.people, say));
  });
}
