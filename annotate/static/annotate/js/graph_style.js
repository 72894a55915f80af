/** How the picture looks: shapes by kind, lines by family, in the colours of the page. */

const SIGNS = { for: "✓", against: "✕", open: "?" };
const SHAPES = { tag: "ellipse", claim: "diamond", agent: "hexagon", document: "rectangle" };
const SIZES = { tag: [24, 24], claim: [22, 22], agent: [26, 22], document: [17, 22] };
const STANCE_ENDS = { for: "triangle", against: "tee", open: "circle" };
const FAMILY_ENDS = {
  agree: "triangle",
  conflict: "tee",
  provenance: "diamond",
  dialogue: "vee",
  other: "circle",
};
const BUSY = 60; // so many lines between tags are named only when they are pointed at
const MANY = 400; // so many points are drawn with less care, to stay fluid

/** Return what the picture is told about its size: `busy` and `many`. */
export const loadOf = (picture) => ({
  busy: picture.edges.filter((edge) => edge.family).length > BUSY,
  many: picture.nodes.length > MANY,
});

/** Return a function that says in which colour the page writes a class, now. */
function inks() {
  const probe = document.createElement("i");
  document.body.append(probe);
  const known = new Map();
  return {
    of(names) {
      if (!known.has(names)) {
        probe.className = `probe ${names}`;
        known.set(names, getComputedStyle(probe).color);
      }
      return known.get(names);
    },
    done: () => probe.remove(),
  };
}

/** Return Cytoscape's style sheet for this picture in the page's present colours. */
export function styleOf(picture) {
  const ink = inks();
  const sheet = [
    ...nodes(ink, picture),
    ...edges(ink, picture, loadOf(picture)),
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

/** Names stand outside the columns, so that no line runs through them. */
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

function edges(ink, picture, { busy, many }) {
  const families = Object.entries(FAMILY_ENDS).map(([family, end]) => {
    const colour = ink.of(`ink-family ${family}`);
    return {
      selector: `edge[family="${family}"]`,
      style: { "line-color": colour, "target-arrow-color": colour, "source-arrow-color": colour, color: colour, "target-arrow-shape": end },
    };
  });
  const both = Object.entries(FAMILY_ENDS).map(([family, end]) => ({
    selector: `edge[family="${family}"][?isSymmetric]`,
    style: { "source-arrow-shape": end },
  }));
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
        "curve-style": many ? "haystack" : "bezier",
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
    { selector: "edge[family != '']", style: { width: 2, "curve-style": "bezier", label: busy ? "" : "data(words)" } },
    ...families,
    ...both,
    { selector: "edge[bow != 0]", style: { "curve-style": "unbundled-bezier", "control-point-distances": "data(bow)", "control-point-weights": 0.5 } },
    { selector: "edge[?isComputed]", style: { "line-style": "dashed", "line-dash-pattern": [6, 4], width: 1.5, label: "" } },
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
