/** How much of the picture is seen: its height, its zoom, and all of it as a file. */

const MARGIN = 28; // pixels around the picture
const TALLEST = { columns: 1600, rings: 860 };
const SHORTEST = 300;
const LEGIBLE = 0.7; // the zoom below which names are not read
const NARROW = matchMedia("(max-width: 70rem)");
const FILE = { full: true, scale: 2, maxWidth: 8000, maxHeight: 8000, output: "blob-promise" };

/** Show all of the picture. */
export function fit(cy) {
  cy.fit(undefined, MARGIN);
  if (cy.zoom() > 1) cy.zoom(1);
  cy.center();
}

/** Make the picture as high as it needs; what does not fit legibly begins around `start`. */
export function settle(cy, layout, start) {
  const canvas = cy.container();
  const { w, h, y1 } = cy.elements().boundingBox();
  const fitting = Math.min(1, (canvas.clientWidth - 2 * MARGIN) / w);
  const zoom = layout === "columns" ? Math.max(LEGIBLE, fitting) : fitting;
  const tallest = NARROW.matches ? innerHeight * 0.7 : TALLEST[layout];
  const height = Math.max(SHORTEST, Math.min(h * zoom + 2 * MARGIN, tallest));
  canvas.style.height = `${Math.round(height)}px`;
  cy.resize();
  fit(cy);
  if (layout !== "columns" || cy.zoom() >= zoom) return;
  cy.zoom(zoom).center(fitting < LEGIBLE ? start.closedNeighborhood() : undefined);
  if (h * zoom > height) cy.pan({ x: cy.pan().x, y: MARGIN - y1 * zoom });
}

/** Zoom about the middle of what is seen. */
export function zoom(cy, by) {
  const middle = { x: cy.width() / 2, y: cy.height() / 2 };
  cy.zoom({ level: cy.zoom() * by, renderedPosition: middle });
}

/** Bring a point into view where it is not. */
export function reveal(cy, node) {
  const { x1, x2, y1, y2 } = cy.extent();
  const { x, y } = node.position();
  if (x < x1 || x > x2 || y < y1 || y > y2) cy.center(node);
}

/** Save all of the picture as a PNG file called `name`. */
export async function save(cy, name) {
  const bg = getComputedStyle(document.body).backgroundColor;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await cy.png({ ...FILE, bg }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
