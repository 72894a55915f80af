/** The workbench: wires text, picker, cards and keys together; has no state of its own. */

import * as boundaries from "./boundaries.js";
import * as cards from "./cards.js";
import * as caret from "./caret.js";
import * as drafts from "./drafts.js";
import { find } from "./finder.js";
import * as picker from "./picker.js";
import { showPlace } from "./places.js";
import { previewSoon } from "./preview.js";
import { selectedPieces, selectsText } from "./selection.js";
import * as tagform from "./tagform.js";

const main = document.getElementById("main");
const mode = document.getElementById("mode");
const touchButton = document.getElementById("tag-selection");
const isTyping = (target) => target.closest?.("input, textarea, select, [contenteditable]") !== null;
const isReading = () => document.body.classList.contains("reading");
const inPicker = (target) => target.closest?.("#picker") !== null;
const say = (name) => {
  if (mode) mode.textContent = name ? mode.dataset[name] : "";
};

/** Open the picker on the selected words, or say why there is none. */
function openOnSelection() {
  if (!mode || isReading() || boundaries.isChanging()) return;
  const pieces = selectedPieces();
  if (pieces.length) {
    say(pieces.length > 1 ? "several" : "");
    caret.stop();
    picker.open(pieces, picker.answers()); // what was answered for other words holds for these
  } else if (selectsText()) {
    say("untaggable");
  }
}

function closePicker() {
  say("");
  picker.close();
}

function toggleReading() {
  say(document.body.classList.toggle("reading") ? "reading" : "");
}

// After a drag the picker opens at once, so that no key typed next is lost; after a click the
// browser first takes an old selection away.
let pressed = { x: 0, y: 0 };
let dragged = false;
document.addEventListener("pointerup", (event) => {
  if (event.button !== 0 || event.pointerType === "touch" || inPicker(event.target)) return;
  if (event.target.closest("button, a, input, summary, .grip")) return;
  dragged = Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > 3;
  if (dragged) openOnSelection();
  else setTimeout(openOnSelection);
});
document.addEventListener("pointerdown", (event) => {
  pressed = { x: event.clientX, y: event.clientY };
  dragged = false;
  const form = picker.openForm();
  if (!form || inPicker(event.target) || picker.isEditing()) return;
  if (picker.answers()) say("unfinished");
  else picker.close({ giveBack: false });
});
document.addEventListener("selectionchange", () => {
  if (touchButton) touchButton.hidden = !selectedPieces().length || picker.openForm() !== null;
});
touchButton?.addEventListener("click", openOnSelection);

document.addEventListener("click", (event) => {
  const option = event.target.closest("#picker [role=option]");
  if (option) {
    const input = document.querySelector(`[aria-controls="${option.closest("[role=listbox]").id}"]`);
    tagform.choose(input, option);
    return;
  }
  if (event.target.closest("[data-close]")) closePicker();
  const save = event.target.closest("#picker [data-save]");
  if (save) {
    event.preventDefault();
    tagform.saveWithTyped(save.form, event.shiftKey);
    return;
  }
  const edit = event.target.closest("[data-edit]");
  if (edit && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    const card = edit.closest(".card");
    picker.openEdit(edit.dataset.edit, pieceOf(card)).then(() => picker.position());
  }
  if (event.target.closest("[data-boundaries]")) changeWords(event.target.closest(".card"));
  if (!edit && !(dragged && event.detail)) cards.onClick(event); // 0: made by a key
});

function pieceOf(card) {
  const words = card.closest(".passage").querySelector(".words");
  const { start, end } = card.dataset;
  const section = card.closest(".passage").id;
  return { passage: words.dataset.passage, section, start: Number(start), end: Number(end) };
}

function changeWords(card) {
  const url = card.querySelector("[data-edit]").dataset.edit;
  say("boundaries");
  boundaries.start(card, async (piece) => {
    say("");
    const form = await picker.openEdit(url, piece);
    for (const name of ["start", "end"]) form.elements[name].value = piece[name];
    picker.save();
  });
}

