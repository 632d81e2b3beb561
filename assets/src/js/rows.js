// j and k (or the arrows, once in a row) walk the rows of a list; Enter opens the row, as on any link.
// A click anywhere in a row opens it too, unless the person is marking text or clicked something of its own.

export function walkRows() {
  for (const table of document.querySelectorAll("table[data-rows]")) {
    table.addEventListener("click", openRow);
    table.addEventListener("keydown", (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step && event.target.closest("tbody") && stepRow(step)) event.preventDefault();
    });
  }
}

/** Moves the focus to the next or previous row's link; false where there is no list or no such row. */
export function stepRow(step) {
  const links = [...document.querySelectorAll("table[data-rows] tbody tr")]
    .map((row) => row.querySelector("a[href]"))
    .filter(Boolean);
  const row = document.activeElement.closest("tr");
  const now = links.findIndex((link) => row?.contains(link));
  const next = links[now === -1 ? (step === 1 ? 0 : links.length - 1) : now + step];
  next?.focus({ focusVisible: true });
  next?.scrollIntoView({ block: "nearest" });
  return Boolean(next);
}

function openRow(event) {
  const row = event.target.closest("tbody tr");
  const ownClick = event.target.closest("a, button, input, select, textarea, label, summary");
  if (!row || ownClick || String(getSelection())) return;
  row.querySelector("a[href]")?.click();
}
