// Documents handed in from a page: several at once, one of them no document; looked at so that nothing in them runs;
// taken out again.
import { test } from "node:test";
import assert from "node:assert/strict";
import { officeAtWork } from "./office.mjs";
import { assertSound } from "./look.mjs";

/** A grey point, and what only calls itself a picture. */
const picture = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNoAAAAggCB2kUIOwAAAABJRU5ErkJggg==", "base64");
const webPage = Buffer.from("<!doctype html><script>document.title = 'ran'</script>");

const atWork = officeAtWork();

test("documents are handed in, looked at and taken out", { timeout: 120_000 }, async () => {
  const { page: screen, troubles } = await atWork();
  await screen.goto("/applications?status=open");
  await screen.locator("tbody a").first().click();
  await screen.getByRole("link", { name: "Legg inn dokumenter" }).click();
  await screen.waitForURL(/\/documents/);
  const documents = new URL(screen.url()).pathname;
  await assertSound(screen);

  await screen.locator("#files").setInputFiles([
    { name: "lønnsslipp mars.png", mimeType: "image/png", buffer: picture },
    { name: "bilde.png", mimeType: "image/png", buffer: webPage },
  ]);
  await screen.locator("#kind").selectOption("LONN");
  await screen.getByRole("button", { name: "Legg inn dokumenter" }).click();
  await screen.getByText("Ett dokument er lagt inn.").waitFor();
  await screen.getByText("bilde.png").first().waitFor();
  await assertSound(screen);

  await screen.getByRole("link", { name: /^Åpne/ }).first().click();
  await screen.waitForURL(/\/view$/);
  assert.equal(await screen.evaluate(() => document.contentType), "image/png");
  assert.ok(await screen.evaluate(() => document.images[0].naturalWidth > 0), "the picture is drawn");
  await screen.goto(documents);

  await screen.getByRole("link", { name: "Inntekt", exact: true }).first().click();
  await screen.waitForURL(/\/documents\/[0-9A-Za-z]{22}$/);
  await assertSound(screen);
  await screen.getByText("Ta ut av saken").first().click();
  await screen.locator("#reason").fill("Gjelder en annen");
  await screen.getByRole("button", { name: "Ta ut av saken" }).click();
  await screen.locator("#confirm button[value=yes]").click();
  await screen.getByText("Dokumentet kan ikke åpnes lenger").waitFor();
  await assertSound(screen);
  assert.deepEqual(troubles, []);
  await screen.context().close();
});
