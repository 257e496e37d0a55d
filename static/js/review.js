// Choosing a proposal lights its evidence in the article; pointing at one of its fields lights that field's own words.
// Without this script the same links open the page with the evidence lit by the server.
(() => {
  "use strict";

  const tokens = (element, name) => (element.dataset[name] || "").split(" ");

  function light(report) {
    let first = null;
    for (const piece of document.querySelectorAll("#art mark[data-reports]")) {
      const lit = tokens(piece, "reports").includes(report);
      piece.classList.toggle("lit", lit);
      if (lit && !first) first = piece;
    }
    for (const item of document.querySelectorAll(".prop")) {
      item.classList.toggle("on", item.dataset.report === report);
    }
    return first;
  }

  function choose(item) {
    const first = light(item.dataset.report);
    const link = item.querySelector("a.choose");
    if (link) history.replaceState(null, "", new URL(link.href).pathname + new URL(link.href).search);
    if (first) first.scrollIntoView({ block: "center", behavior: "auto" });
  }

  function warm(item, field) {
    const wanted = field && `${item.dataset.report}:${field}`;
    for (const piece of document.querySelectorAll("#art mark[data-fields]")) {
      const hot = Boolean(wanted) && tokens(piece, "fields").some((name) => name === wanted || name.startsWith(`${wanted}.`));
      piece.classList.toggle("hot", hot);
    }
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.choose");
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    choose(link.closest(".prop"));
  });

  for (const [enter, leave] of [["mouseover", "mouseout"], ["focusin", "focusout"]]) {
    document.addEventListener(enter, (event) => {
      const field = event.target.closest(".prop [data-field]");
      if (field) warm(field.closest(".prop"), field.dataset.field);
    });
    document.addEventListener(leave, (event) => {
      const field = event.target.closest(".prop [data-field]");
      if (field) warm(field.closest(".prop"), null);
    });
  }

  // After a decision the work goes on at the next proposal that is still open; an opened form takes the focus itself.
  // Settled, not swapped: until then the new row still carries the classes of the old one. One answer settles several parts.
  const settled = new WeakSet();
  document.addEventListener("htmx:afterSettle", (event) => {
    if (settled.has(event.detail.xhr)) return;
    settled.add(event.detail.xhr);
    const id = event.detail.target && event.detail.target.id;
    const item = id && document.getElementById(id);
    if (!item || !item.classList.contains("prop")) return;
    if (item.querySelector("form.edit")) {
      light(item.dataset.report);
      const wrong = item.querySelector("[aria-invalid]");
      (wrong || item.querySelector("form.edit input:not([type=hidden])")).focus();
      return;
    }
    const open = [...document.querySelectorAll(".prop.proposed")];
    const after = (element) => item.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
    const next = item.classList.contains("proposed") ? item : open.find(after) || open[0] || item;
    choose(next);
    next.querySelector("a.choose").focus({ preventScroll: false });
  });

  // A link to a report opens at its words, also where the article is long.
  const wanted = new URLSearchParams(location.search).get("report");
  const item = wanted && document.getElementById(`p${wanted}`);
  if (item) choose(item);
})();
