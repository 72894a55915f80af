/** The words a person has selected, passage by passage, and how they stay visible. */

import { describe, locate } from "./anchor.js";

/** Return the passages' word elements, in text order. */
export const allWords = () => [...document.querySelectorAll("[data-passage]")];

/**
 * Return the selected pieces, one per passage that can be tagged, in text order.
 *
 * A piece is `{passage, section, start, end, exact}`; offsets are code points of the version.
 */
export function selectedPieces() {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return [];
  const range = selection.getRangeAt(0);
  return allWords()
    .filter((words) => "taggable" in words.dataset && range.intersectsNode(words))
    .map((words) => pieceOf(words, describe(range, words)))
    .filter(Boolean);
}

function pieceOf(words, place) {
  return place && { passage: words.dataset.passage, section: words.closest(".passage").id, ...place };
}

/** Tell whether something is selected inside the text, taggable or not. */
export function selectsText() {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return false;
  const range = selection.getRangeAt(0);
  return allWords().some((words) => range.intersectsNode(words) && describe(range, words));
}

/** Return the word element of a piece as it stands now, after whatever swap. */
export const wordsOf = (piece) => document.querySelector(`[data-passage="${piece.passage}"]`);

/** Return the browser's range of a piece, or null when its passage is not on the page. */
export function rangeOf(piece) {
  const words = wordsOf(piece);
  return words && locate(words, piece.start, piece.end);
}

/** Keep the words of `pieces` marked while the focus is elsewhere. */
export function highlight(pieces) {
  if (!CSS.highlights) return;
  const ranges = pieces.map(rangeOf).filter(Boolean);
  if (ranges.length) CSS.highlights.set("draft", new Highlight(...ranges));
  else CSS.highlights.delete("draft");
}

/** Give the selection back to the person. */
export function restore(pieces) {
  const ranges = pieces.map(rangeOf).filter(Boolean);
  if (!ranges.length) return;
  const whole = ranges[0].cloneRange();
  const last = ranges.at(-1);
  whole.setEnd(last.endContainer, last.endOffset);
  const selection = document.getSelection();
  selection.removeAllRanges();
  selection.addRange(whole);
}
