/** What every page does: keys, light, dates in the reader's own time, a clean sign-out. */

import { markSwitch, openDialog } from "./keys.js";
import { markTheme, toggleTheme } from "./theme.js";

/** Write each `<time data-local>` below `root` in the reader's own time zone. */
function localDates(root) {
  const format = new Intl.DateTimeFormat(document.documentElement.lang, {
    day: "numeric",
    month: "long",
    year: "numeric",
  });
  const clock = new Intl.DateTimeFormat(document.documentElement.lang, {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  for (const time of root.querySelectorAll("time[data-local]")) {
    const at = new Date(time.dateTime);
    if (Number.isNaN(at.getTime())) continue;
    time.title = time.dateTime;
    time.textContent = `${format.format(at)}, ${clock.format(at)}`;
    delete time.dataset.local;
  }
}

document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-open]");
  if (opener) openDialog(opener.dataset.open);
  if (event.target.closest("[data-theme-toggle]")) toggleTheme();
});

// What is unsaved lives in session storage, and goes with the person.
document.addEventListener("submit", (event) => {
  if (event.target.matches("[data-sign-out]")) sessionStorage.clear();
});

document.addEventListener("htmx:load", (event) => localDates(event.target));

for (const hidden of document.querySelectorAll("[data-open][hidden]")) hidden.hidden = false;
markTheme();
markSwitch();
localDates(document);
