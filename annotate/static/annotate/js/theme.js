/**
 * Light or dark: as the system says, until the reader chooses.
 *
 * The choice is a cookie, so that the server draws the page in it and nothing flashes.
 */

const YEAR = 365 * 24 * 60 * 60; // seconds

const isDark = () =>
  (document.documentElement.dataset.theme ??
    (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";

/** Show the toggle, and let it say what it would do. */
export function markTheme() {
  for (const toggle of document.querySelectorAll("[data-theme-toggle]")) {
    toggle.hidden = false;
    toggle.textContent = isDark() ? toggle.dataset.toLight : toggle.dataset.toDark;
  }
}

/** Change between light and dark, and remember it on this device for a year. */
export function toggleTheme() {
  const theme = isDark() ? "light" : "dark";
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `theme=${theme}; path=/; max-age=${YEAR}; samesite=lax${secure}`;
  document.documentElement.dataset.theme = theme;
  markTheme();
}
