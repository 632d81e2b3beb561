// The weekly meeting: from vacant homes and those who wait for one to the minutes, on each engine.
import { after, before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { engines, logIn, openBrowser, openOffice, openPage } from "./office.mjs";
import { assertSound } from "./look.mjs";

for (const engine of engines)
  describe(`on ${engine.name}`, () => {
    let office, browser, team;
    before(async () => {
      office = openOffice(engine);
      const accounts = office.fill();
      const address = await office.serve();
      browser = await openBrowser();
      team = await openPage(browser, address);
      await logIn(team.page, accounts.find((account) => account.login === "tildeling"));
      await team.page.waitForURL((url) => url.pathname !== "/login");
    });
    after(async () => {
      await browser?.close();
      office?.close();
    });

    test("a meeting and its minutes", { timeout: 600_000 }, async () => {
      const meeting = await callMeeting(team.page);
      await askForNames(team.page, meeting);
      await layDown(team.page);
      await close(team.page);
      assert.deepEqual(team.troubles, []);
    });
  });

async function callMeeting(page) {
  await page.goto("/allocations");
  await assertSound(page);
  await page.locator("main form button").first().click();
  await page.waitForURL(/\/allocations\/[0-9A-Za-z]{22}$/);
  await assertSound(page);
  await page.getByText("Ingen annen fordeling er bedre").waitFor();
  return new URL(page.url()).pathname;
}

const proposals = (page) => page.locator(".allocation-who a");

/** Names are on the wall only while somebody asks for them. */
async function askForNames(page, meeting) {
  const unnamed = await proposals(page).first().innerText();
  await page.locator('a[href*="names=shown"]').click();
  await page.waitForURL(/names=shown/);
  const named = await proposals(page).first().innerText();
  assert.ok(named.length > unnamed.length && named.endsWith(unnamed), `${unnamed} | ${named}`);
  await assertSound(page);
  await page.goto(meeting);
  assert.equal(await proposals(page).first().innerText(), unnamed);
}

/** Locks the first proposal, and holds the next home back: whoever was to have it is told of. */
async function layDown(page) {
  const cards = page.locator(".allocation-card").filter({ has: page.locator(".allocation-who") });
  const before = await cards.count();
  assert.ok(before >= 2, `${before} proposals`);
  const locked = await cards.nth(0).locator("h3").getAttribute("id");
  const held = await cards.nth(1).locator("h3").getAttribute("id");
  await cards.nth(0).locator("form", { has: page.locator('input[value="LOCK"]') }).locator("button").first().click();
  const card = (id) => page.locator(`.allocation-card:has(#${id})`);
  await card(locked).locator(".badge", { hasText: "Låst" }).waitFor();
  await card(held).locator("form", { has: page.locator('input[value="HOLD"]') }).locator("button").click();
  await card(held).locator(".badge", { hasText: "Holdes tilbake" }).waitFor();
  await page.locator("#changes").waitFor();
  await card(locked).locator(".badge", { hasText: "Låst" }).waitFor();
  await assertSound(page);
}

async function close(page) {
  await page.locator("#participants").fill("Tilla Tildeler; Boligkontoret\nOdd Leder; Helse og mestring");
  await page.locator("form[action$='/participants'] button").click();
  await page.waitForLoadState();
  await page.locator("form[action$='/close'] button").click();
  await page.locator("#confirm button[value=yes]").click();
  await page.locator("#minutes").waitFor();
  assert.ok((await page.locator("main").innerText()).includes("Odd Leder (Helse og mestring)"));
  await assertSound(page);
}
