/**
 * A box that finds: type, move through the list, choose. Used for claims and for agents.
 *
 * Answers come when they come, keys too: what a person moved to by hand stays what Enter takes,
 * and an earlier list is never taken for the one that fits what is typed.
 */

import { ask } from "./requests.js";

const WAIT = 70; // milliseconds after a keystroke

const listOf = (input) => document.getElementById(input.getAttribute("aria-controls"));
const optionsOf = (input) => [...(listOf(input)?.querySelectorAll("[role=option]") ?? [])];
const keyOf = ({ dataset }) => dataset.claim ?? dataset.agent ?? "create";

// For each box: the wait for the next question, the question asked and how to give it up, whether
// the list fits what is typed, and what was moved to by hand.
const boxes = new WeakMap();
function stateOf(input) {
  if (!boxes.has(input)) boxes.set(input, { fits: true });
  return boxes.get(input);
}

/** Return the option that is marked, or null. */
export const activeOption = (input) =>
  optionsOf(input).find((option) => option.classList.contains("active")) ?? null;

/** Return the option with this number, from 1, or null. */
export const optionAt = (input, number) => optionsOf(input)[number - 1] ?? null;

/** Tell whether the box has a list to choose from, or will have one in a moment. */
export const isOpen = (input) => !stateOf(input).fits || optionsOf(input).length > 0;

/** Ask for what fits the box now; resolves when the list shows it. */
export function find(input) {
  const { byHand } = stateOf(input);
  stop(input);
  const query = input.value.trim();
  const giveUp = new AbortController();
  const url = `${input.dataset.find}&q=${encodeURIComponent(query)}`;
  const asked = ask(url, listOf(input).id, giveUp.signal).then((list) => {
    if (!giveUp.signal.aborted && input.isConnected) show(input, list);
  });
  boxes.set(input, { giveUp, asked, fits: false, byHand });
  return asked;
}

function show(input, list) {
  if (list === null) {
    fold(input); // the answer was lost: nothing of an earlier list may be chosen
    return;
  }
  const state = stateOf(input);
  listOf(input).outerHTML = list;
  const options = optionsOf(input);
  const first = input.value.trim() && !state.byHand ? options[0] : null;
  const kept = options.find((option) => keyOf(option) === state.byHand);
  if (!kept) state.byHand = null;
  state.fits = true;
  input.setAttribute("aria-expanded", "true");
  activate(input, kept ?? first);
  input.dispatchEvent(new CustomEvent("found", { bubbles: true }));
}

/** Ask a moment after the last keystroke. */
export function findSoon(input) {
  stop(input);
  boxes.set(input, { timer: setTimeout(() => find(input), WAIT), fits: false });
}

/** Stop asking; the list stays as it is. */
export function stop(input) {
  const { timer, giveUp } = stateOf(input);
  clearTimeout(timer);
  giveUp?.abort();
  boxes.set(input, { fits: true });
}

/**
 * Return what Enter chooses: the option moved to by hand, else the first that fits what is typed.
 *
 * Resolves with null when nothing matches, with undefined when the person has typed on.
 */
export async function meant(input) {
  const byHand = optionsOf(input).find((option) => keyOf(option) === stateOf(input).byHand);
  if (byHand) return byHand;
  const typed = input.value;
  if (!isOpen(input)) find(input);
  while (!stateOf(input).fits && input.isConnected && input.value === typed) {
    await (stateOf(input).asked ?? find(input)); // another may have taken its place
  }
  return input.value === typed ? activeOption(input) : undefined;
}

/** Make `option` the one Enter chooses. */
export function activate(input, option) {
  for (const other of optionsOf(input)) {
    other.classList.toggle("active", other === option);
    other.setAttribute("aria-selected", String(other === option));
  }
  if (option) {
    input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  } else {
    input.removeAttribute("aria-activedescendant");
  }
}

/** Move to the next or previous option; `by` is 1 or -1. */
export function moveActive(input, by) {
  const options = optionsOf(input);
  if (!options.length) return;
  const now = options.indexOf(activeOption(input));
  const next = now < 0 ? (by > 0 ? 0 : options.length - 1) : now + by;
  const option = options[(next + options.length) % options.length];
  stateOf(input).byHand = keyOf(option);
  activate(input, option);
}

/** Empty and fold the list. */
export function fold(input) {
  stop(input);
  listOf(input)?.replaceChildren();
  input.setAttribute("aria-expanded", "false");
  input.removeAttribute("aria-activedescendant");
}
