// Comfort on top of pages that work without script. Each part looks for its own marks in the page.
import { autosave } from "./js/autosave.js";
import { confirmHarm } from "./js/confirm.js";
import { keepDrafts } from "./js/drafts.js";
import { dropFiles } from "./js/drop.js";
import { keys } from "./js/keys.js";
import { menus } from "./js/menus.js";
import { followProgress } from "./js/progress.js";
import { walkRows } from "./js/rows.js";
import { suggest } from "./js/search.js";
import { watchSession } from "./js/session.js";

for (const hidden of document.querySelectorAll(".script-only")) hidden.hidden = false;
document.querySelector("[data-focus]")?.focus();
// The server says everything that is wrong at once, in words; the browser says one thing at a time.
for (const form of document.forms) form.noValidate = true;

menus();
suggest();
walkRows();
keys();
keepDrafts();
autosave();
confirmHarm();
dropFiles();
followProgress();
watchSession();
