// Choosing many articles: one box ticks all of the page, and the number of chosen ones is said. Without this script each
// box still works.
const form = document.getElementById("chosen");

if (form) {
  const all = document.getElementById("tick-all");
  const said = document.getElementById("ticked");
  const boxes = () => [...form.querySelectorAll("input[name=article]")];

  function tell() {
    const ticked = boxes().filter((box) => box.checked).length;
    said.textContent = ticked ? `${ticked} chosen` : "";
    if (!all) return;
    all.checked = ticked > 0 && ticked === boxes().length;
    all.indeterminate = ticked > 0 && !all.checked;
  }

  for (const hidden of document.querySelectorAll("[data-script]")) hidden.hidden = false;
  form.addEventListener("change", (event) => {
    if (event.target === all) for (const box of boxes()) box.checked = all.checked;
    tell();
  });
  addEventListener("pageshow", tell);
}
