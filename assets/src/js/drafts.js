// What is typed in a form survives an expired session, a closed lid or a wrong click: it is kept in this tab only,
// and put back when the same officer opens the same form. Never identity numbers, passwords or files.

const prefix = "husrom-draft";
const sent = `${prefix}-sent`;
const pauseMs = 300;

export function keepDrafts() {
  const officer = document.querySelector(".who-name")?.textContent;
  // The log-in page: the drafts wait, and what was sent is kept by the server until the officer is back.
  if (!officer) return;
  forgetSaved();
  forgetOthers(officer);
  for (const form of document.querySelectorAll("form[data-draft]")) keep(form, officer);
  document.querySelector(".who-panel form")?.addEventListener("submit", () => forgetOthers(null));
}

function keep(form, officer) {
  const key = `${prefix}:${officer}:${location.pathname}:${form.dataset.draft}`;
  // After a refused save the server has kept what was typed; the draft would be older.
  if (form.querySelector(".ds-error-summary")) sessionStorage.removeItem(key);
  const draft = sessionStorage.getItem(key);
  if (draft && fill(form, JSON.parse(draft))) tell(form, key);

  let waiting = 0;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => sessionStorage.setItem(key, JSON.stringify(typed(form))), pauseMs);
  });
  form.addEventListener("submit", () => {
    clearTimeout(waiting);
    sessionStorage.setItem(key, JSON.stringify(typed(form)));
    sessionStorage.setItem(sent, key);
  });
}

/** The draft that was sent is saved once a page other than the log-in page answers. */
function forgetSaved() {
  const key = sessionStorage.getItem(sent);
  if (key) sessionStorage.removeItem(key);
  sessionStorage.removeItem(sent);
}

function forgetOthers(officer) {
  for (const key of Object.keys(sessionStorage))
    if (key.startsWith(`${prefix}:`) && !key.startsWith(`${prefix}:${officer}:`)) sessionStorage.removeItem(key);
}

function fields(form) {
  return [...form.elements].filter(
    (field) => field.name && !["hidden", "password", "file", "submit", "button"].includes(field.type) && !("noDraft" in field.dataset),
  );
}

function typed(form) {
  return fields(form).map((field) => [field.name, field.value, isChoice(field) ? field.checked : null]);
}

/** Puts the draft back; true when that changed anything. */
function fill(form, draft) {
  let changed = false;
  for (const [name, value, checked] of draft) {
    const field = fields(form).find((one) => one.name === name && (!isChoice(one) || one.value === value));
    if (!field) continue;
    changed ||= isChoice(field) ? field.checked !== checked : field.value !== value;
    if (isChoice(field)) field.checked = checked;
    else field.value = value;
  }
  return changed;
}

function isChoice(field) {
  return field.type === "checkbox" || field.type === "radio";
}

function tell(form, key) {
  const note = document.getElementById("draft-note").content.cloneNode(true);
  const box = note.firstElementChild;
  box.querySelector("button").addEventListener("click", () => {
    sessionStorage.removeItem(key);
    form.reset();
    box.remove();
  });
  form.prepend(note);
}
