// The big walk: first start → log in → import with errors → correct → import → find a vacant home → overview → export.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { logInFirst, openBrowser, openOffice, openPage } from "./office.mjs";
import { assertSound } from "./look.mjs";

// As an office would keep it: a title above the headings, and two rows that are wrong.
const heads = "Adresse;Bolignr.;Antall rom;Areal;Husleie pr. mnd;Status;Leietaker;Kontrakt fra;Kontrakt til";
const good = [
  "Granlia 7;H0101;2-roms;54,5 m2;7 850,-;Utleid;Hansen, Kåre;01.03.2024;28.02.2027",
  "Granlia 7;H0102;3 rom;71;kr 9200;Ledig;;;",
];
const wrong = [
  "Granlia 7;H0201;2r;55;sju tusen;Utleid;Olsen, Turid;01.05.2025;30.04.2028",
  "Granlia 7;H0202;hybel;22;5 100;Utleid;Berg, Ola;31.02.2025;30.04.2028",
];
const corrected = [
  "Granlia 7;H0201;2r;55;7 000;Utleid;Olsen, Turid;01.05.2025;30.04.2028",
  "Granlia 7;H0202;hybel;22;5 100;Utleid;Berg, Ola;28.02.2025;30.04.2028",
];
const csv = (rows) => ["Utleieboliger i Granlia;;;;;;;;", heads, ...rows].join("\r\n");

let office, browser, address, page, troubles;

before(async () => {
  office = openOffice();
  address = await office.serve();
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await office?.close();
});

test("from an empty office to an overview", { timeout: 300_000 }, async (walk) => {
  let caseworker;
  await walk.test("the administrator makes an account", async () => {
    const first = await openPage(browser, address);
    await logInFirst(first.page, office.administrator, "stille hav under broen");
    await first.page.goto("/accounts/new");
    await assertSound(first.page);
    await first.page.locator("#login").fill("turid");
    await first.page.locator("#name").fill("Turid Eksempel");
    await first.page.locator("input[name=role][value=caseworker]").check();
    await first.page.locator("main form button").first().click();
    const [login, password] = await first.page.locator("main .facts dd").allTextContents();
    caseworker = { login: login.trim(), password: password.trim() };
    await assertSound(first.page);
    assert.deepEqual(first.troubles, []);
    await first.page.context().close();
  });

  await walk.test("the caseworker logs in and finds an empty register", async () => {
    ({ page, troubles } = await openPage(browser, address, { acceptDownloads: true }));
    await logInFirst(page, caseworker, "brede fjell i morgensol");
    await page.goto("/dwellings");
    await assertSound(page);
    assert.equal(await page.locator("main .empty").count(), 1);
  });

  await walk.test("a file with errors says what is wrong with each row", async () => {
    await upload("boliger.csv", csv([...good, ...wrong]));
    await assertSound(page);
    const text = await page.locator("main").innerText();
    assert.match(text, /sju tusen/);
    assert.match(text, /31\.02\.2025/);
    const asFile = page.waitForEvent("download");
    await page.locator("main a[href*='/rejected/']").first().click();
    const spreadsheet = readFileSync(await (await asFile).path());
    assert.equal(spreadsheet.subarray(0, 2).toString(), "PK", "the rejected rows come as a spreadsheet");
    await save();
    await assertSound(page);
    assert.equal(await homes(), 2, "the good rows are on the register");
  });

  await walk.test("the corrected rows go in, and the rest is left as it is", async () => {
    await upload("boliger-rettet.csv", csv([...good, ...corrected]));
    assert.equal(await page.locator("main a[href*='/rejected/']").count(), 0);
    await save();
    assert.equal(await homes(), 4);
  });

  await walk.test("the vacant home is found by its status and by search, with the keyboard", async () => {
    await page.goto("/dwellings");
    await page.keyboard.press("f");
    await page.locator("#filter-status").selectOption({ label: "Ledig" });
    await page.locator(".filters button").click();
    assert.deepEqual(await page.locator("table[data-rows] tbody a").allTextContents(), ["Granlia 7 H0102"]);
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Granlia 7 H0102" }).waitFor();
    await assertSound(page);

    await page.locator("main").press("/");
    await page.keyboard.type("Granlia 7 H0202");
    await page.locator(".suggestions [role=option]").first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Granlia 7 H0202" }).waitFor();
  });

  await walk.test("the overview counts them, on that day and before", async () => {
    await page.goto("/overview");
    await assertSound(page);
    assert.equal((await page.locator(".figure-value").first().innerText()).trim().split(/\s/)[0], "4");
    const asFile = page.waitForEvent("download");
    await page.locator(".page-actions a").first().click();
    assert.match((await asFile).suggestedFilename(), /\.xlsx$/);
    assert.deepEqual(troubles, []);
  });
});

async function upload(name, text) {
  await page.goto("/imports");
  await page.locator("#files").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
  await page.locator("main form button").first().click();
  await page.waitForURL(/\/imports\/.+/);
  await page.locator("form[action$='/acceptance']").waitFor();
}

async function save() {
  await page.locator("form[action$='/acceptance'] button").first().click();
  await page.locator(".steps li.done").nth(2).waitFor({ timeout: 60_000 });
}

async function homes() {
  await page.goto("/dwellings");
  return page.locator("table[data-rows] tbody tr").count();
}
