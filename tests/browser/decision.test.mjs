// The whole way: intake, assessment, decision, returned and corrected, signed by another, letter read back, appeal,
// forwarded with the case's documents. For a grant and a refusal in both written languages, on each engine.
import { after, before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { engines, logIn, openBrowser, openOffice, openPage, today } from "./office.mjs";
import { assertSound, assertSoundAtOnce } from "./look.mjs";

const grant = {
  outcome: "INNVILGET",
  met: "yes",
  judged: "Har lett etter bolig i ett år uten å få noe",
  fill: { rooms: "3", square_metres: "65", lease_months: "36" },
  check: ["#access-HEIS", "#follow_up-INNVILGET", "#kind-OKVEIL"],
  level: "2",
};
const refusal = {
  outcome: "AVSLAG",
  met: "no",
  judged: "Har råd til å leie en egnet bolig selv",
  fill: { follow_up_reason: "Husstanden klarer seg uten oppfølging" },
  check: ["#follow_up-IKKE_BEHOV"],
};
const ways = [
  { ...grant, family: "Fossum", form: "NB", met_in_letter: "Vilkåret er oppfylt", letter: "Hvorfor vi har bestemt dette", every_way: true },
  { ...refusal, family: "Sandvik", form: "NN", met_in_letter: "Vilkåret er ikkje oppfylt", letter: "Kvifor vi har bestemt dette", every_way: true },
  { ...grant, family: "Myhre", form: "NN", met_in_letter: "Vilkåret er oppfylt", letter: "Kvifor vi har bestemt dette" },
  { ...refusal, family: "Bakken", form: "NB", met_in_letter: "Vilkåret er ikke oppfylt", letter: "Hvorfor vi har bestemt dette" },
];

for (const engine of engines)
  describe(`on ${engine.name}`, () => {
    let office, browser, caseworker, colleague, leader;
    before(async () => {
      office = openOffice(engine);
      const accounts = office.fill();
      const address = await office.serve();
      browser = await openBrowser();
      const atWork = async (login) => {
        const opened = await openPage(browser, address);
        await logIn(opened.page, accounts.find((account) => account.login === login));
        await opened.page.waitForURL((url) => url.pathname !== "/login");
        return opened;
      };
      [caseworker, colleague, leader] = await Promise.all(["saksbehandler", "kollega", "leder"].map(atWork));
    });
    after(async () => {
      await browser?.close();
      await office?.close();
    });

    for (const way of ways)
      test(`${way.outcome} in ${way.form}`, { timeout: 600_000 }, async () => {
        const look = way.every_way ? assertSound : assertSoundAtOnce;
        const officer = caseworker.page;
        const home = await apply(officer, way, look);
        await assess(officer, home, way, look);
        await write(officer, home, way, look);

        await leader.page.goto(`${home}/decision`);
        await look(leader.page);
        await leader.page.locator("#remarks").fill("Si hvem som har gitt opplysningene.");
        await leader.page.locator("form[action$='/remarks'] button").click();
        await leader.page.locator(".badge", { hasText: "Sendt tilbake" }).first().waitFor();
        await correct(officer, home, look);
        await sign(leader.page, home, look);
        await readBack(officer, home, way);
        await send(officer, look);
        await appeal(officer, colleague.page, home, look);
        for (const { troubles } of [caseworker, colleague, leader]) assert.deepEqual(troubles, []);
      });
  });

/** Registers an application; answers the address of its case on a municipal home. */
async function apply(page, way, look) {
  await page.goto("/applications/new");
  await page.locator("#q").fill(`Gry ${way.family}`);
  await page.locator("main form button").first().click();
  await page.locator("section[aria-labelledby=choose] form button").click();
  await page.locator("#received").fill("2026-02-10");
  await page.locator("#born").fill("1990-05-17");
  await page.locator("#adults").fill("1");
  await page.locator("#children").fill("1");
  await page.locator("#situation").selectOption("VENNER");
  await look(page);
  await page.locator(".long-form-buttons button").first().click();
  await page.waitForURL(/\/applications\/[0-9A-Za-z]{22}$/);
  await look(page);
  const home = page.locator("ul.cases li", { hasText: "Kommunal bolig" }).locator("a");
  const address = await home.getAttribute("href");
  await home.click();
  await page.waitForURL((url) => url.pathname === address);
  await look(page);
  return address;
}

/** Records facts, and judges what the rules leave to judgement. */
async function assess(page, home, way, look) {
  await page.goto(`${home}/assessment`);
  await look(page);
  await page.locator("#stay").selectOption("NORSK");
  await page.locator("#income").fill("216000");
  await page.locator("#income_basis").selectOption("BRUTTO");
  await page.locator("form[action$='/facts'] button").click();
  await page.locator(".badge", { hasText: "Noe må vurderes" }).first().waitFor();
  for (const [ground, met] of [["INNTEKT", "yes"], ["MAALGR", way.met]]) {
    const section = page.locator(`section[aria-labelledby="ground-${ground}"]`);
    await section.locator("summary").click();
    await section.locator(`#met-${met}-${ground}`).check();
    await section.locator("textarea").fill(way.judged);
    await section.locator("button").click();
    await section.getByText("Vurdert:").waitFor();
  }
  await look(page);
}

/** Begins the decision, whose reasons come from the assessment, and submits it. */
async function write(page, home, way, look) {
  await page.goto(`${home}/decision`);
  await look(page);
  await page.locator(`#outcome-${way.outcome}`).check();
  await page.locator("#form").selectOption(way.form);
  await page.locator("form[action$='/decision'] button").click();
  await page.locator("#reasons").waitFor();
  const reasons = await page.locator("#reasons").inputValue();
  assert.ok(reasons.includes(way.judged) && reasons.includes(way.met_in_letter), reasons);
  for (const [field, value] of Object.entries(way.fill)) await page.locator(`#${field}`).fill(value);
  for (const choice of way.check) await page.locator(choice).check();
  if (way.level) await page.locator("#follow_up_level").selectOption(way.level);
  await look(page);
  await submit(page);
}

async function submit(page) {
  await page.locator("form[action$='/draft'] button[value=submit]").click();
  await page.locator(".badge", { hasText: "Til godkjenning" }).first().waitFor();
}

async function correct(page, home, look) {
  await page.goto(`${home}/decision`);
  await page.getByText("Si hvem som har gitt opplysningene.").waitFor();
  await look(page);
  const reasons = page.locator("#reasons");
  await reasons.fill(`${await reasons.inputValue()}\n\nOpplysningene har du selv gitt.`);
  await submit(page);
}

async function sign(page, home, look) {
  await page.goto(`${home}/decision`);
  await look(page);
  await page.locator("form[action$='/signature'] button").click();
  await page.locator("#confirm button[value=yes]").click();
  await page.locator("article .badge", { hasText: "Signert" }).waitFor();
  await look(page);
}

/** The letter as whoever gets it reads it. */
async function readBack(page, home, way) {
  await page.goto(`${home}/decision`);
  const bytes = await pdfAt(page, await page.locator("article a.ds-button[href^='/letters/']").getAttribute("href"));
  const text = poppler("pdftotext", ["-", "-"], bytes).replace(/\s+/g, " ");
  for (const said of [`Gry ${way.family}`, way.letter, way.judged, way.met_in_letter, "Opplysningene har du selv gitt.", "27. mars 2026"])
    assert.ok(text.includes(said), `${said}: ${text}`);
  assert.match(poppler("pdfinfo", ["-"], bytes), /Tagged:\s+yes/);
}

/** Everything in the queue left today. */
async function send(page, look) {
  await page.goto("/letters/queue");
  await look(page);
  await page.locator("a[href$='choose=all']").click();
  await page.locator("input[name=letter]:checked").first().waitFor();
  await page.locator("button[value=sent]").click();
  await page.locator("main .empty").waitFor();
}

/** The party appeals; another looks at it again, upholds it and sends it on with the whole file. */
async function appeal(officer, handler, home, look) {
  await officer.goto(`${home}/appeal`);
  await look(officer);
  await officer.locator("#received").fill(today);
  await officer.locator("#wanted").fill("Vi trenger ett rom til.");
  await officer.locator("#signed").check();
  await officer.locator("form[action$='/appeal'] button").click();
  await officer.locator(".badge", { hasText: "Mottatt" }).waitFor();
  await look(officer);
  await officer.locator("button[value=time]").click();
  await officer.locator(".badge", { hasText: "I tide" }).waitFor();

  await handler.goto("/work?whose=all");
  await handler.locator(`section[aria-labelledby=appeals] a[href="${home}/appeal"]`).click();
  await handler.locator("#reconsideration-OPPRETTHOLDT").check();
  await look(handler);
  await handler.locator("button[value=reconsider]").click();
  await handler.locator("#reason").fill("To rom er nok etter romnormen.");
  await look(handler);
  await handler.locator("button[value=forward]").click();
  await handler.locator(".badge", { hasText: "Oversendt" }).waitFor();
  await look(handler);
  const csrf = await handler.locator("form[action$='/bundle'] input[name=csrf]").first().inputValue();
  const bundle = await pdfAt(handler, `${home}/bundle`, { csrf, for: "body" });
  const text = poppler("pdftotext", ["-", "-"], bundle).replace(/\s+/g, " ");
  assert.ok(text.includes("Opplysningene har du selv gitt."), `the decision is in the file: ${text}`);
}

/** The bytes of a PDF that the office answers with, fetched by the page itself: its cookie stays in the browser. */
async function pdfAt(page, address, form) {
  const [type, encoded] = await page.evaluate(
    async ([address, form]) => {
      const answer = await fetch(address, form && { method: "POST", body: new URLSearchParams(form) });
      const letters = Array.from(new Uint8Array(await answer.arrayBuffer()), (byte) => String.fromCharCode(byte));
      return [answer.headers.get("content-type"), btoa(letters.join(""))];
    },
    [address, form],
  );
  assert.equal(type, "application/pdf");
  return Buffer.from(encoded, "base64");
}

/** What one of Poppler's programs says of a PDF. */
function poppler(program, words, input) {
  const { status, stdout, stderr } = spawnSync(program, words, { input, encoding: "utf8", maxBuffer: 64 << 20 });
  assert.equal(status, 0, `${program}: ${stderr}`);
  return stdout;
}
