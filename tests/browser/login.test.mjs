// From an empty folder to a logged-in officer, with and without script, and back out again.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { logIn, logInFirst, openBrowser, openOffice, openPage } from "./office.mjs";
import { assertSound } from "./look.mjs";

const newPassword = "stille hav under broen";
let office, browser, address, administrator;

before(async () => {
  office = openOffice();
  address = await office.serve();
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await office?.close();
});

test("the one-time password lets in once, and must be changed", async () => {
  const { page, troubles } = await openPage(browser, address);
  await page.goto("/");
  assert.equal(new URL(page.url()).pathname, "/login");
  await assertSound(page);
  await logIn(page, { ...office.administrator, password: "feil passord" });
  await page.getByRole("alert").waitFor();
  await assertSound(page);
  administrator = await logInFirst(page, office.administrator, newPassword);
  await page.goto("/account");
  await assertSound(page);
  await page.goto("/account/password");
  await assertSound(page);
  assert.deepEqual(troubles, []);
});

test("a wrong new password is explained beside its field", async () => {
  const { page } = await openPage(browser, address);
  await logIn(page, administrator);
  await page.goto("/account/password");
  await page.locator("#old").fill(administrator.password);
  await page.locator("#new").fill("kort");
  await page.locator("#again").fill("kort");
  await page.locator("main form button").click();
  assert.equal(await page.locator("#new").getAttribute("aria-invalid"), "true");
  assert.ok(await page.locator(".ds-error-summary").evaluate((summary) => summary === document.activeElement));
  await page.locator(".ds-error-summary a").first().click();
  assert.equal(await page.evaluate(() => document.activeElement.id), "new");
  await assertSound(page);
});

test("everything works without script", async () => {
  const { page } = await openPage(browser, address, { javaScriptEnabled: false });
  await logIn(page, administrator);
  await page.goto("/account");
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.locator(".who summary").click();
  await page.locator(".who-panel form button").click();
  assert.equal(new URL(page.url()).pathname, "/login");
});

test("a warning comes before the session ends, and one press keeps it", async () => {
  const { page, troubles } = await openPage(browser, address);
  await page.clock.install();
  await logIn(page, administrator);
  const warning = page.locator("#session-warning");
  const [seconds, warn] = await warning.evaluate((dialog) => [dialog.dataset.seconds, dialog.dataset.warn].map(Number));
  assert.ok(seconds > warn && warn >= 60, `${seconds} seconds with a warning ${warn} before the end`);
  assert.equal(await warning.isVisible(), false);
  await page.clock.fastForward((seconds - warn) * 1000);
  assert.equal(await warning.isVisible(), true);
  const kept = page.waitForResponse((response) => response.url().endsWith("/session/extension"));
  await warning.locator("[data-extend]").click();
  assert.equal((await kept).ok(), true);
  await warning.waitFor({ state: "hidden" });
  assert.deepEqual(troubles, []);
});

test("the shortcuts are listed behind a question mark, and can be turned off", async () => {
  const { page } = await openPage(browser, address);
  await logIn(page, administrator);
  await page.locator("main").press("?");
  const list = page.locator("#shortcuts");
  assert.equal(await list.isVisible(), true);
  await list.locator("[data-keys-on]").uncheck();
  await page.keyboard.press("Escape");
  await page.locator("main").press("?");
  assert.equal(await list.isVisible(), false);
});
