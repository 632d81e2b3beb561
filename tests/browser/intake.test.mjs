// A usual application is entered from paper with the keyboard alone, within the six minutes the office has for it.
import { test } from "node:test";
import assert from "node:assert/strict";
import { officeAtWork } from "./office.mjs";

/** Seconds for each key, and to think before each answer: the keystroke-level model of Card, Moran and Newell. */
const perKey = 0.28;
const perThought = 1.35;
/** Seconds to read or hear each answer: our own measure. */
const perReading = 4;
const limit = 6 * 60;

const atWork = officeAtWork();

// Days whose day and month are alike are typed alike, however a browser writes days.
const usual = [
  ["received", "02022026"],
  ["kind", "Ny"],
  ["channel", "Papir"],
  ["next"],
  ["family", "Tastesen"],
  ["given", "Tora"],
  ["identity", synthetic("050590", 123)],
  ["telephone", "400 00 000"],
  ["address", "Storgata 1, 7600 Fjordvik"],
  ["contact_way", "Brev"],
  ["next"],
  ["next"],
  ["adults", "1"],
  ["children", "2"],
  ["m0_name", "Tom Tastesen"],
  ["m0_born", "03032015"],
  ["m0_role", "Barn"],
  ["m1_name", "Tiril Tastesen"],
  ["m1_born", "04042018"],
  ["m1_role", "Barn"],
  ["next"],
  ["citizenship", "Norge"],
  ["stay_basis", "Norsk"],
  ["here_since", "01012015"],
  ["next"],
  ["situation", "Leier"],
  ["landlord", "Ola Utleier"],
  ["home_rent", "11500"],
  ["lease_until", "04042026"],
  ["need_reasons-KONTRAKT", " "],
  ["next"],
  ["next"],
  ["income_ARBEID", "24500"],
  ["income_BOSTOTTE", "1500"],
  ["housing_costs", "1200"],
  ["next"],
  ["wheelchair", "Nei"],
  ["next"],
  ["rooms", "3"],
  ["wished_area", "Sentrum"],
  ["other_areas", "Nesset"],
  ["next"],
  ["wants_follow_up", "Nei"],
  ["next"],
  ["next"],
  ["homes_sought", "8"],
  ["next"],
  ["enclosed-LONN", " "],
  ["enclosed-OPPHOR", " "],
  ["consents-FOLKEREG", " "],
  ["signed_on", "02022026"],
  ["next"],
];

test("a usual application takes less than six minutes and no mouse", { timeout: 180_000 }, async (t) => {
  const { page, troubles } = await atWork();
  let pressed = 0;
  const focused = () => page.evaluate(() => document.activeElement.id);
  const press = async (key) => {
    await page.keyboard.press(key);
    pressed += 1;
  };
  const type = async (text) => {
    await page.keyboard.type(text);
    pressed += text.length;
  };
  const tabTo = async (id) => {
    for (let tabs = 0; (await focused()) !== id; tabs += 1) {
      assert.ok(tabs < 25, `${id} is ${tabs} tabs away, and not reached`);
      await press("Tab");
    }
  };

  await page.goto("/work");
  await press("+");
  await page.waitForURL("/applications/new");
  await page.locator("#q:focus").waitFor();
  await type("Tora Tastesen");
  await press("Enter");
  await page.locator("#choose").waitFor();
  await page.locator("#q:focus").waitFor();
  for (const _ of [1, 2]) await press("Tab");
  await press("Enter");
  await page.locator("#received").waitFor();
  await press("F8");
  for (const [id, text] of usual) {
    if (id === "next") {
      await press("F8");
      continue;
    }
    await tabTo(id);
    await type(text);
  }
  await press("Enter");
  await page.waitForURL(/\/applications\/[0-9A-Za-z]{22}$/);

  const said = (await page.locator("main").innerText()).replace(/\s+/g, " ");
  for (const text of ["Tora Tastesen", "02.02.2026", "Tom Tastesen", "Tiril Tastesen", "Ola Utleier", "26 000 kr", "Sentrum", "Nesset"])
    assert.ok(said.includes(text), `${text}: ${said}`);
  const answers = usual.filter(([id]) => id !== "next").length;
  const seconds = Math.round(pressed * perKey + answers * (perThought + perReading));
  t.diagnostic(`${answers} answers, ${pressed} keys, about ${Math.floor(seconds / 60)} min ${seconds % 60} s`);
  assert.ok(seconds < limit, `${seconds} seconds`);
  assert.deepEqual(troubles, []);
});

test("what stood in the form when the browser was closed is there in another", { timeout: 120_000 }, async () => {
  const { page } = await atWork();
  await page.goto("/applications/new?applicant=new&q=Avbrutt");
  await page.locator("#given").fill("Ada");
  await page.locator("#landlord").fill("Ola Utleier");
  await page.locator("[data-autosaved]", { hasText: "Lagret" }).waitFor();
  await page.context().close();

  const again = (await atWork()).page;
  await again.goto("/applications/new");
  await again.locator(".drafts a", { hasText: "Avbrutt" }).click();
  await again.locator("#landlord").waitFor();
  assert.deepEqual(
    [await again.locator("#family").inputValue(), await again.locator("#given").inputValue(), await again.locator("#landlord").inputValue()],
    ["Avbrutt", "Ada", "Ola Utleier"],
  );
});

/** A synthetic identity number: the month is written 80 higher, so that it is nobody's. */
function synthetic(born, individual) {
  const month = Number(born.slice(2, 4)) + 80;
  const digits = [...`${born.slice(0, 2)}${month}${born.slice(4)}${individual}`].map(Number);
  for (const weights of [[3, 7, 6, 1, 8, 9, 4, 5, 2], [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]]) {
    const control = (11 - (weights.reduce((sum, weight, at) => sum + weight * digits[at], 0) % 11)) % 11;
    if (control === 10) return synthetic(born, individual + 1);
    digits.push(control);
  }
  return digits.join("");
}
