/** Places that an address names: `#c<start>-<end>` for words, `#t<id>` for a tag. */

import { locate } from "./anchor.js";
import * as cards from "./cards.js";
import { allWords } from "./selection.js";

/** Bring what the address names into view. */
export function showPlace() {
  const words = /^#c(\d+)-(\d+)$/.exec(location.hash);
  if (words) return showWords(Number(words[1]), Number(words[2]));
  const selected = cards.selectedId();
  if (selected) return cards.select(selected, { reveal: true, focus: false });
  const tag = /^#t(\d+)$/.exec(location.hash);
  return tag && cards.select(tag[1], { reveal: true });
}

function showWords(start, end) {
  for (const words of allWords()) {
    const range = locate(words, start, end);
    if (!range) continue;
    if (CSS.highlights) CSS.highlights.set("draft", new Highlight(range));
    const box = range.getBoundingClientRect();
    scrollTo({ top: scrollY + box.top - innerHeight / 3 });
    return;
  }
  // The words stand in another part of the text: ask for that part, once.
  const asked = new URLSearchParams(location.search);
  if (asked.has("at")) return;
  location.replace(`?at=${start}${location.hash}`);
}
