// Importing on the page: dropped files, a wide list, a note that protects, and a newer list that lacks a home.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { logIn, openBrowser, openOffice, openPage } from "./office.mjs";
import { assertSound } from "./look.mjs";

const heads = "Adresse;Bolignr;Type;BRA;Husleie;Status;Leietaker;Merknad";
const homes = [
  "Tunvegen 2;H0101;Omsorgsbolig 2r;48;8120;Utleid;Eksempel, Halvard;kode 6",
  "Tunvegen 2;H0102;3 rom;71;kr 9200;Ledig;;",
  "Tunvegen 4;H0101;2r;55;sju tusen;Utleid;Eksempel, Turid;",
  "Tunvegen 4;H9;hybel;22;-5100;Rart;Eksempel, Ola;",
];
const list = (rows, more = []) => [[heads, ...more].join(";"), ...rows].join("\n");

let office, browser, page, troubles;

before(async () => {
  office = openOffice();
  const insider = office.fill().find((account) => account.role === "leader");
  const address = await office.serve();
  browser = await openBrowser();
  ({ page, troubles } = await openPage(browser, address));
  await logIn(page, insider);
  await page.waitForURL((url) => url.pathname !== "/login");
});
after(async () => {
  await browser?.close();
  await office?.close();
});

async function drop(name, text) {
  await page.goto("/imports");
  const files = await page.evaluateHandle(
    ([name, text]) => {
      const files = new DataTransfer();
      files.items.add(new File([text], name, { type: "text/csv" }));
      return files;
    },
    [name, text],
  );
  await page.locator("[data-drop]").dispatchEvent("drop", { dataTransfer: files });
  assert.equal(await page.locator("#files").evaluate((field) => field.files.length), 1);
  await page.locator("main form button").first().click();
  await page.waitForURL(/\/imports\/.+/);
}

async function save() {
  await page.locator("form[action$='/acceptance'] button").first().click();
  await page.locator(".steps li.done").nth(2).waitFor({ timeout: 60_000 });
}

test("a list that is dropped on the page is read, and every error is named", async () => {
  await drop("boliger.csv", list(homes));
  assert.equal(await page.locator("#mapping table").first().locator("tbody tr").count(), 4);
  for (const columns of await page.locator("#mapping details").all()) await columns.evaluate((it) => (it.open = true));
  await assertSound(page);
});

test("a note about a secret address is asked about", async () => {
  await save();
  assert.equal(await page.locator(".ds-alert a[href^='/people']").count(), 1);
  await assertSound(page);
});

test("what a newer list lacks is listed with its pages", async () => {
  await drop("boliger.csv", list(homes.slice(1, 2)));
  await save();
  await page.locator("main details summary").first().click();
  assert.ok((await page.locator("main details a[href^='/dwellings/']").count()) > 0);
  await assertSound(page);
});

test("a list of eighty columns is still a light page", async () => {
  const more = Array.from({ length: 72 }, (_, at) => `Ukjent ${at}`);
  await drop("bred.csv", list(homes.map((row) => row + ";x".repeat(72)), more));
  await assertSound(page);
  assert.deepEqual(troubles, []);
});
