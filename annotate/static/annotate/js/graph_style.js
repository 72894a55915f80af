/** How the picture looks: shapes by kind, lines by family, in the colours of the page. */

import { inks } from "./graph_ink.js";

const SIGNS = { for: "✓", against: "✕", open: "?" };
const SHAPES = { tag: "ellipse", claim: "diamond", agent: "hexagon", document: "rectangle" };
const SIZES = { tag: [24, 24], claim: [22, 22], agent: [26, 22], document: [17, 22] };
const STANCE_ENDS = { for: "triangle", against: "tee", open: "circle" };
const FAMILY_ENDS = { agree: "triangle", conflict: "tee", provenance: "diamond", dialogue: "vee", other: "circle" };
const BUSY = 60; // so many lines between tags are named only when they are pointed at
const MANY = 700; // so many points and lines are drawn with less care, to stay fluid

/** Whether a picture has so much in it that care would make it slow. */
export const isLarge = (picture) => picture.nodes.length + picture.edges.length > MANY;

/** Return Cytoscape's style sheet for this picture in the page's present colours. */
export function styleOf(picture) {
  const ink = inks();
  const sheet = [
    ...nodes(ink, picture),
    ...edges(ink, picture),
    ...states(ink),
  ];
  const sans = getComputedStyle(document.body).fontFamily;
  sheet.unshift({ selector: "node, edge", style: { "font-family": sans } });
  ink.done();
  return sheet;
}

function nodes(ink, picture) {
  const inColumns = picture.layout === "columns";
  const kinds = Object.keys(SHAPES).map((type) => ({
    selector: `node[type="${type}"]`,
    style: { shape: SHAPES[type], width: SIZES[type][0], height: SIZES[type][1] },
  }));
  const colours = [...new Set(picture.nodes.map((node) => node.color))].filter(Boolean);
  return [
    {
      selector: "node",
      style: {
        "background-color": ink.of("ink-paper"),
        "border-width": 1.5,
        "border-color": ink.of("ink-quiet"),
        color: ink.of(""),
        label: "data(name)",
        "font-size": 12,
        "min-zoomed-font-size": 7,
        "text-wrap": "wrap",
        "text-max-width": inColumns ? 190 : 120,
        "text-margin-y": inColumns ? 0 : 4,
        "text-valign": inColumns ? "center" : "bottom",
        "text-background-color": ink.of("ink-paper"),
        "text-background-opacity": 0.85,
        "text-background-padding": 2,
      },
    },
    ...kinds,
    ...colours.map((number) => ({
      selector: `node[color=${number}]`,
      style: { "border-color": ink.of(`c${number}`), "border-width": 2.5 },
    })),
    ...(inColumns ? sideways() : []),
    {
      selector: 'node[type="tag"]',
      style: {
        label: (node) => SIGNS[node.data("side")] ?? "",
        "text-valign": "center",
        "text-halign": "center",
        "text-margin-x": 0,
        "text-margin-y": 0,
        "text-background-opacity": 0,
        "font-weight": "bold",
      },
    },
    {
      selector: "node[?isStart]",
      style: { "border-width": 4, "font-weight": "bold", "font-size": 13, width: 30, height: 30 },
    },
    { selector: 'node[type="document"][?isStart]', style: { width: 23, height: 30 } },
  ];
}

/** Names are outside the columns, so that no line runs through them. */
function sideways() {
  const toLeft = { "text-halign": "left", "text-margin-x": -6, "text-justification": "right" };
  const toRight = { "text-halign": "right", "text-margin-x": 6, "text-justification": "left" };
  return [
    { selector: 'node[type="document"], node[type="agent"]', style: toLeft },
    { selector: 'node[type="document"]', style: { "text-max-width": 170 } },
    { selector: 'node[type="agent"]', style: { "text-max-width": 120 } },
    { selector: 'node[type="claim"]', style: toRight },
  ];
}

function edges(ink, picture) {
  const isBusy = picture.edges.filter((edge) => edge.family).length > BUSY;
  const sides = Object.entries(STANCE_ENDS).map(([side, end]) => ({
    selector: `edge[side="${side}"]`,
    style: { "target-arrow-shape": end },
  }));
  return [
    {
      selector: "edge",
      style: {
        width: 1,
        "line-color": ink.of("ink-hair"),
        "target-arrow-color": ink.of("ink-edge"),
        "curve-style": isLarge(picture) ? "haystack" : "bezier",
        "haystack-radius": 0,
        "arrow-scale": 0.8,
        color: ink.of("ink-quiet"),
        "font-size": 11,
        "min-zoomed-font-size": 7,
        "text-background-color": ink.of("ink-paper"),
        "text-background-opacity": 0.9,
        "text-background-padding": 2,
      },
    },
    { selector: 'edge[type="stance"], edge[type="asserted_by"]', style: { "line-color": ink.of("ink-edge") } },
    { selector: 'edge[type="held_by"], edge[type="conveyed_by"]', style: { "line-color": ink.of("ink-edge"), "line-style": "dotted", width: 1.5 } },
    ...sides,
    { selector: "edge[family != '']", style: { width: 2, "curve-style": "bezier", label: isBusy ? "" : "data(words)" } },
    ...Object.entries(FAMILY_ENDS).flatMap(([family, end]) => familyEdges(ink, family, end)),
    { selector: "edge[?isComputed]", style: { "curve-style": "haystack" } },
    { selector: "edge[bow != 0]", style: { "curve-style": "unbundled-bezier", "control-point-distances": "data(bow)", "control-point-weights": 0.5 } },
    { selector: "edge[?isComputed]", style: { "line-style": "dashed", "line-dash-pattern": [6, 4], width: 1.5, label: "" } },
    { selector: 'edge[type="not_independent"]', style: { label: "" } }, // between names: the legend says it
  ];
}

function familyEdges(ink, family, end) {
  const colour = ink.of(`ink-family ${family}`);
  const colours = { "line-color": colour, "target-arrow-color": colour, "source-arrow-color": colour };
  const selector = `edge[family="${family}"]`;
  return [
    { selector, style: { ...colours, color: colour, "target-arrow-shape": end } },
    { selector: `${selector}[?isSymmetric]`, style: { "source-arrow-shape": end } },
  ];
}

function states(ink) {
  return [
    { selector: "edge.lit", style: { width: 2.5, "z-index": 9 } },
    { selector: "edge.named", style: { label: "data(words)" } },
    { selector: "edge.lit[family = '']", style: { "line-color": ink.of("ink-quiet"), "target-arrow-color": ink.of("ink-quiet") } },
    { selector: "node.lit", style: { "overlay-color": ink.of("ink-accent"), "overlay-opacity": 0.16, "overlay-padding": 5, "overlay-shape": "ellipse", "z-index": 10 } },
  ];
}
