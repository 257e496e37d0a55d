// What htmx cannot put on the page is said at its top: a refused request, a fault of the server, no connection.
(() => {
  "use strict";

  const WORDS = {
    0: "The program cannot be reached. What you see may be old; try again in a moment.",
    400: "That request was not understood. Reload the page and try again. Nothing was changed.",
    403: "That was refused: you were logged out and in again meanwhile, or may not do this. Reload the page. Nothing was changed.",
    404: "That is not here any more. Reload the page.",
    413: "That was too much at once.",
  };
  const FAULT = "Something went wrong in the program. Nothing was changed; try again, and tell an administrator if it stays.";

  function say(words) {
    const place = document.getElementById("trouble");
    place.querySelector("p").textContent = words;
    place.hidden = false;
  }

  document.addEventListener("htmx:responseError", (event) => say(WORDS[event.detail.xhr.status] || FAULT));
  document.addEventListener("htmx:sendError", () => say(WORDS[0]));
  document.addEventListener("htmx:timeout", () => say(WORDS[0]));
  document.addEventListener("htmx:afterRequest", (event) => {
    if (event.detail.successful) document.getElementById("trouble").hidden = true;
  });
})();
