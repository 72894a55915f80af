/** What is typed and not saved yet: in this tab's session storage, gone with sign-out. */

const LEFT_OUT = new Set(["csrfmiddlewaretoken"]);

const keyOf = () => `draft:${document.getElementById("main").dataset.document}`;

/** Return what stands in the form, as `[name, value]` pairs. */
export const fieldsOf = (form) => [...new FormData(form)].filter(([name]) => !LEFT_OUT.has(name));

/** Keep what the form of a new tag holds. */
export function keep(form, pieces) {
  const fields = fieldsOf(form);
  try {
    sessionStorage.setItem(keyOf(), JSON.stringify({ fields, pieces }));
  } catch {
    // A full or forbidden storage: the words are still on the screen.
  }
}

/** Return what was kept, as `{fields, pieces}`, or null. */
export function kept() {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf()));
  } catch {
    return null;
  }
}

/** Forget the draft. */
export function forget() {
  sessionStorage.removeItem(keyOf());
}

/** Put what was kept back into the form, name by name. */
export function refill(form, fields) {
  const seen = new Map();
  for (const [name, value] of fields) {
    const place = seen.get(name) ?? 0;
    seen.set(name, place + 1);
    const elements = [...form.elements].filter((element) => element.name === name);
    const radio = elements.find((element) => element.type === "radio" && element.value === value);
    if (radio) radio.checked = true;
    else if (elements[place]?.type === "checkbox") elements[place].checked = true;
    else if (elements[place] && elements[place].type !== "radio") elements[place].value = value;
  }
  form.querySelector(".new-claim").hidden = !form.elements.new_claim.value;
}
