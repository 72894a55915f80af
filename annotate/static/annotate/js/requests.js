/** What the workbench asks the server: one place knows the calls of htmx, and where it has none. */

const { htmx } = window;
const PATIENCE = 20_000; // milliseconds

let isPressed = false;
for (const name of ["pointerdown", "pointermove", "pointerup", "pointercancel"]) {
  addEventListener(name, ({ type, buttons }) => {
    isPressed = type !== "pointercancel" && (buttons & 1) === 1;
  }, { capture: true, passive: true });
}

/** Resolve when no button is pressed: what is about to be clicked must not move away. */
const released = () => new Promise((resolve) => {
  const look = () => (isPressed ? requestAnimationFrame(look) : setTimeout(resolve));
  look();
});

/**
 * Swap the answer to a GET of `url` into `target`; resolves when it stands there.
 *
 * Without a delay before settling: htmx would set back what a script changes at once.
 */
export const get = (url, target, swap = "innerHTML", source = undefined) =>
  htmx.ajax("GET", url, { target, swap: `${swap} settle:0ms`, ...(source ? { source } : {}) });

/**
 * Return the answer to a GET of `url`, or null when there is none or `signal` gave it up.
 *
 * `target` is the id of the element it is for.
 *
 * For questions asked at every keystroke: htmx may queue one that was to replace an earlier one.
 */
export async function ask(url, target, signal) {
  try {
    const answer = await fetch(url, {
      headers: { "HX-Request": "true", "HX-Target": target },
      signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]),
    });
    const text = await answer.text();
    await released();
    return answer.ok && !answer.redirected && !signal.aborted ? text : null;
  } catch {
    return null;
  }
}

/** Let htmx find the attributes of what a script put into the page. */
export const process = (element) => htmx.process(element);

/** Return a random key for a request (a version 4 UUID), also where the page came over http. */
export function requestKey() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
