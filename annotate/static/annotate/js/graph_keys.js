/** Which point an arrow key leads to. Pure: knows neither the page nor Cytoscape. */

const WAYS = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};
const ASIDE = 2.5; // how much dearer a step aside is than a step ahead
const WIDEST = 4; // so much farther aside than ahead is no longer in the way

/** Whether `key` leads from point to point. */
export const isWay = (key) => Object.hasOwn(WAYS, key);

/**
 * Return the nearest of `places` from `here` in the way of an arrow key, or null.
 *
 * A place is `{ id, x, y }`, x to the right and y downwards. What lies more aside than ahead
 * counts as farther off.
 */
export function nextPlace(key, here, places) {
  const [right, down] = WAYS[key];
  let nearest = null;
  let least = Infinity;
  for (const place of places) {
    const [x, y] = [place.x - here.x, place.y - here.y];
    const ahead = x * right + y * down;
    const aside = Math.abs(x * down + y * right);
    if (place.id === here.id || ahead <= 0 || aside > WIDEST * ahead) continue;
    const cost = ahead + ASIDE * aside;
    if (cost < least) [nearest, least] = [place, cost];
  }
  return nearest;
}
