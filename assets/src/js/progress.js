// Follows a long import: asks for the fragment at data-progress until it holds a link marked data-done.

const everyMs = 700;

export function followProgress() {
  const box = document.querySelector("[data-progress]");
  if (box) ask(box);
}

async function ask(box) {
  try {
    const answer = await fetch(box.dataset.progress, { redirect: "error" });
    if (answer.ok) box.innerHTML = await answer.text();
  } catch {
    // The line is down for a moment: the import goes on in the program, and we ask again.
  }
  const done = box.querySelector("[data-done]");
  if (done) location.replace(done.href);
  else setTimeout(() => ask(box), everyMs);
}
