// The menu under the officer's name and the "?" definitions: one open at a time, closed by Escape or a click elsewhere.

const floating = "details.who, details.definition";

export function menus() {
  document.addEventListener("click", (event) => closeOthers(event.target.closest(floating)));
  document.addEventListener("keydown", (event) => {
    const open = event.key === "Escape" && event.target.closest(floating);
    if (!open) return;
    open.open = false;
    open.querySelector("summary").focus();
  });
  for (const button of document.querySelectorAll("[data-opens]"))
    button.addEventListener("click", () => {
      closeOthers(null);
      document.getElementById(button.dataset.opens).showModal();
    });
}

function closeOthers(kept) {
  for (const menu of document.querySelectorAll(floating)) if (menu !== kept) menu.open = false;
}
