// Somebody who is expected from prison: registered by keyboard, seen on the work list, and taken over by an application
// whose form knows what is known.
import { test } from "node:test";
import assert from "node:assert/strict";
import { officeAtWork } from "./office.mjs";
import { assertSound } from "./look.mjs";

const atWork = officeAtWork();

test("somebody expected is registered, seen in good time and applies", { timeout: 180_000 }, async () => {
  const { page, troubles } = await atWork();
  await page.goto("/expected");
  await assertSound(page);
  await page.getByRole("link", { name: "Registrer en person som ventes" }).first().click();
  await page.locator("#q").fill("Utvik");
  await page.keyboard.press("Enter");
  await page.locator("form:has(input[name=person][value=new]) button").click();
  await page.locator("#given").fill("Kim");
  await page.locator("#place").selectOption("FENGSEL");
  await page.locator("#place_name").fill("Verdal fengsel");
  await page.locator("#contact").fill("Betjent Moe");
  await page.locator("#day").fill("2026-03-20");
  await page.locator("#need").fill("Et rolig sted");
  await assertSound(page);
  await page.locator("#contact").press("Enter");
  await page.waitForURL(/\/expected\/[0-9A-Za-z]{22}$/);
  await page.getByText("Om 19 dager").waitFor();
  await assertSound(page);

  await page.goto("/work");
  await page.locator("section[aria-labelledby=expected] a", { hasText: "Utvik, Kim" }).click();
  await page.getByRole("link", { name: "Endre" }).click();
  await page.waitForURL(/\/edit$/);
  await assertSound(page);
  await page.goBack();
  await page.getByRole("button", { name: "Registrer søknad" }).click();
  await page.waitForURL(/draft=/);
  assert.equal(await page.locator("#leaves_on").inputValue(), "2026-03-20");
  assert.equal(await page.locator("#responsible").inputValue(), "Betjent Moe, Verdal fengsel");
  await page.locator(".long-form-buttons button:not([formaction])").click();
  await page.waitForURL(/\/applications\/[0-9A-Za-z]{22}$/);
  await page.goto("/expected?standing=ended");
  await page.getByText("Har søkt").waitFor();
  await assertSound(page);
  assert.deepEqual(troubles, []);
  await page.context().close();
});
