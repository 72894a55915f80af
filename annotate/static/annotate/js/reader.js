/** The workbench of somebody who only reads: cards, marks and addresses. */

import * as cards from "./cards.js";
import { showPlace } from "./places.js";

document.addEventListener("click", cards.onClick);
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && cards.selectedId()) cards.fold();
});
addEventListener("hashchange", showPlace);
showPlace();
