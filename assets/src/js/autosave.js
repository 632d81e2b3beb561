// The intake and a decision are kept on the server as they are typed, so that a closed lid or a wrong click loses
// nothing. The button does the same without script.

const usualPauseMs = 900;

export function autosave() {
  const form = document.querySelector("form[data-autosave]");
  if (!form) return;
  const pauseMs = Number(form.dataset.autosavePause ?? usualPauseMs);
  const told = form.querySelector("[data-autosaved]");
  let waiting = 0;
  let saving = null;
  let changed = false;

  form.addEventListener("input", () => {
    changed = true;
    clearTimeout(waiting);
    waiting = setTimeout(save, pauseMs);
  });
  form.addEventListener("submit", () => {
    clearTimeout(waiting);
    changed = false;
  });
  // The page goes away before the pause is over: the browser sends what there is.
  addEventListener("pagehide", () => changed && navigator.sendBeacon(form.dataset.autosave, content()));
  watchAlike(form);

  function content() {
    const fields = new URLSearchParams(new FormData(form));
    fields.set("auto", "true");
    return fields;
  }

  async function save() {
    // One at a time: two first saves would make two drafts.
    await saving;
    saving = send();
  }

  async function send() {
    changed = false;
    try {
      const answer = await fetch(form.dataset.autosave, { method: "POST", body: content(), redirect: "error" });
      if (!answer.ok) throw new Error(answer.status);
      // The answer is where it was kept, or the version it has now: for every form on the page.
      const kept = await answer.text();
      for (const field of document.querySelectorAll(`main input[name="${form.dataset.autosaveField}"]`)) field.value = kept;
      told.textContent = `${form.dataset.saved} ${new Date().toLocaleTimeString("nb-NO", { hour: "2-digit", minute: "2-digit" })}`;
    } catch {
      changed = true;
      told.textContent = form.dataset.notSaved;
    }
  }
}

/** Whether the applicant being typed is on the register already. */
function watchAlike(form) {
  const place = form.querySelector("[data-alike]");
  if (!place) return;
  const names = ["family", "given", "identity", "born"];
  form.addEventListener("change", async (event) => {
    if (!names.includes(event.target.name)) return;
    const fields = new URLSearchParams();
    for (const name of [...names, "csrf"]) fields.set(name, form.elements[name]?.value ?? "");
    try {
      const answer = await fetch(form.dataset.alikeFrom, { method: "POST", body: fields, redirect: "error" });
      if (answer.ok) place.innerHTML = await answer.text();
    } catch {
      // The line is down: registering says it too.
      place.textContent = "";
    }
  });
}
