/** A box that finds: type, move through the list, choose. Used for claims and for agents. */

import { get } from "./requests.js";

const WAIT = 70; // milliseconds after a keystroke

const listOf = (input) => document.getElementById(input.getAttribute("aria-controls"));
const optionsOf = (input) => [...(listOf(input)?.querySelectorAll("[role=option]") ?? [])];
const timers = new WeakMap();
const pending = new WeakMap();

/** Return the option that Enter would choose, or null. */
export const activeOption = (input) =>
  optionsOf(input).find((option) => option.classList.contains("active")) ?? null;

/** Return the option with this number, from 1, or null. */
export const optionAt = (input, number) => optionsOf(input)[number - 1] ?? null;

/** Ask for what fits the box now; resolves when the list shows it. */
export function find(input) {
  clearTimeout(timers.get(input));
  const query = input.value.trim();
  const url = `${input.dataset.find}&q=${encodeURIComponent(query)}`;
  const asked = get(url, `#${listOf(input).id}`, "outerHTML", input)
    .catch(() => undefined)
    .then(() => {
      if (!input.isConnected || input.value.trim() !== query) return;
      if (listOf(input).dataset.query !== query) {
        fold(input); // the answer was lost: nothing of an earlier list may be chosen
        pending.delete(input);
        return;
      }
      input.setAttribute("aria-expanded", "true");
      activate(input, query ? optionsOf(input)[0] : null);
      input.dispatchEvent(new CustomEvent("found", { bubbles: true }));
    });
  pending.set(input, asked);
  return asked;
}

/** Ask a moment after the last keystroke. */
export function findSoon(input) {
  clearTimeout(timers.get(input));
  timers.set(input, setTimeout(() => find(input), WAIT));
  pending.set(input, null);
}

/** Resolve once the list fits what stands in the box. */
export async function settled(input) {
  const asked = pending.get(input);
  await (asked ?? find(input));
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
  activate(input, options[(next + options.length) % options.length]);
}

/** Empty and fold the list. */
export function fold(input) {
  listOf(input)?.replaceChildren();
  input.setAttribute("aria-expanded", "false");
  input.removeAttribute("aria-activedescendant");
}
