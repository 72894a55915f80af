// Where some words stand in the window: just inside their first and last character.
(words) => {
  const passage = [...document.querySelectorAll("[data-passage]")].find((one) =>
    one.textContent.includes(words),
  );
  passage.scrollIntoView({ block: "center", behavior: "instant" });
  const from = passage.textContent.indexOf(words);
  const to = from + words.length;
  const walker = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let before = 0;
  let begun = false;
  while (walker.nextNode()) {
    const { length } = walker.currentNode;
    if (!begun && before + length > from) {
      range.setStart(walker.currentNode, from - before);
      begun = true;
    }
    if (begun && before + length >= to) {
      range.setEnd(walker.currentNode, to - before);
      break;
    }
    before += length;
  }
  const rects = [...range.getClientRects()].filter((rect) => rect.width > 0);
  const first = rects[0];
  const last = rects.at(-1);
  const rightToLeft = getComputedStyle(passage).direction === "rtl";
  return {
    left: rightToLeft ? first.right - 0.5 : first.left + 0.5,
    top: first.top + first.height / 2,
    right: rightToLeft ? last.left + 0.5 : last.right - 0.5,
    bottom: last.top + last.height / 2,
  };
}
