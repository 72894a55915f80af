/**
 * The keys: `?` lists them, and those that are one letter can be switched off.
 *
 * Speech input types letters by accident, hence the switch (WCAG 2.1.4). It is kept in this
 * browser and stops such keys before any other module hears of them.
 */

const STORED = "corroborate-letter-keys";
const FIELDS = "input, textarea, select, [contenteditable], [role=textbox]";

const isOff = () => localStorage.getItem(STORED) === "off";

/** Tell whether the key is one character, alone, outside of anything one types into. */
function isLetterKey(event) {
  const alone = !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
  return alone && /^\S$/u.test(event.key) && !event.target.closest?.(FIELDS);
}

/** Open the dialog `id`, unless it is open. */
export function openDialog(id) {
  const dialog = document.getElementById(id);
  if (dialog && !dialog.open) dialog.showModal();
}

/** Show the switch as it stands. */
export function markSwitch() {
  for (const box of document.querySelectorAll("[data-letter-keys]")) {
    box.checked = !isOff();
    box.closest("[hidden]")?.removeAttribute("hidden");
  }
}

addEventListener(
  "keydown",
  (event) => {
    if (!isLetterKey(event)) return;
    if (isOff()) event.stopImmediatePropagation();
    else if (event.key === "?") {
      event.preventDefault();
      openDialog("keys");
    }
  },
  { capture: true },
);

document.addEventListener("change", (event) => {
  if (!event.target.matches("[data-letter-keys]")) return;
  localStorage.setItem(STORED, event.target.checked ? "on" : "off");
});
