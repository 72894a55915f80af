/** The note beside the picture about the point or line under the pointer. */

const PARAMETERS = { claim: "claim", agent: "agent", document: "document", tag: "tag" };

/** Return the address of a picture that starts at the point `id`, such as `claim:C01`. */
export function addressFrom(id) {
  const colon = id.indexOf(":");
  const asked = new URLSearchParams([[PARAMETERS[id.slice(0, colon)], id.slice(colon + 1)]]);
  return `${location.pathname}?${asked}`;
}

function element(name, className, text, attributes = {}) {
  const made = Object.assign(document.createElement(name), { className, textContent: text });
  for (const [key, value] of Object.entries(attributes)) if (value) made.setAttribute(key, value);
  return made;
}

/** Say in `note` what a point is: its name, its words, and where it leads. */
export function showNode(note, node) {
  const acts = element("p", "acts", "");
  acts.append(element("a", "", note.dataset.open, { href: node.url }));
  if (!node.isStart) acts.append(element("a", "", note.dataset.from, { href: addressFrom(node.id) }));
  const quote = node.quote || node.text;
  const about = { lang: node.language, dir: "auto" };
  note.replaceChildren(
    element("p", "name", node.label, { dir: "auto" }),
    ...(quote ? [element("blockquote", `quote c${node.color}`, quote, about)] : []),
    acts,
  );
}

/** Say in `note` what a line is: who bears how on whom, and why. */
export function showEdge(note, edge, source, target) {
  const name = element("p", "name", `${nameOf(source)} `, { dir: "auto" });
  name.append(element("strong", "", edge.words), ` ${nameOf(target)}`);
  const parts = [name];
  if (edge.isComputed) parts.push(element("p", "what", note.dataset.computed));
  if (edge.why) parts.push(element("p", "what", `${note.dataset.because} ${edge.why}`, { dir: "auto" }));
  if (edge.url) parts.push(element("a", "", note.dataset.open, { href: edge.url }));
  note.replaceChildren(...parts);
}

const nameOf = (node) => (node.quote ? `“${shortened(node.quote)}”` : node.label);

function shortened(words) {
  const letters = [...words];
  return letters.length > 70 ? `${letters.slice(0, 69).join("")}…` : words;
}
