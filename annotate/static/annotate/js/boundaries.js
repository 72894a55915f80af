/** Change the words of a tag: drag its two grips, or Shift and the arrows. */

import { describe, move } from "./anchor.js";
import { highlight, rangeOf, wordsOf } from "./selection.js";

let piece = null;
let done = null;

/** Tell whether the words of a tag are being changed. */
export const isChanging = () => piece !== null;

/** Begin with the words of `card`; `finish(piece)` is called when they are to be saved. */
export function start(card, finish) {
  const words = card.closest(".passage").querySelector(".words");
  piece = {
    passage: words.dataset.passage,
    section: card.closest(".passage").id,
    start: Number(card.dataset.start),
    end: Number(card.dataset.end),
  };
  done = finish;
  for (const edge of ["start", "end"]) document.getElementById("main").append(makeGrip(edge));
  draw();
  document.querySelector(".grip[data-edge=end]").focus({ preventScroll: true });
}

/** Leave the words as they were. */
export function cancel() {
  piece = null;
  for (const grip of document.querySelectorAll(".grip")) grip.remove();
  highlight([]);
}

function makeGrip(edge) {
  const grip = document.createElement("button");
  grip.type = "button";
  grip.className = "grip";
  grip.dataset.edge = edge;
  const labels = document.getElementById("mode").dataset;
  grip.setAttribute("aria-label", edge === "start" ? labels.gripStart : labels.gripEnd);
  grip.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    grip.setPointerCapture(event.pointerId);
    grip.focus({ preventScroll: true });
  });
  grip.addEventListener("pointermove", (event) => {
    if (grip.hasPointerCapture(event.pointerId)) drag(edge, event.clientX, event.clientY);
  });
  return grip;
}

/** Return the browser's caret at a point of the window, as `{node, offset}`. */
function caretAt(x, y) {
  if (document.caretPositionFromPoint) {
    const at = document.caretPositionFromPoint(x, y);
    return at && { node: at.offsetNode, offset: at.offset };
  }
  const at = document.caretRangeFromPoint(x, y);
  return at && { node: at.startContainer, offset: at.startOffset };
}

function drag(edge, x, y) {
  for (const grip of document.querySelectorAll(".grip")) grip.hidden = true;
  const at = caretAt(x, y);
  for (const grip of document.querySelectorAll(".grip")) grip.hidden = false;
  const words = wordsOf(piece);
  const range = rangeOf(piece);
  if (!at || !words.contains(at.node)) return;
  if (edge === "start") range.setStart(at.node, at.offset);
  else range.setEnd(at.node, at.offset);
  const place = describe(range, words);
  if (place) Object.assign(piece, place);
  draw();
}

/** Move an edge by key; returns whether the key was one of these. */
export function onKey(event) {
  if (!piece) return false;
  if (event.key === "Escape") cancel();
  else if (event.key === "Enter") finish();
  else if (event.shiftKey && (event.key === "ArrowLeft" || event.key === "ArrowRight")) step(event);
  else return false;
  event.preventDefault();
  return true;
}

/** Tell whether the words run from right to left: the arrows go as it is seen. */
const isFromRight = (words) => getComputedStyle(words).direction === "rtl";

function step(event) {
  const words = wordsOf(piece);
  const focused = document.activeElement?.dataset.edge;
  const edge = event.altKey || focused === "start" ? "start" : "end";
  const direction = (event.key === "ArrowRight") !== isFromRight(words) ? "forward" : "backward";
  const unit = event.ctrlKey || event.metaKey ? "word" : "character";
  const { start, end } = piece;
  const base = Number(words.dataset.start);
  Object.assign(piece, move(start, end, edge, direction, unit, words.textContent, base));
  draw();
}

function finish() {
  const changed = { ...piece, exact: rangeOf(piece).toString() };
  const callback = done;
  cancel();
  callback(changed);
}

/** Draw the words and their grips where they stand now. */
export function draw() {
  if (!piece) return;
  highlight([piece]);
  const rects = [...rangeOf(piece).getClientRects()];
  const ends = { start: rects[0], end: rects.at(-1) };
  for (const grip of document.querySelectorAll(".grip")) {
    const box = ends[grip.dataset.edge];
    const isLeft = (grip.dataset.edge === "start") !== isFromRight(wordsOf(piece));
    const x = isLeft ? box.left : box.right;
    grip.style.setProperty("--x", `${x}px`);
    grip.style.setProperty("--y", `${box.bottom}px`);
  }
}
