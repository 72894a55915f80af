/**
 * A desk: one thing after another, decided by the keys shown on the buttons.
 *
 * A key presses the first button or link of the page that carries it, so that on a list it is
 * that of the first row; where the focus is in a row, that row's.
 */

const FIELDS = "input, textarea, select, [contenteditable], [role=textbox]";

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return;
  if (event.target.closest?.(FIELDS)) return;
  const row = event.target.closest?.("[data-desk-row]") ?? document;
  const chosen = row.querySelector(`[data-desk-key="${CSS.escape(event.key)}"]`);
  if (!chosen) return;
  event.preventDefault();
  chosen.click();
});
