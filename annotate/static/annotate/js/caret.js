/** Caret mode: walk through the text and select words with the keyboard alone. */

import { allWords } from "./selection.js";

const STEPS = {
  ArrowRight: ["right", "character"], // as it is seen: backward in a text from right to left
  ArrowLeft: ["left", "character"],
  ArrowDown: ["forward", "line"],
  ArrowUp: ["backward", "line"],
  Home: ["backward", "lineboundary"],
  End: ["forward", "lineboundary"],
};
const HOPS = 300; // steps over cards and margins before the next passage is given up
let walking = false;

/** Tell whether caret mode is on. */
export const isWalking = () => walking;

/** Begin at the selection, at the passage last reached, or at the first one in view. */
export function start() {
  walking = true;
  const selection = document.getSelection();
  const inside = selection?.anchorNode?.parentElement?.closest("[data-passage]");
  if (!inside) {
    const words = allWords().filter((one) => "taggable" in one.dataset);
    const first = words.find((one) => one.getBoundingClientRect().top > 0) ?? words[0];
    if (first) selection.collapse(first.firstChild ?? first, 0);
  }
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  draw();
}

/** Leave caret mode. */
export function stop() {
  walking = false;
  draw();
}

/** Move or stretch the selection; returns whether the key was one of the caret's. */
export function onKey(event) {
  const step = STEPS[event.key];
  if (!walking || !step || event.altKey) return false;
  event.preventDefault();
  const [direction, unit] = step;
  const byWord = (event.ctrlKey || event.metaKey) && unit === "character";
  go(event.shiftKey ? "extend" : "move", direction, byWord ? "word" : unit);
  draw();
  follow();
  return true;
}

const inWords = (node) => (node?.closest ? node : node?.parentElement)?.closest("[data-passage]");

/** Go one step, over whatever is no text of the document; stay where nothing of it follows. */
function go(how, direction, unit) {
  const selection = document.getSelection();
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  for (let hop = 0; hop < HOPS; hop += 1) {
    const before = [selection.focusNode, selection.focusOffset];
    selection.modify(how, direction, unit);
    if (inWords(selection.focusNode)) return;
    if (selection.focusNode === before[0] && selection.focusOffset === before[1]) break;
  }
  if (anchorNode) selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
}

/** Draw the caret where the selection's moving end stands. */
export function draw() {
  const caret = document.getElementById("caret");
  const selection = document.getSelection();
  if (!caret) return;
  caret.hidden = !walking || !selection?.focusNode;
  if (caret.hidden) return;
  const box = boxAt(selection.focusNode, selection.focusOffset);
  caret.style.setProperty("--x", `${box.left}px`);
  caret.style.setProperty("--y", `${box.top}px`);
  caret.style.setProperty("--h", `${box.height || 20}px`);
}

/** Bring the caret into view. */
function follow() {
  const { focusNode, focusOffset } = document.getSelection();
  const box = boxAt(focusNode, focusOffset);
  if (box.top < 60 || box.bottom > innerHeight - 60) scrollBy({ top: box.top - innerHeight / 2 });
}

function boxAt(node, offset) {
  const range = document.createRange();
  range.setStart(node, offset);
  range.collapse(true);
  return range.getClientRects()[0] ?? node.parentElement.getBoundingClientRect();
}
