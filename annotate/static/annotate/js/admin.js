/**
 * Names for the boxes that find rows in the admin.
 *
 * Django draws them with select2, which leaves a box that nothing is chosen in without a name,
 * and the box one types into always.
 */

const SEARCH = ".select2-search__field";

/** Return what a person would call `select`. */
function nameOf(select) {
  return select.getAttribute("aria-label") ?? select.labels[0]?.textContent.trim() ?? "";
}

/** Let the box that replaces `select` be read as its name and what is chosen. */
function nameBox(select) {
  const box = select.nextElementSibling?.querySelector(".select2-selection");
  const chosen = box?.querySelector(".select2-selection__rendered");
  if (!chosen) return;

  box.id ||= `${select.id}-box`;
  box.setAttribute("aria-label", nameOf(select));
  box.setAttribute("aria-labelledby", `${box.id} ${chosen.id}`.trim());
  chosen.removeAttribute("role");
  chosen.removeAttribute("aria-readonly");
}

/** Let the box one types into be read as the one it was opened from. */
function nameSearch(search) {
  const opened = search.closest(".select2-selection")
    ?? document.querySelector(".select2-container--open .select2-selection");
  search.setAttribute("aria-label", opened?.getAttribute("aria-label") ?? "");
}

function nameAll() {
  document.querySelectorAll("select.admin-autocomplete").forEach(nameBox);
  document.querySelectorAll(SEARCH).forEach(nameSearch);
}

// select2 tells nobody when it has drawn, and draws its boxes again.
new MutationObserver(nameAll).observe(document.body, { childList: true, subtree: true });
nameAll();
