/** The picker at the selection: opens, keeps its place, closes and restores the selection. */

import * as drafts from "./drafts.js";
import { find, fold } from "./finder.js";
import { get, process, requestKey } from "./requests.js";
import { highlight, rangeOf, restore } from "./selection.js";

const MARGIN = 8; // px between the words and the picker
const LEAST = 400; // px of height below which the picker would rather cover words
const OF_THE_WORDS = new Set(["passage", "start", "end", "exact", "request_key", "guard"]);

const picker = () => document.getElementById("picker");
const state = { pieces: [], keep: false, editing: false, blank: "" };

/** Return the form in the picker, or null when it is closed. */
export const openForm = () => (picker() && !picker().hidden ? picker().querySelector("form") : null);

/** Return the pieces the picker is open for. */
export const openPieces = () => state.pieces;

/** Return what was answered so far, but for the words it is about; null when nothing was. */
export function answers() {
  const form = openForm();
  if (!form || state.editing || contents(form) === state.blank) return null;
  return drafts.fieldsOf(form).filter(([name]) => !OF_THE_WORDS.has(name));
}

const contents = (form) => JSON.stringify(drafts.fieldsOf(form));

/** Open the picker for the first of `pieces`; the others follow when it is saved. */
export function open(pieces, fields = null) {
  const form = document.getElementById("blank-form").content.querySelector("form").cloneNode(true);
  const [piece] = pieces;
  for (const name of ["passage", "start", "end", "exact"]) form.elements[name].value = piece[name];
  form.elements.request_key.value = requestKey();
  form.setAttribute("hx-target", `#${piece.section}`);
  state.blank = contents(form);
  if (fields) drafts.refill(form, fields);
  state.editing = false;
  state.pieces = pieces;
  show(form);
  find(form.elements.q);
}

/** Open the picker on the form of a saved tag; resolves with the form. */
export async function openEdit(url, piece) {
  state.editing = true;
  state.pieces = [piece];
  picker().replaceChildren();
  picker().hidden = false;
  await get(url, "#picker");
  return openForm();
}

function show(form) {
  const box = picker();
  box.replaceChildren(form);
  box.hidden = false;
  form.querySelector(".selected-words").textContent = state.pieces[0].exact;
  dress(form);
  highlight(state.pieces);
  form.elements.q.focus({ preventScroll: true });
}

/** Show the parts of a form that need this script, and put the picker in its place. */
export function dress(form) {
  process(form); // at once: htmx would do it later, and an Enter before that loads a whole page
  for (const part of form.querySelectorAll("[data-without-js]")) part.hidden = true;
  for (const part of form.querySelectorAll("#claim-query, [data-close]")) part.hidden = false;
  position();
}

/** Put the picker above or below the words, wherever there is more room, never over them. */
export function position() {
  const box = picker();
  const range = state.pieces.length ? rangeOf(state.pieces[0]) : null;
  if (!box || box.hidden || !range) return;
  const words = range.getBoundingClientRect();
  const above = words.top - 2 * MARGIN;
  const below = innerHeight - words.bottom - 2 * MARGIN;
  const room = Math.max(above, below, LEAST);
  box.style.setProperty("--room", `${room}px`);
  const { width, height } = box.getBoundingClientRect();
  const y = below >= Math.min(above, height) ? words.bottom + MARGIN : words.top - MARGIN - height;
  const x = Math.min(words.left, innerWidth - width - MARGIN);
  box.style.setProperty("--x", `${Math.max(MARGIN, x)}px`);
  box.style.setProperty("--y", `${Math.max(MARGIN, Math.min(y, innerHeight - height - MARGIN))}px`);
}

/** Close the picker; with `giveBack` the words are selected again. */
export function close({ giveBack = true } = {}) {
  const box = picker();
  if (!box || box.hidden) return;
  const { pieces, editing } = state;
  box.hidden = true;
  box.replaceChildren();
  state.pieces = [];
  state.keep = false;
  highlight([]);
  if (!editing) drafts.forget();
  if (giveBack) {
    restore(pieces);
    document.getElementById(pieces[0]?.section)?.querySelector(".words")?.focus();
  }
}

/** Save; with `keep` the words stay for the next claim. */
export function save(keep = false) {
  const form = openForm();
  if (!form) return;
  state.keep = keep;
  form.querySelector(".failure").hidden = true;
  form.requestSubmit();
}

/** Go on after a save: the same words again, the next passage, or back to the text. */
export function saved() {
  const { pieces, keep, editing } = state;
  const form = openForm();
  if (!form) return false;
  const claim = form.elements.claim.value;
  const query = form.elements.q.value;
  drafts.forget();
  state.keep = false;
  if (keep && !editing) {
    open(pieces);
  } else if (pieces.length > 1) {
    open(pieces.slice(1), [["claim", claim], ["q", query]]);
    fold(openForm().elements.q);
  } else {
    close({ giveBack: false });
    return true;
  }
  return false;
}

/** Say that nothing was saved, why, and that saving again is safe. */
export function failed(why = "") {
  const box = openForm()?.querySelector(".failure");
  if (!box) return;
  box.textContent = why || box.dataset.failed;
  box.hidden = false;
  openForm().querySelector("[data-save]").focus();
}

/** Whether the picker edits a saved tag. */
export const isEditing = () => state.editing;
