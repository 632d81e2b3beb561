// What happens beside the usual meeting, on each engine: a search that goes on in the background and is stopped, and
// the case of a tenant whom the meeting gave another home unasked.
import { after, before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { engines, logIn, openBrowser, openOffice, openPage } from "./office.mjs";
import { assertSound, assertSoundAtOnce } from "./look.mjs";

for (const engine of engines)
  describe(`on ${engine.name}`, () => {
    let office, browser, team, officer, meeting;
    before(async () => {
      office = openOffice(engine);
      const accounts = office.fill();
      const address = await office.serve();
      browser = await openBrowser();
      const as = async (login) => {
        const one = await openPage(browser, address);
        await logIn(one.page, accounts.find((account) => account.login === login));
        await one.page.waitForURL((url) => url.pathname !== "/login");
        return one;
      };
      team = await as("tildeling");
      officer = await as("saksbehandler");
      await team.page.goto("/allocations");
      await team.page.locator("main form button").first().click();
      await team.page.waitForURL(/\/allocations\/[0-9A-Za-z]{22}$/);
      meeting = new URL(team.page.url()).pathname;
    });
    after(async () => {
      await browser?.close();
      await office?.close();
    });

    test("a search goes on in the background, and whoever has seen enough stops it", { timeout: 600_000 }, async () => {
      const { page, troubles } = team;
      await imagine(page, meeting);
      // Where the plan is found at once there is nothing to stop: then the page tells of it straight away.
      const stop = page.locator("form[action$='/stop'] button");
      const found = page.locator(`main a[href^='${meeting}/what-if/1']`);
      const first = await Promise.race([
        stop.waitFor().then(() => "searching", () => "found"),
        found.first().waitFor({ timeout: 120_000 }).then(() => "found"),
      ]);
      if (first === "searching") await stop.click().catch(() => page.waitForLoadState());
      await found.first().waitFor({ timeout: 120_000 });
      assert.equal(await stop.count(), 0, "it has ended");
      await page.goto(`${meeting}/what-if/1`);
      await assertSound(page);
      await followNumbers(page);
      assert.deepEqual(troubles, []);
    });

    test("a tenant who is given another home unasked gets a case from the minutes", { timeout: 600_000 }, async () => {
      await closeWithManyMoves(team.page, meeting);
      const { page, troubles } = officer;
      await page.goto(meeting);
      await assertSound(page);
      const waits = page.locator(".allocation-row", { has: page.getByRole("button", { name: /^Åpne byttesak/ }) });
      const before = await waits.count();
      assert.ok(before > 0, "somebody moves who has not asked for it");
      const who = (await waits.first().locator("span").first().innerText()).trim();
      await waits.first().getByRole("button").click();
      await page.waitForURL(/\/cases\/[0-9A-Za-z]{22}$/);
      await page.getByRole("heading", { level: 1 }).waitFor();
      await assertSoundAtOnce(page);
      await page.goto(meeting);
      assert.equal(await waits.count(), before - 1);
      const home = who.split(" → ")[1];
      await page.locator(".allocation-row", { hasText: home }).getByRole("link", { name: /^Til saken/ }).waitFor();
      assert.deepEqual([...troubles, ...team.troubles], []);
    });
  });

/** A week far larger than the municipality's, so that the best plan is not found at once. */
async function imagine(page, meeting) {
  await page.goto(`${meeting}/what-if`);
  await assertSound(page);
  const folded = page.locator("form details:not([open]) > summary");
  while ((await folded.count()) > 0) await folded.first().click();
  const fields = {
    home1_count: "200",
    home1_rooms: "2",
    home2_count: "200",
    home2_rooms: "3",
    household1_count: "200",
    household1_adults: "2",
    household2_count: "200",
    household2_adults: "2",
    household2_children: "1",
  };
  for (const [name, value] of Object.entries(fields)) await page.locator(`#${name}`).fill(value);
  await page.locator("#household2_class").selectOption("2");
  await page.locator("form[action$='/what-if'] button").last().click();
}

/** The points of the plan open to its placements, and a placement to why the home fits. */
async function followNumbers(page) {
  await page.locator("a[href*='of=plan'][href*='fate=got']").first().click();
  await page.waitForURL(/fate=got/);
  await page.locator("h2#rows", { hasText: "plasseringene som gir summen" }).waitFor();
  await assertSoundAtOnce(page);
  await page.locator("h2#rows ~ * tbody a[href*='dwelling=']").first().click();
  await page.waitForURL(/\/allocations\/fit\?/);
  await assertSoundAtOnce(page);
}

/** With more moves allowed, tenants who were only asked are given other homes too. */
async function closeWithManyMoves(page, meeting) {
  await page.goto(meeting);
  await page.locator("details", { has: page.locator("form[action$='/limits']") }).locator("summary").click();
  for (const [limit, most] of Object.entries({ moves: "12", ring: "4", chain: "5" })) await page.locator(`#${limit}`).fill(most);
  await page.locator("#limits_reason").fill("Flere vil bytte");
  await page.locator("form[action$='/limits'] button").click();
  await page.getByText("8 bytter").first().waitFor();
  await page.getByText("Ingen annen fordeling er bedre").waitFor();
  await page.locator("form[action$='/close'] button").click();
  await page.locator("#confirm button[value=yes]").click();
  await page.locator("#minutes").waitFor();
  await assertSound(page);
}
