import assert from "node:assert/strict";
import { test } from "node:test";

import { isWay, nextPlace } from "../../annotate/static/annotate/js/graph_keys.js";

const PLACES = [
  { id: "a", x: 0, y: 0 },
  { id: "b", x: 100, y: 10 },
  { id: "c", x: 60, y: 90 },
  { id: "d", x: 0, y: 200 },
];
const [A, B, , D] = PLACES;

test("an arrow leads to the nearest point in its way", () => {
  assert.equal(nextPlace("ArrowRight", A, PLACES).id, "b");
  assert.equal(nextPlace("ArrowDown", A, PLACES).id, "d");
  assert.equal(nextPlace("ArrowUp", D, PLACES).id, "a");
  assert.equal(nextPlace("ArrowLeft", B, PLACES).id, "a");
});

test("where nothing lies in its way an arrow leads nowhere", () => {
  assert.equal(nextPlace("ArrowUp", A, PLACES), null);
  assert.equal(nextPlace("ArrowUp", B, PLACES), null, "what is far aside is not in the way");
  assert.equal(nextPlace("ArrowRight", A, [A]), null);
});

test("only arrows are ways", () => {
  assert.deepEqual(["ArrowUp", "Enter", "toString"].map(isWay), [true, false, false]);
});
