/** The sentence that would be stored, shown while the form is filled in. */

import { activeOption } from "./finder.js";
import { ask } from "./requests.js";

const WAIT = 90; // milliseconds after a change
let timer;
let giveUp = new AbortController();

/** Show, a moment later, the sentence that the form would store. */
export function previewSoon(form) {
  clearTimeout(timer);
  giveUp.abort();
  giveUp = new AbortController();
  timer = setTimeout(() => preview(form, giveUp.signal), WAIT);
}

async function preview(form, signal) {
  const box = form.querySelector("[data-preview]");
  if (!box?.isConnected) return;
  const values = new URLSearchParams(new FormData(form));
  values.delete("csrfmiddlewaretoken");
  const claim = form.elements.claim.value || activeOption(form.elements.q)?.dataset.claim;
  if (!claim && !form.elements.new_claim_text.value) return;
  values.set("claim", claim ?? "");
  const sentence = await ask(`${box.dataset.preview}?${values}`, box.id, signal);
  if (sentence !== null) box.innerHTML = sentence;
}
