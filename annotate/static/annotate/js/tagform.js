/** The keys and choices of the tag form, wherever it stands: in the picker or on its own page. */

import * as drafts from "./drafts.js";
import {
  activate, find, findSoon, fold, isOpen, meant, moveActive, optionAt, stop,
} from "./finder.js";
import * as picker from "./picker.js";
import { previewSoon } from "./preview.js";

/** Take a claim or an agent from a list into its form. */
export function choose(input, option) {
  const { form } = input;
  stop(input);
  if ("create" in option.dataset) return startNew(input, input.value.trim());
  if (input.name === "q") {
    form.elements.claim.value = option.dataset.claim;
    form.querySelector(".new-claim").hidden = true;
    form.elements.new_claim.value = "";
  } else {
    form.elements[input.name.replace("new_", "")].value = option.dataset.agent;
    if (input.name === "new_held_by") chooseOther(form);
  }
  input.value = option.dataset.label ?? option.dataset.name;
  activate(input, option);
  if (input.name !== "q") fold(input);
  remember(form);
  return true;
}

function startNew(input, label) {
  const { form } = input;
  if (input.name !== "q") {
    form.elements[input.name.replace("new_", "")].value = "";
    input.value = label;
    fold(input);
    chooseOther(form);
    remember(form);
    return true;
  }
  form.elements.claim.value = "";
  form.elements.new_claim.value = label;
  form.querySelector(".new-claim").hidden = false;
  fold(input);
  form.elements.new_claim_text.focus();
  remember(form);
  return false;
}

function chooseOther(form) {
  const other = [...form.elements.whose].find((radio) => radio.value === "other");
  if (other) other.checked = true;
}

/** Keep the draft and show the sentence again. */
export function remember(form) {
  if (picker.openForm() === form && !picker.isEditing()) drafts.keep(form, picker.openPieces());
  previewSoon(form);
}

/** Save with what is typed: take the active claim first; a new one asks for its sentence. */
export async function saveWithTyped(form, keep) {
  const input = form.elements.q;
  if (!form.elements.claim.value && !form.elements.new_claim.value) {
    const option = await meant(input);
    if (option === undefined) return;
    if (!option && !input.value && document.activeElement === input) return;
    if (option && !choose(input, option)) return;
  }
  submit(form, keep);
}

/** Take the agent that Enter means; save when the box means none. */
async function takeTyped(input, keep) {
  const option = await meant(input);
  if (option) choose(input, option);
  else if (option === null) saveWithTyped(input.form, keep);
}

function submit(form, keep) {
  if (picker.openForm() === form) picker.save(keep);
  else form.requestSubmit();
}

/** Answer a key in the form; input methods keep theirs. */
export function onKey(event) {
  if (event.isComposing || event.keyCode === 229) return;
  const { target: input } = event;
  const { form } = input;
  const isBox = input.getAttribute("role") === "combobox";
  if (isBox && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    event.preventDefault();
    moveActive(input, event.key === "ArrowDown" ? 1 : -1);
  } else if (input.name === "q" && /^[1-9]$/.test(event.key) && !input.value && plain(event)) {
    const option = optionAt(input, Number(event.key));
    event.preventDefault();
    if (option) choose(input, option);
  } else if (event.key === "Enter" && input.name === "q") {
    event.preventDefault();
    saveWithTyped(form, event.shiftKey);
  } else if (event.key === "Enter" && isBox && isOpen(input)) {
    event.preventDefault();
    takeTyped(input, event.shiftKey);
  } else if (event.key === "Enter" && input.matches("input, [data-save]") && input.type !== "checkbox") {
    event.preventDefault();
    saveWithTyped(form, event.shiftKey);
  }
}

const plain = (event) => !event.ctrlKey && !event.metaKey && !event.altKey;

/** Answer typing and choosing in the form. */
export function onInput(event) {
  const { target: input } = event;
  const { form } = input;
  if (input.name === "q") {
    form.elements.claim.value = "";
    form.querySelector(".new-claim").hidden = true;
    form.elements.new_claim.value = "";
    findSoon(input);
  } else if (input.getAttribute("role") === "combobox") {
    form.elements[input.name.replace("new_", "")].value = "";
    if (input.name === "new_held_by" && input.value) chooseOther(form);
    findSoon(input);
  }
  remember(form);
}

/** Show the recent claims or agents when an empty box is entered. */
export function onFocus(event) {
  const { target: input } = event;
  if (input.getAttribute("role") === "combobox" && input.name !== "q" && !input.value) find(input);
}
