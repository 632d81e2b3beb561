// Forms when something comes between: the session ends, somebody else saves first, harm is asked about, and a long
// import goes on while one waits.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { logIn, openBrowser, openOffice, openPage } from "./office.mjs";
import { assertSound } from "./look.mjs";

let office, browser, address, caseworker, leader;

before(async () => {
  office = openOffice();
  const accounts = office.fill();
  caseworker = accounts.find((account) => account.role === "caseworker");
  leader = accounts.find((account) => account.role === "leader");
  address = await office.serve();
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await office?.close();
});

async function atWork(account) {
  const opened = await openPage(browser, address);
  await logIn(opened.page, account);
  await opened.page.waitForURL((url) => url.pathname !== "/login");
  return opened;
}

/** The session ends behind the page's back. */
const endSession = (page) => page.context().clearCookies();

const save = (page) => page.locator("main form.form button.ds-button").first().click();

async function enter(page, family) {
  await page.goto("/people/new");
  await page.locator("#family").fill(family);
  await save(page);
  await page.waitForURL(/\/people\/[0-9A-Za-z]{22}$/);
  return new URL(page.url()).pathname;
}

test("what was sent when the session had ended is sent again after logging in", async () => {
  const { page } = await atWork(caseworker);
  await page.goto("/people/new");
  await page.locator("#family").fill("Utløpt");
  await page.locator("#given").fill("Økt");
  await page.locator("#telephone").fill("400 00 000");
  await endSession(page);
  await save(page);
  await page.locator("#password").waitFor();
  await assertSound(page);
  await page.locator("#login").fill(caseworker.login);
  await page.locator("#password").fill(caseworker.password);
  await page.locator("main form button").click();
  await page.locator("input[type=hidden][name=family][value=Utløpt]").waitFor({ state: "attached" });
  await assertSound(page);
  await page.locator("main form button").first().click();
  await page.waitForURL(/\/people\/[0-9A-Za-z]{22}$/);
  await page.getByRole("heading", { level: 1, name: "Økt Utløpt" }).waitFor();
});

test("what was typed and not sent is there when one comes back, and only for the one who typed it", async () => {
  const { page } = await atWork(caseworker);
  await page.goto("/people/new");
  await page.locator("#family").fill("Halvferdig");
  await page.locator("#identity").pressSequentially("12345");
  await page.waitForFunction(() => Object.keys(sessionStorage).some((key) => key.startsWith("husrom-draft:")));
  await endSession(page);
  await page.goto("/people/new");
  await logIn(page, caseworker);
  await page.waitForURL((url) => url.pathname !== "/login");
  await page.goto("/people/new");
  await page.locator(".draft-note").waitFor();
  assert.equal(await page.locator("#family").inputValue(), "Halvferdig");
  assert.equal(await page.locator("#identity").inputValue(), "", "identity numbers are never kept");
  await page.locator(".draft-note button").click();
  assert.equal(await page.locator("#family").inputValue(), "");
});

test("the second of two who save sees both versions, and decides", async () => {
  const [first, second] = [await atWork(caseworker), await atWork(leader)];
  const person = await enter(first.page, "Samtidig");
  for (const { page } of [first, second]) await page.goto(`${person}/edit`);
  await first.page.locator("#telephone").fill("400 00 001");
  await save(first.page);
  await first.page.waitForURL((url) => url.pathname === person);
  await second.page.locator("#telephone").fill("400 00 002");
  await save(second.page);
  const differs = second.page.locator("table.conflict tr.differs");
  await differs.waitFor();
  assert.deepEqual(await differs.locator("td").allInnerTexts(), ["400 00 002", "400 00 001"]);
  assert.equal(await second.page.locator("#telephone").inputValue(), "400 00 002", "nothing typed is lost");
  await assertSound(second.page);
  await save(second.page);
  await second.page.waitForURL((url) => url.pathname === person);
  assert.ok((await second.page.locator("main").innerText()).includes("400 00 002"));
});

test("what does harm is asked about first", async () => {
  const { page } = await atWork(leader);
  const person = await enter(page, "Varsom");
  await page.locator("details.raise summary").click();
  await page.locator("#protection").selectOption({ index: 1 });
  await page.locator("#reason").fill("Melding fra folkeregisteret");
  const raise = page.locator("details.raise form button");
  const question = page.locator("#confirm");
  await raise.click();
  assert.equal(await question.isVisible(), true);
  await assertSound(page);
  await question.locator("button[value=no]").click();
  assert.equal(new URL(page.url()).pathname, person);
  assert.equal(await page.locator("#reason").inputValue(), "Melding fra folkeregisteret");
  await raise.click();
  await question.locator("button[value=yes]").click();
  await page.locator("main .badge").first().waitFor();
});

test("a long import tells how far it has come, and ends on what it did", async () => {
  const { page, troubles } = await atWork(caseworker);
  const rows = Array.from({ length: 20_000 }, (_, at) => `Lange vei ${at + 1};H0101;2-roms;${40 + (at % 60)};7000;Ledig`);
  const text = ["Adresse;Bolignr;Type;BRA;Husleie;Status", ...rows].join("\n");
  await page.goto("/imports");
  await page.locator("#files").setInputFiles({ name: "lang.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  await page.locator("main form button").first().click();
  await page.waitForURL(/\/imports\/.+/);
  const asked = page.waitForResponse((response) => response.url().includes("/progress"), { timeout: 60_000 });
  await page.locator("form[action$='/acceptance'] button").first().click();
  await asked;
  await page.locator(".steps li.done").nth(2).waitFor({ timeout: 120_000 });
  assert.ok((await page.locator("main").innerText()).replace(/\s/g, " ").includes("20 000"));
  assert.deepEqual(troubles, []);
});
