// The weekly meeting: from vacant homes and those who wait for one to the minutes, on each engine.
import { after, before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { engines, logIn, openBrowser, openOffice, openPage } from "./office.mjs";
import { assertSound, assertSoundAtOnce } from "./look.mjs";

for (const engine of engines)
  describe(`on ${engine.name}`, () => {
    let office, browser, team, officer;
    before(async () => {
      office = openOffice(engine);
      const accounts = office.fill();
      const address = await office.serve();
      browser = await openBrowser();
      team = await openPage(browser, address);
      await logIn(team.page, accounts.find((account) => account.login === "tildeling"));
      await team.page.waitForURL((url) => url.pathname !== "/login");
      officer = await openPage(browser, address);
      await logIn(officer.page, accounts.find((account) => account.login === "saksbehandler"));
      await officer.page.waitForURL((url) => url.pathname !== "/login");
    });
    after(async () => {
      await browser?.close();
      await office?.close();
    });

    test("from vacant homes and granted decisions to a chain of two moves", { timeout: 900_000 }, async (walk) => {
      let meeting, chain;
      await walk.test("a meeting and its minutes", async () => {
        meeting = await callMeeting(team.page);
        await askForNames(team.page, meeting);
        await onTheWall(team.page, meeting);
        await layDown(team.page);
        await close(team.page);
        assert.deepEqual(team.troubles, []);
      });
      await walk.test("each of the chain is offered the home that the meeting gave", async () => {
        chain = await chainOf(officer.page, meeting);
        for (const move of chain) move.offer = await makeOffer(officer.page, meeting, move);
        await sendLetters(officer.page);
        for (const { offer } of chain) await sayYes(officer.page, offer);
      });
      await walk.test("nobody moves in before the home is empty", () => planMoves(officer.page, chain));
      await walk.test("the register has the new tenancies, and the old one ended by itself", async () => {
        await agree(officer.page, chain);
        assert.deepEqual(officer.troubles, []);
      });
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

/** A key puts the meeting on the wall, where everything is seen at once, and nothing personal unasked. */
async function onTheWall(page, meeting) {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.keyboard.press("v");
  await page.waitForURL(/view=wall/);
  await assertSound(page);
  for (const size of [{ width: 1280, height: 720 }, { width: 1920, height: 1080 }]) {
    await page.setViewportSize(size);
    assert.ok(await page.evaluate(() => document.documentElement.scrollHeight <= innerHeight), JSON.stringify(size));
  }
  assert.equal(await page.locator(".topbar, .navigation").count(), 0);
  await page.locator(".wall-who a").first().click();
  await page.waitForURL(/names=hidden/);
  assert.equal(await page.locator("main a[href^='/applications/'], main a[href^='/dwellings/']").count(), 0);
  await assertSound(page);
  await page.keyboard.press("b");
  await page.locator(".wall-card").first().waitFor();
  await page.keyboard.press("t");
  await page.locator(".wall-others").first().waitFor();
  assert.ok(await page.evaluate(() => document.documentElement.scrollHeight <= innerHeight));
  await assertSound(page);
  await page.keyboard.press("v");
  await page.locator("#participants").waitFor();
  await page.setViewportSize({ width: 1400, height: 900 });
  await page.goto(meeting);
}

/** Locks a proposal, holds another home back and sees what that changes, and lets it go again. */
async function layDown(page) {
  const vacant = page.locator(".allocation-card", { hasNotText: "Blir ledig ved bytte" });
  const cards = vacant.filter({ has: page.locator(".allocation-who") });
  const before = await cards.count();
  assert.ok(before >= 2, `${before} proposals`);
  const locked = await cards.nth(0).locator("h3").getAttribute("id");
  const held = await cards.nth(1).locator("h3").getAttribute("id");
  await cards.nth(0).locator("form", { has: page.locator('input[value="LOCK"]') }).locator("button").first().click();
  const card = (id) => page.locator(`.allocation-card:has(#${id})`);
  await card(locked).locator(".badge", { hasText: "Låst" }).waitFor();
  await card(held).locator("form", { has: page.locator('input[value="HOLD"]') }).locator("button").click();
  await card(held).locator(".badge", { hasText: "Holdes tilbake" }).waitFor();
  await card(held).locator(".allocation-changed li").first().waitFor();
  await card(locked).locator(".badge", { hasText: "Låst" }).waitFor();
  await assertSound(page);
  await card(held).locator("form[action$='/undo'] button").click();
  await card(held).locator(".allocation-who").waitFor();
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

/** A tenant who moves, and whoever gets the home that is left, as the minutes tell it. */
async function chainOf(page, meeting) {
  await page.goto(meeting);
  const lines = await page.locator("section[aria-labelledby=minutes] ol li").allInnerTexts();
  const moves = lines.map((line) => {
    const [, number, home, from] = line.match(/: (\S+) → (.+?)(?: \(flytter fra (.+)\))? – /);
    return { number, home, from };
  });
  for (const first of moves.filter(({ from }) => from)) {
    const second = moves.find(({ home, from }) => home === first.from && !from);
    const both = second && [first, second];
    const granted = (move) => placement(page, move).getByRole("link", { name: /^Lag tilbud/ }).count();
    if (both && (await Promise.all(both.map(granted))).every((count) => count === 1)) return both;
  }
  assert.fail(`no chain of two: ${lines.join("\n")}`);
}

const placement = (page, { number, home }) => page.locator(".allocation-row", { hasText: `${number} → ${home}` });

async function makeOffer(page, meeting, move) {
  await page.goto(meeting);
  await placement(page, move).getByRole("link", { name: /^Lag tilbud/ }).click();
  await page.waitForURL(/\/offers\/new/);
  assert.equal((await page.locator("tr", { has: page.locator("input[name=dwelling]:checked") }).locator("label").innerText()).trim(), move.home);
  await assertSoundAtOnce(page);
  await page.locator("#viewing").fill("Onsdag klokka 12 ved inngangen");
  await page.locator("form[data-draft] button").last().click();
  await page.waitForURL(/\/offers\/[0-9A-Za-z]{22}$/);
  await page.locator("#fit").waitFor();
  await assertSound(page);
  await page.locator("form[action$='/letter'] button").click();
  await page.locator("a[href='/letters/queue']", { hasText: "Til brevene" }).waitFor();
  return new URL(page.url()).pathname;
}

async function sendLetters(page) {
  await page.goto("/letters/queue?choose=all");
  await page.locator("button[value=sent]").click();
  await page.locator("main .empty").waitFor();
}

async function sayYes(page, offer) {
  await page.goto(offer);
  await page.locator("input[name=answer][value=yes]").check();
  await page.locator("button[value=answer]").click();
  await page.locator("button[value=agree]").waitFor();
  await assertSoundAtOnce(page);
}

/** Does something on a day with an accepted offer. */
async function onDay(page, offer, day, what) {
  await page.goto(offer);
  await page.locator("#from").fill(day);
  await page.locator(`button[value=${what}]`).click();
}

const told = (page, text) => page.locator("main").getByText(text).first().waitFor();

/** The second can have no day before the first has one, and no earlier one. By July whoever has given notice has left. */
async function planMoves(page, [first, second]) {
  await onDay(page, second.offer, "2026-07-20", "plan");
  await told(page, "Planlegg den innflyttingen før denne.");
  await assertSound(page);
  await onDay(page, first.offer, "2026-07-15", "plan");
  await told(page, "15.07.2026");
  await onDay(page, second.offer, "2026-07-10", "plan");
  await told(page, "Boligen blir tom først 15.07.2026.");
  await onDay(page, second.offer, "2026-07-20", "plan");
  await told(page, "20.07.2026");
  const chain = page.locator("section[aria-labelledby=chain] li");
  assert.equal(await chain.count(), 2);
  for (const link of await chain.allInnerTexts()) assert.match(link, /Kan stå/);
  await assertSound(page);
}

async function agree(page, [first, second]) {
  await onDay(page, first.offer, "2026-07-15", "agree");
  await page.locator("main a[href^='/tenancies/']").waitFor();
  await onDay(page, second.offer, "2026-07-20", "agree");
  await page.locator("main a[href^='/tenancies/']").click();
  await told(page, "20.07.2026");
  await assertSoundAtOnce(page);
  await page.goto(second.offer);
  await page.locator(".page-actions a[href^='/dwellings/']").click();
  await page.getByRole("heading", { level: 1, name: second.home }).waitFor();
  await told(page, "15.07.2026");
  await told(page, "20.07.2026");
  await assertSound(page);
}
