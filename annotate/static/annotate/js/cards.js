/** Cards and marks: select a tag from either side; nothing moves but what was asked for. */

import { get } from "./requests.js";

const cardOf = (id) => document.getElementById(`t${id}`);
const idsOf = (mark) => mark.dataset.tags.split(" ");

/** Return the id of the selected tag, or null. */
export const selectedId = () => document.querySelector(".card.selected")?.dataset.tag ?? null;

/** Mark the words of the tag `id`, and only these, as selected, in that tag's own colour. */
export function showSelected(id) {
  const colour = /\bc\d+\b/.exec(id === null ? "" : (cardOf(id)?.className ?? ""))?.[0];
  for (const mark of document.querySelectorAll("mark.m")) {
    mark.dataset.plain ??= mark.className.replace(" selected", "");
    const chosen = id !== null && idsOf(mark).includes(id);
    mark.className = chosen
      ? `${mark.dataset.plain.replace(/\bc\d+\b/, colour)} selected`
      : mark.dataset.plain;
  }
}

/** Fold the open card to its line. */
export function fold() {
  foldAllBut(null);
  showSelected(null);
}

/** Fold every open card but that of the tag `id`. */
export function foldAllBut(id) {
  for (const card of document.querySelectorAll(".card.selected")) {
    if (card.dataset.tag === id) continue;
    card.classList.remove("selected");
    card.querySelector(".card-body")?.remove();
    card.querySelector(".card-line")?.removeAttribute("aria-current");
    card.querySelector(".card-line")?.setAttribute("aria-expanded", "false");
  }
}

/** Open the card of a tag, and show its words; `reveal` scrolls to the words. */
export async function select(id, { reveal = false, focus = true } = {}) {
  const card = cardOf(id);
  if (!card) return;
  if (selectedId() !== id) {
    fold();
    await get(`/tags/${id}/`, card, "outerHTML", card);
    history.replaceState(null, "", `?tag=${id}#t${id}`);
  }
  showSelected(id);
  if (reveal) {
    document.querySelector("mark.selected")?.scrollIntoView({ block: "center" });
  }
  if (focus) cardOf(id)?.querySelector(".card-line")?.focus({ preventScroll: true });
}

/** Select the innermost tag under a mark; when it is selected already, the next one. */
export function selectAt(mark) {
  const ids = idsOf(mark).reverse();
  const now = ids.indexOf(selectedId());
  return select(ids[(now + 1) % ids.length], { focus: false });
}

/** Handle a click on a card's line or on a mark; returns whether it was one. */
export function onClick(event) {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return false;
  const line = event.target.closest(".card-line");
  if (line) {
    event.preventDefault();
    const { tag } = line.closest(".card").dataset;
    if (selectedId() === tag) fold();
    else select(tag);
    return true;
  }
  const mark = event.target.closest("mark.m");
  const selection = document.getSelection();
  if (!mark || (selection && !selection.isCollapsed)) return false;
  selectAt(mark);
  return true;
}
