import assert from "node:assert/strict";
import { test } from "node:test";

import {
  countCodePoints,
  describeUnits,
  move,
  placeAmong,
  step,
  toCodePoints,
  toCodeUnits,
} from "../../annotate/static/annotate/js/anchor.js";

const FAMILY = "👩‍👩‍👧"; // three people and two joiners: five code points, eight code units
const HARD = [
  "naïve 😀 text",
  `a ${FAMILY} b`,
  "cafe\u0301 noir",
  "هذا هو النص",
  "ئۇيغۇر تىلى",
  "古𠀀字 与 新字",
];

for (const text of HARD) {
  test(`code points and code units convert both ways in ${text}`, () => {
    const points = [...text];

    assert.equal(countCodePoints(text), points.length);
    points.forEach((point, index) => {
      const units = toCodeUnits(text, index);
      assert.equal(String.fromCodePoint(text.codePointAt(units)), point);
      assert.equal(toCodePoints(text, units), index);
    });
    assert.equal(toCodeUnits(text, points.length), text.length);
  });

  test(`a described quote is the words at its code points in ${text}`, () => {
    for (let from = 0; from < text.length; from += 1) {
      for (let to = from + 1; to <= text.length; to += 1) {
        const place = describeUnits(text, from, to, 1000);
        if (place === null) continue;
        const words = [...text].slice(place.start - 1000, place.end - 1000).join("");
        assert.equal(place.exact, words);
        assert.equal(words, words.trim());
      }
    }
  });

  test(`a place is found again among pieces of ${text}`, () => {
    const points = [...text];
    const texts = [points.slice(0, 2), [], points.slice(2, 3), points.slice(3)].map((p) => p.join(""));
    for (let start = 0; start < points.length; start += 1) {
      const from = placeAmong(texts, start, "start");
      const to = placeAmong(texts, start + 1, "end");
      assert.equal(from.index, to.index);
      assert.equal(texts[from.index].slice(from.offset, to.offset), points[start]);
    }
  });

  test(`steps forward by character reach the end and come back in ${text}`, () => {
    const forward = [0];
    while (forward.at(-1) < countCodePoints(text)) {
      forward.push(step(text, forward.at(-1), "forward", "character", "end"));
    }
    const backward = [countCodePoints(text)];
    while (backward.at(-1) > 0) {
      backward.push(step(text, backward.at(-1), "backward", "character", "start"));
    }

    assert.deepEqual(backward.reverse(), forward);
  });
}

test("a code point beyond the text is refused", () => {
  assert.throws(() => toCodeUnits("a😀", 3), RangeError);
});

test("blank ends are not described, and nothing is when all is blank", () => {
  const text = "a \u200b\u00a0\ufeff b😀 ";

  assert.deepEqual(describeUnits(text, 1, text.length, 10), { start: 16, end: 18, exact: "b😀" });
  assert.equal(describeUnits(text, 1, 6), null);
});

test("half a character is described as the whole one", () => {
  assert.deepEqual(describeUnits("a😀b", 2, 4), { start: 1, end: 3, exact: "😀b" });
  assert.deepEqual(describeUnits("a😀b", 0, 2), { start: 0, end: 2, exact: "a😀" });
});

test("a place outside the pieces is not found", () => {
  assert.equal(placeAmong(["ab", "c"], 3, "start"), null);
  assert.equal(placeAmong(["ab", "c"], 4, "end"), null);
  assert.equal(placeAmong(["ab", "c"], -1, "start"), null);
});

test("between two pieces a start belongs to the next, an end to the one before", () => {
  assert.deepEqual(placeAmong(["ab", "c"], 2, "start"), { index: 1, offset: 0 });
  assert.deepEqual(placeAmong(["ab", "c"], 2, "end"), { index: 0, offset: 2 });
});

test("a boundary moves over what a reader sees as one character", () => {
  const text = `a${FAMILY}e\u0301b`;

  assert.deepEqual(move(0, 1, "end", "forward", "character", text), { start: 0, end: 6 });
  assert.deepEqual(move(0, 6, "end", "forward", "character", text), { start: 0, end: 8 });
  assert.deepEqual(move(0, 8, "end", "backward", "character", text), { start: 0, end: 6 });
  assert.deepEqual(move(6, 9, "start", "backward", "character", text), { start: 1, end: 9 });
});

test("a boundary inside a combining sequence moves to its edge", () => {
  assert.deepEqual(move(0, 2, "end", "forward", "character", "ae\u0301b"), { start: 0, end: 3 });
  assert.deepEqual(move(2, 4, "start", "backward", "character", "ae\u0301b"), { start: 1, end: 4 });
});

test("by words an end stops after them and a start before them", () => {
  const text = "equal weight, 😀 to acts.";

  assert.deepEqual(move(0, 5, "end", "forward", "word", text), { start: 0, end: 12 });
  assert.deepEqual(move(0, 12, "end", "forward", "word", text), { start: 0, end: 18 });
  assert.deepEqual(move(0, 12, "end", "backward", "word", text), { start: 0, end: 5 });
  assert.deepEqual(move(0, 12, "start", "forward", "word", text), { start: 6, end: 12 });
  assert.deepEqual(move(6, 12, "start", "backward", "word", text), { start: 0, end: 12 });
});

test("words are found in Chinese, Arabic and Uyghur too", () => {
  assert.equal(step("尊重人权十分重要", 0, "forward", "word", "end"), 2);
  assert.equal(step("هذا هو النص", 0, "forward", "word", "end"), 3);
  assert.equal(step("ئۇيغۇر تىلى", 0, "forward", "word", "start"), 7);
});

test("a range is never emptied and never leaves its passage", () => {
  const text = "ab cd";

  assert.deepEqual(move(100, 101, "end", "backward", "character", text, 100), { start: 100, end: 101 });
  assert.deepEqual(move(100, 102, "start", "forward", "word", text, 100), { start: 100, end: 102 });
  assert.deepEqual(move(100, 105, "end", "forward", "word", text, 100), { start: 100, end: 105 });
  assert.deepEqual(move(100, 105, "start", "backward", "character", text, 100), {
    start: 100,
    end: 105,
  });
  assert.deepEqual(move(103, 104, "end", "forward", "character", text, 100), { start: 103, end: 105 });
});
