/**
 * Turns a browser selection into the offsets the server stores, and back.
 *
 * The server counts Unicode code points of the version's text; the DOM counts UTF-16 code
 * units of text nodes. Only this module knows that the two differ. A passage element carries
 * `data-passage` and `data-start` (where it begins in the version), and its text content is
 * exactly the passage's text, whatever `<mark>` elements lie in between.
 */

// What Python's str.isspace calls white space, plus U+200B and U+FEFF: as annotate/text/anchors.py.
const BLANK = "[\\s\\u001c-\\u001f\\u0085\\u200b\\ufeff]";
const LEADING = new RegExp(`^${BLANK}+`, "u");
const TRAILING = new RegExp(`${BLANK}+$`, "u");

/* Pure: strings and numbers. */

/** Count the code points of `text`. */
export const countCodePoints = (text) => [...text].length;

/** Return how many code points lie before the code unit `units` of `text`. */
export const toCodePoints = (text, units) => countCodePoints(text.slice(0, units));

/** Return the code unit at which the code point number `points` of `text` begins. */
export function toCodeUnits(text, points) {
  let units = 0;
  for (let left = points; left > 0; left -= 1) {
    if (units >= text.length) throw new RangeError(`The text has no code point ${points}.`);
    units += text.codePointAt(units) > 0xffff ? 2 : 1;
  }
  return units;
}

/** Tell whether the code unit `units` is the second half of a character. */
const splitsCharacter = (text, units) =>
  units > 0 && units < text.length && text.codePointAt(units - 1) > 0xffff;

/**
 * Describe the code units `from` to `to` of a passage's text, without blank ends.
 *
 * Return `{start, end, exact}` in code points of the version, or null when all is blank.
 */
export function describeUnits(text, from, to, base = 0) {
  const first = splitsCharacter(text, from) ? from - 1 : from;
  const last = splitsCharacter(text, to) ? to + 1 : to;
  const words = text.slice(first, last).replace(TRAILING, "");
  const exact = words.replace(LEADING, "");
  if (!exact) return null;

  const start = base + toCodePoints(text, first + words.length - exact.length);
  return { start, end: start + countCodePoints(exact), exact };
}

/**
 * Find the code point `points` of a text that is cut into `texts`.
 *
 * Between two pieces, a start belongs to the next one and an end to the one before, so that a
 * range never holds an empty bit of a neighbour. Return `{index, offset}`, the offset in code
 * units, or null when there is no such place.
 */
export function placeAmong(texts, points, edge) {
  let left = points;
  for (const [index, text] of texts.entries()) {
    const length = countCodePoints(text);
    if (left >= 0 && (edge === "end" ? left <= length : left < length)) {
      return { index, offset: toCodeUnits(text, left) };
    }
    left -= length;
  }
  return null;
}

const segmenters = {
  character: new Intl.Segmenter(undefined, { granularity: "grapheme" }),
  word: new Intl.Segmenter(undefined, { granularity: "word" }),
};

/** List the code units at which a range's `edge` may stand, in order. */
function stops(text, unit, edge) {
  const pieces = [...segmenters[unit].segment(text)].filter(
    (piece) => unit === "character" || piece.isWordLike,
  );
  const edges = pieces.map(({ index, segment }) => (edge === "end" ? index + segment.length : index));
  return [...new Set([0, ...edges, text.length])];
}

/**
 * Return the code point at which a caret or an edge stands after one step.
 *
 * `direction` is "forward" or "backward", `unit` "character" (what a reader sees as one) or
 * "word"; by words, a "start" stops before them and an "end" after them. At the end of the
 * text it stays where it is.
 */
export function step(text, offset, direction, unit, edge) {
  const units = toCodeUnits(text, offset);
  const places = stops(text, unit, edge);
  const next =
    direction === "forward"
      ? places.find((place) => place > units)
      : places.findLast((place) => place < units);
  return next === undefined ? offset : toCodePoints(text, next);
}

/**
 * Move one `edge` ("start" or "end") of a range by one step, as `step` does.
 *
 * Offsets are code points from `base`, where `text` begins. The range stays inside the text
 * and is never emptied: a step that would do so changes nothing.
 */
export function move(start, end, edge, direction, unit, text, base = 0) {
  const range = { start, end };
  range[edge] = base + step(text, range[edge] - base, direction, unit, edge);
  return range.start < range.end ? range : { start, end };
}

/* With the DOM: ranges and elements. */

/** Return the part of `range` that lies in `element`. */
function clip(range, element) {
  const inside = range.cloneRange();
  const whole = range.cloneRange();
  whole.selectNodeContents(element);
  if (inside.compareBoundaryPoints(Range.START_TO_START, whole) < 0) {
    inside.setStart(whole.startContainer, whole.startOffset);
  }
  if (inside.compareBoundaryPoints(Range.END_TO_END, whole) > 0) {
    inside.setEnd(whole.endContainer, whole.endOffset);
  }
  return inside;
}

/**
 * Describe the part of `range` in `passage` by its place and its quote.
 *
 * Return `{start, end, exact}` in code points of the version, without blank ends, or null
 * when the range holds no word of this passage.
 */
export function describe(range, passage) {
  if (!range.intersectsNode(passage)) return null;
  const inside = clip(range, passage);
  const before = inside.cloneRange();
  before.selectNodeContents(passage);
  before.setEnd(inside.startContainer, inside.startOffset);

  const from = before.toString().length;
  const to = from + inside.toString().length;
  return describeUnits(passage.textContent, from, to, Number(passage.dataset.start));
}

/** List the text nodes of `element` in order. */
function textNodes(element) {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  return nodes;
}

/** Return the Range of the version's code points `start` to `end`, or null if not in `passage`. */
export function locate(passage, start, end) {
  const base = Number(passage.dataset.start);
  const nodes = textNodes(passage);
  const texts = nodes.map((node) => node.data);
  const from = placeAmong(texts, start - base, "start");
  const to = placeAmong(texts, end - base, "end");
  if (!from || !to || start >= end) return null;

  const range = passage.ownerDocument.createRange();
  range.setStart(nodes[from.index], from.offset);
  range.setEnd(nodes[to.index], to.offset);
  return range;
}
