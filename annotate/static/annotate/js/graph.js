/**
 * The graph page: draws the picture that the page holds as data.
 *
 * Places come from the server, so that the picture holds still; everything the picture shows
 * is in the page as words too.
 */

import cytoscape from "../vendor/cytoscape-3.34.4.min.js";
import { isWay, nextPlace } from "./graph_keys.js";
import { addressFrom, showEdge, showNode } from "./graph_note.js";
import { isLarge, styleOf } from "./graph_style.js";
import { fit, reveal, save, settle, zoom } from "./graph_view.js";

const STEP = 1.3; // one press of "closer"
const NAMED = 8; // so many lines of one point are named at once
const REST = 150; // milliseconds a pointer rests before a large picture is drawn again
const POINTED = "node, edge[family != '']";

const canvas = document.getElementById("canvas");
const note = document.getElementById("note");
const tools = document.getElementById("tools");
const picture = JSON.parse(document.getElementById("picture").textContent);
const keys = document.getElementById("canvas-keys");
for (const part of [canvas, note, tools, keys]) part.hidden = false;

// The wheel scrolls the page; with Ctrl it zooms. Cytoscape listens at the same place, so this
// must come first.
const scrollOnly = (event) => event.ctrlKey || event.metaKey || event.stopImmediatePropagation();
canvas.addEventListener("wheel", scrollOnly, { capture: true, passive: true });

const cy = cytoscape({
  container: canvas,
  elements: {
    nodes: picture.nodes.map(({ x, y, ...data }) => ({ data, position: { x, y } })),
    edges: picture.edges.map((data) => ({ data })),
  },
  layout: { name: "preset", fit: false },
  style: styleOf(picture),
  minZoom: 0.03,
  maxZoom: 4,
  boxSelectionEnabled: false,
  autounselectify: true,
  hideEdgesOnViewport: isLarge(picture),
  textureOnViewport: isLarge(picture),
  pixelRatio: isLarge(picture) ? 1 : "auto",
});
const start = cy.nodes("[?isStart]").first();
let here = start.length ? start : cy.nodes().first();

let resting = 0;

/** Say beside the picture what a point or a line is, and light it up. */
function point(at) {
  if (at.isNode()) {
    here = at;
    showNode(note, at.data());
  } else showEdge(note, at.data(), at.source().data(), at.target().data());
  clearTimeout(resting);
  if (isLarge(picture)) resting = setTimeout(light, REST, at);
  else light(at);
}

/** Light up a line, or a point with its lines. */
function light(at) {
  cy.batch(() => {
    cy.elements(".lit, .named").removeClass("lit named");
    at.addClass(at.isNode() ? "lit" : "lit named");
    const lines = at.connectedEdges();
    lines.addClass(lines.length > NAMED ? "lit" : "lit named");
  });
}

function open(address, event) {
  if (!address) return;
  if (event.ctrlKey || event.metaKey) window.open(address, "_blank", "noopener");
  else location.assign(address);
}

function walkTo(node) {
  if (!node?.length) return;
  point(node);
  reveal(cy, node);
}

cy.on("mouseover", POINTED, (event) => {
  canvas.classList.add("over");
  point(event.target);
});
cy.on("mouseout", POINTED, () => canvas.classList.remove("over"));
cy.on("tap", POINTED, (event) => {
  point(event.target);
  // A finger cannot point first: its tap says what it is, and offers to open it.
  const { originalEvent } = event;
  if (originalEvent.type.startsWith("mouse")) open(event.target.data("url"), originalEvent);
});

const TOOLS = {
  in: () => zoom(cy, STEP),
  out: () => zoom(cy, 1 / STEP),
  fit: () => fit(cy),
  png: (button) => save(cy, button.dataset.name),
};
tools.addEventListener("click", (event) => {
  const button = event.target.closest("[data-tool]");
  if (button) TOOLS[button.dataset.tool](button);
});

const KEYS = {
  Enter: (event) => open(here.data("url"), event),
  s: () => location.assign(addressFrom(here.id())),
  "+": TOOLS.in,
  "=": TOOLS.in,
  "-": TOOLS.out,
  0: TOOLS.fit,
  Home: () => walkTo(start),
};
const placeOf = (node) => ({ id: node.id(), ...node.position() });
canvas.addEventListener("focus", () => walkTo(here));
canvas.addEventListener("keydown", (event) => {
  const act = KEYS[event.key];
  const isBrowsers = (event.ctrlKey || event.metaKey) && event.key !== "Enter";
  if (event.altKey || isBrowsers || !(act || isWay(event.key))) return;
  event.preventDefault();
  if (act) return act(event);
  const place = nextPlace(event.key, placeOf(here), cy.nodes().map(placeOf));
  walkTo(place && cy.getElementById(place.id));
});

const redraw = () => cy.style(styleOf(picture));
new MutationObserver(redraw).observe(document.documentElement, { attributeFilter: ["data-theme"] });
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);

settle(cy, picture.layout, here);
showNode(note, here.data());
canvas.dataset.drawn = cy.nodes().length;
