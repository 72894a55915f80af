/**
 * The graph page: draws the picture that stands in the page as data.
 *
 * Places come from the server, so that the picture holds still; everything the picture shows
 * stands in the page as words too.
 */

import cytoscape from "../vendor/cytoscape-3.34.4.min.js";
import { isWay, nextPlace } from "./graph_keys.js";
import { addressFrom, showEdge, showNode } from "./graph_note.js";
import { loadOf, styleOf } from "./graph_style.js";

const MARGIN = 28; // pixels around the picture
const TALLEST = { columns: 1600, rings: 860 };
const SHORTEST = 300;
const LEGIBLE = 0.7; // the zoom below which names are not read
const NARROW = matchMedia("(max-width: 70rem)");
const NAMED = 8; // so many lines of one point are named at once
const STEP = 1.3; // one press of "closer"
const PICTURE = { full: true, scale: 2, maxWidth: 8000, maxHeight: 8000, output: "blob-promise" };

const canvas = document.getElementById("canvas");
const note = document.getElementById("note");
const tools = document.getElementById("tools");
const picture = JSON.parse(document.getElementById("picture").textContent);
const { many } = loadOf(picture);
for (const part of [canvas, note, tools]) part.hidden = false;

const cy = cytoscape({
  container: canvas,
  elements: {
    nodes: picture.nodes.map(({ x, y, ...data }) => ({ data, position: { x, y } })),
    edges: picture.edges.map((data) => ({ data })),
  },
  layout: { name: "preset", fit: false },
  style: styleOf(picture),
  minZoom: 0.05,
  maxZoom: 4,
  boxSelectionEnabled: false,
  autounselectify: true,
  hideEdgesOnViewport: many,
  textureOnViewport: many,
  pixelRatio: many ? 1 : "auto",
});
const start = cy.nodes("[?isStart]").first();
let here = start.length ? start : cy.nodes().first();

/** Show all of it. */
function fit() {
  cy.fit(undefined, MARGIN);
  if (cy.zoom() > 1) cy.zoom(1);
  cy.center();
}

/** Make the picture as high as it needs; what does not fit legibly begins at its start. */
function settle() {
  const { w, h } = cy.elements().boundingBox();
  const fitting = Math.min(1, (canvas.clientWidth - 2 * MARGIN) / w);
  const zoom = picture.layout === "columns" ? Math.max(LEGIBLE, fitting) : fitting;
  const tallest = NARROW.matches ? innerHeight * 0.7 : TALLEST[picture.layout];
  const height = Math.max(SHORTEST, Math.min(h * zoom + 2 * MARGIN, tallest));
  canvas.style.height = `${Math.round(height)}px`;
  cy.resize();
  fit();
  if (cy.zoom() >= zoom) return;
  if (picture.layout === "columns") cy.zoom(zoom).center(fitting < LEGIBLE ? here.closedNeighborhood() : undefined);
  if (h * zoom > height) cy.pan({ x: cy.pan().x, y: MARGIN - cy.elements().boundingBox().y1 * zoom });
}

/** Light up a point with its lines, or a line, and say beside the picture what it is. */
function point(at) {
  cy.elements(".lit, .named").removeClass("lit named");
  at.addClass("lit");
  if (at.isNode()) {
    here = at;
    const lines = at.connectedEdges();
    lines.addClass(lines.length > NAMED ? "lit" : "lit named");
    showNode(note, at.data());
  } else {
    at.addClass("named");
    showEdge(note, at.data(), at.source().data(), at.target().data());
  }
}

function open(address, event) {
  if (!address) return;
  if (event.ctrlKey || event.metaKey) window.open(address, "_blank", "noopener");
  else location.assign(address);
}

cy.on("mouseover", "node, edge[family != '']", (event) => {
  canvas.classList.add("over");
  point(event.target);
});
cy.on("mouseout", "node, edge", () => canvas.classList.remove("over"));
cy.on("tap", "node, edge[family != '']", (event) => {
  point(event.target);
  // A finger cannot point first: its tap says what it is, and offers to open it.
  if (event.originalEvent.type.startsWith("mouse")) open(event.target.data("url"), event.originalEvent);
});
// The wheel scrolls the page; with Ctrl it zooms.
canvas.addEventListener("wheel", (event) => event.ctrlKey || event.metaKey || event.stopPropagation(), { capture: true });

function zoom(by) {
  const middle = { x: cy.width() / 2, y: cy.height() / 2 };
  cy.zoom({ level: cy.zoom() * by, renderedPosition: middle });
}

async function savePicture(name) {
  const bg = getComputedStyle(document.body).backgroundColor;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await cy.png({ ...PICTURE, bg }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

const TOOLS = {
  in: () => zoom(STEP),
  out: () => zoom(1 / STEP),
  fit,
  png: (button) => savePicture(button.dataset.name),
};
tools.addEventListener("click", (event) => {
  const button = event.target.closest("[data-tool]");
  if (button) TOOLS[button.dataset.tool](button);
});

const places = () => cy.nodes().map((node) => ({ id: node.id(), ...node.position() }));
const KEYS = {
  Enter: (event) => open(here.data("url"), event),
  s: () => location.assign(addressFrom(here.id())),
  "+": () => zoom(STEP),
  "=": () => zoom(STEP),
  "-": () => zoom(1 / STEP),
  0: fit,
  Home: () => walkTo(start),
};

/** Go to a point, and bring it into view where it is not. */
function walkTo(node) {
  if (!node?.length) return;
  point(node);
  const { x1, x2, y1, y2 } = cy.extent();
  const { x, y } = node.position();
  if (x < x1 || x > x2 || y < y1 || y > y2) cy.center(node);
}

canvas.addEventListener("focus", () => walkTo(here));
canvas.addEventListener("keydown", (event) => {
  if (event.altKey || (event.target !== canvas)) return;
  if (isWay(event.key)) {
    const place = nextPlace(event.key, { id: here.id(), ...here.position() }, places());
    walkTo(place && cy.getElementById(place.id));
  } else if (KEYS[event.key]) {
    KEYS[event.key](event);
  } else return;
  event.preventDefault();
});

const redraw = () => cy.style(styleOf(picture));
new MutationObserver(redraw).observe(document.documentElement, { attributeFilter: ["data-theme"] });
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);

settle();
if (here.length) showNode(note, here.data());
canvas.dataset.drawn = cy.nodes().length;