document.addEventListener("keydown", (event) => {
  if (boundaries.onKey(event)) return;
  const form = picker.openForm();
  if (form?.contains(event.target) || event.target.form?.matches(".tag-form")) tagform.onKey(event);
  if (event.key === "Escape" && !event.isComposing) {
    if (form) closePicker();
    else if (caret.isWalking()) caret.stop();
    else if (cards.selectedId()) cards.fold();
  }
  if (isTyping(event.target) || event.isComposing || caret.onKey(event)) return;
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
  if (event.key === "r" && plain) toggleReading();
  else if (event.key === "c" && plain && mode) caret.start();
  else if (event.key === "Enter" && !event.target.closest("a, button, summary") && selectsText()) {
    event.preventDefault(); // or this very Enter would send the form that opens
    openOnSelection();
  }
});
document.addEventListener("input", (event) => {
  if (event.target.form?.matches(".tag-form")) tagform.onInput(event);
});
document.addEventListener("found", (event) => previewSoon(event.target.form));
document.addEventListener("focusin", (event) => {
  if (event.target.form?.matches(".tag-form")) tagform.onFocus(event);
});
document.addEventListener("copy", (event) => {
  const { target } = event;
  const selects = target.selectionStart !== target.selectionEnd;
  const [piece] = picker.openPieces();
  if (!piece?.exact || !inPicker(target) || selects) return;
  event.clipboardData.setData("text/plain", piece.exact);
  event.preventDefault();
});

// What the server answers.
document.addEventListener("htmx:afterSwap", () => {
  const form = picker.openForm();
  if (form && !("dressed" in form.dataset)) {
    form.dataset.dressed = ""; // once: later swaps are of its own suggestions and sentence
    picker.dress(form);
    previewSoon(form);
    focusForm(form);
  }
});

function focusForm(form) {
  if ("guarded" in form.dataset) form.querySelector("[data-save]").focus();
  else if (!form.querySelector(".new-claim").hidden) form.elements.new_claim_text.focus();
  else {
    form.elements.q.focus();
    if (form.elements.q.value && !form.elements.claim.value) find(form.elements.q);
  }
}

document.addEventListener("tag-saved", (event) => {
  const { tag } = event.detail;
  say("");
  const finished = picker.saved();
  const card = document.getElementById(`t${tag}`);
  cards.foldAllBut(String(tag));
  const undo = document.querySelector("#toast form button");
  if (undo) undo.focus({ preventScroll: true });
  else if (finished) card?.querySelector(".card-line")?.focus({ preventScroll: true });
  if (card?.classList.contains("selected")) cards.showSelected(String(tag));
});
document.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr } = event.detail;
  if (!new URL(xhr.responseURL || location.href).pathname.startsWith("/accounts/login")) return;
  event.detail.shouldSwap = false;
  picker.failed(mode?.dataset.signedOut);
});
for (const failure of ["htmx:sendError", "htmx:timeout", "htmx:responseError"]) {
  // The page also asks for suggestions and news, whose failures lose nothing.
  document.addEventListener(failure, (event) => {
    if (event.target === picker.openForm()) picker.failed();
  });
}

for (const moved of ["resize", "scroll"]) {
  addEventListener(moved, () => {
    picker.position();
    boundaries.draw();
    caret.draw();
  }, { passive: true });
}
addEventListener("hashchange", showPlace);
for (const button of document.querySelectorAll("[data-boundaries]")) button.hidden = false;
document.addEventListener("htmx:load", (event) => {
  for (const button of event.target.querySelectorAll?.("[data-boundaries]") ?? []) button.hidden = false;
});
const draft = mode && drafts.kept();
if (draft?.pieces?.length && main) picker.open(draft.pieces, draft.fields);
else showPlace();
