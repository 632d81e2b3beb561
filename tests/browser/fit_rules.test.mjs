// The rules for what fits whom: changed in their form, tried before they are saved, on each engine.
import { after, before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { engines, logIn, openBrowser, openOffice, openPage } from "./office.mjs";
import { assertSound } from "./look.mjs";

for (const engine of engines)
  describe(`on ${engine.name}`, () => {
    let office, browser, administrator;
    before(async () => {
      office = openOffice(engine);
      const accounts = office.fill();
      const address = await office.serve();
      browser = await openBrowser();
      administrator = await openPage(browser, address);
      await logIn(administrator.page, accounts.find((account) => account.login === "administrator"));
      await administrator.page.waitForURL((url) => url.pathname !== "/login");
    });
    after(async () => {
      await browser?.close();
      await office?.close();
    });

    test("a clause is switched off, its effect is seen, and only then it is saved", { timeout: 300_000 }, async () => {
      const { page, troubles } = administrator;
      await page.goto("/allocations/rules");
      await assertSound(page);
      await page.locator(".page-actions a[href^='/allocations/rules/new']").click();
      await assertSound(page);
      const ofRooms = page.locator("[id='rooms.spare_rooms']");
      await ofRooms.waitFor();
      await page.locator("#rooms-on").uncheck();
      await ofRooms.waitFor({ state: "hidden" });
      await page.locator("button[value=preview]").click();
      await page.locator("section[role=status]").waitFor();
      const effects = await page.locator("section[role=status] tbody").innerText();
      assert.match(effects, /^Rom\t0\t[1-9]/, "what had too many or too few rooms comes to fit");
      await assertSound(page);

      await page.locator("[id='score.fits']").fill("mange");
      await page.locator("#name").fill("Prøveregler");
      await page.locator("button[value=save]").click();
      await page.locator("[id='score.fits-error']").waitFor();
      assert.equal(await page.locator("#name").inputValue(), "Prøveregler", "what was typed stands there still");
      await assertSound(page);
      await page.locator("[id='score.fits']").fill("20");
      await page.locator("button[value=save]").click();
      await page.waitForURL(/\/allocations\/rules\?revision=/);
      await page.getByText("Dette ses det ikke på: Rom.").waitFor();
      assert.deepEqual(troubles, []);
    });
  });
