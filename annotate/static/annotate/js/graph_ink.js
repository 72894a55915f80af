/** The colours of the page, as a canvas needs them: it knows no custom properties. */

/**
 * Return `of(classes)`, which says in which colour the page writes these classes now, and
 * `done()`, which clears up.
 */
export function inks() {
  const probe = document.createElement("i");
  document.body.append(probe);
  const known = new Map();
  return {
    of(classes) {
      if (!known.has(classes)) {
        probe.className = `probe ${classes}`;
        known.set(classes, getComputedStyle(probe).color);
      }
      return known.get(classes);
    },
    done: () => probe.remove(),
  };
}
