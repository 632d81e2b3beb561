// One-key shortcuts. They can be turned off in their own list (WCAG 2.1.4) and never fire while someone types.
import { stepRow } from "./rows.js";

const setting = "husrom-keys";
let going = false;

export function keys() {
  const help = document.getElementById("shortcuts");
  if (!help) return;
  const wanted = help.querySelector("[data-keys-on]");
  wanted.checked = localStorage.getItem(setting) !== "off";
  wanted.addEventListener("change", () => localStorage.setItem(setting, wanted.checked ? "on" : "off"));

  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "k") {
      event.preventDefault();
      search();
    } else if (event.key === "F8") {
      if (toPart(event.shiftKey ? -1 : 1)) event.preventDefault();
    } else if (wanted.checked && isPlain(event) && act(event.key, help)) {
      event.preventDefault();
    }
  });
}

function isPlain(event) {
  const typing = event.target.closest("input, select, textarea, [contenteditable], dialog");
  return !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
}

/** True when the key meant something here. */
function act(key, help) {
  const wasGoing = going;
  going = false;
  if (wasGoing && /^[1-9]$/.test(key)) return open("[data-go]", Number(key) - 1);
  switch (key) {
    case "/":
      return search();
    case "?":
      help.showModal();
      return true;
    case "j":
      return stepRow(1);
    case "k":
      return stepRow(-1);
    case "n":
      return click("a[rel=next]");
    case "p":
      return click("a[rel=prev]");
    case "x":
      return tick();
    case "f":
      return focus("[data-filters] input, [data-filters] select");
    case "g":
      going = true;
      return true;
    default:
      return /^[a-z+]$/.test(key) && click(`[data-key="${key}"]`);
  }
}

function search() {
  const field = document.getElementById("search");
  field?.focus();
  field?.select();
  return Boolean(field);
}

/** To the first field of the next part of a form, or of the one before; after the last part, to its button. */
function toPart(step) {
  const parts = [...document.querySelectorAll("main form fieldset.group")];
  const part = parts[parts.findIndex((part) => part.contains(document.activeElement)) + step];
  part?.scrollIntoView({ block: "start" });
  const field = part?.querySelector("input:not([type=hidden]), select, textarea");
  const target = field ?? parts.at(-1)?.form.querySelector(".buttons button");
  target?.focus({ preventScroll: Boolean(field) });
  return Boolean(target);
}

/** Ticks or unticks the row one is in. */
function tick() {
  const box = document.activeElement.closest("tr")?.querySelector("input[type=checkbox]");
  box?.click();
  return Boolean(box);
}

function click(selector) {
  const found = document.querySelector(selector);
  found?.click();
  return Boolean(found);
}

function focus(selector) {
  const found = document.querySelector(selector);
  found?.focus();
  return Boolean(found);
}

function open(selector, index) {
  const place = document.querySelectorAll(selector)[index];
  if (place) location.assign(place.dataset.go);
  return Boolean(place);
}
