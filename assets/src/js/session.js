// Warns before the session ends, and lets the officer go on without leaving the page.
// Work in another tab counts too: every page that loads tells the others.

export function watchSession() {
  const dialog = document.getElementById("session-warning");
  if (!dialog) return;
  const tabs = new BroadcastChannel("husrom-session");
  const seconds = Number(dialog.dataset.seconds);
  const grace = Math.min(Number(dialog.dataset.warn), seconds);
  const button = dialog.querySelector("[data-extend]");
  const after = dialog.querySelector("[data-after]");
  let warning = 0;
  let end = 0;

  function start() {
    clearTimeout(warning);
    clearTimeout(end);
    if (dialog.open) dialog.close();
    warning = setTimeout(warn, (seconds - grace) * 1000);
  }
  function warn() {
    dialog.showModal();
    end = setTimeout(over, grace * 1000);
  }
  function over() {
    after.hidden = false;
    button.hidden = true;
  }

  button.addEventListener("click", async () => {
    const body = new URLSearchParams({ csrf: dialog.dataset.csrf });
    const answer = await fetch("/session/extension", { method: "POST", body, redirect: "error" }).catch(() => null);
    if (!answer?.ok) return over();
    tabs.postMessage("alive");
    start();
  });
  tabs.addEventListener("message", start);
  tabs.postMessage("alive");
  if (seconds > 0) start();
}
