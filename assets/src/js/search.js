// Suggestions under the search field: a combobox as WAI-ARIA describes it. The server sends the options as
// <li role="option" data-href="…">; without script the field is a plain search form.

const pauseMs = 120;
const shortest = 2;

export function suggest() {
  const input = document.querySelector("[data-suggestions]");
  if (!input) return;
  const list = listFor(input);
  const told = statusFor(input);
  let waiting = 0;
  let asked = null;

  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, pauseMs);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") move(event);
    else if (event.key === "Enter") openChosen(event);
    else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    }
  });
  input.addEventListener("blur", close);
  // The press would take the focus from the field and close the list before the click.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => follow(event.target.closest("[role=option]")));

  async function ask() {
    const words = input.value.trim();
    asked?.abort();
    if (words.length < shortest) return close();
    asked = new AbortController();
    try {
      const answer = await fetch(`${input.dataset.suggestions}?q=${encodeURIComponent(words)}`, {
        signal: asked.signal,
        redirect: "error",
      });
      if (answer.ok && document.activeElement === input) show(await answer.text());
    } catch {
      // A newer question took over, or the line is down: the plain search is still there.
      close();
    }
  }

  function show(html) {
    list.innerHTML = html;
    const options = all();
    options.forEach((option, index) => (option.id = `suggestion-${index}`));
    list.hidden = options.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    input.removeAttribute("aria-activedescendant");
    told.textContent = options.length === 1 ? input.dataset.countOne : `${options.length} ${input.dataset.countMany}`;
  }

  function close() {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
    told.textContent = "";
  }

  function move(event) {
    const options = all();
    if (list.hidden || options.length === 0) return;
    event.preventDefault();
    const step = event.key === "ArrowDown" ? 1 : -1;
    const now = options.findIndex((option) => option.ariaSelected === "true");
    const next = now === -1 && step === -1 ? options.length - 1 : (now + step + options.length) % options.length;
    options.forEach((option, index) => option.setAttribute("aria-selected", String(index === next)));
    options[next].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", options[next].id);
  }

  function openChosen(event) {
    const chosen = list.hidden ? null : list.querySelector("[aria-selected=true]");
    if (!chosen) return;
    event.preventDefault();
    follow(chosen);
  }

  function all() {
    return [...list.querySelectorAll("[role=option]")];
  }
}

function follow(option) {
  if (option?.dataset.href) location.assign(option.dataset.href);
}

function listFor(input) {
  const list = document.createElement("ul");
  list.id = "suggestions";
  list.className = "suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.labels[0].textContent);
  list.hidden = true;
  input.after(list);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");
  return list;
}

function statusFor(input) {
  const told = document.createElement("p");
  told.className = "ds-sr-only";
  told.setAttribute("role", "status");
  input.form.append(told);
  return told;
}
