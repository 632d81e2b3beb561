// Walks every page each role can reach by links, one of each kind, and looks at each as `look.mjs` says.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { logIn, openBrowser, openOffice, openPage } from "./office.mjs";
import { faults } from "./look.mjs";

const eachRoleSeesAtLeast = 3;
let office, browser, address, accounts;

before(async () => {
  office = openOffice();
  accounts = office.fill();
  address = await office.serve();
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await office?.close();
});

test("every page that somebody can reach is sound", { timeout: 900_000 }, async (all) => {
  const lookedAt = new Set();
  for (const account of accounts)
    await all.test(`${account.role}: ${account.login}`, async () => {
      const { page, troubles } = await openPage(browser, address);
      await logIn(page, account);
      const found = [];
      const kinds = await eachPage(page, async (kind, status) => {
        if (status >= 400) found.push(`${kind} answered ${status}`);
        // What one role has seen looks the same to the next one; only the first look is a long one.
        else if (!lookedAt.has(kind)) found.push(...(await faults(page)));
        lookedAt.add(kind);
      });
      assert.ok(kinds.size >= eachRoleSeesAtLeast, `only ${[...kinds].join(" ")}`);
      assert.deepEqual([...found, ...troubles], []);
      await page.context().close();
    });
});

/** Opens one page of each kind, following links; answers the kinds. */
async function eachPage(page, look) {
  const waiting = [new URL(page.url()).pathname];
  const seen = new Set(waiting.map(kindOf));
  while (waiting.length > 0) {
    const link = waiting.shift();
    const answer = await page.goto(link);
    // A letter, or what somebody handed in, is a file though its address does not say so.
    const isPage = (answer.headers()["content-type"] ?? "").startsWith("text/html");
    if (answer.ok() && !isPage) continue;
    await look(kindOf(link), answer.status());
    for (const next of await links(page)) {
      if (seen.has(kindOf(next))) continue;
      seen.add(kindOf(next));
      waiting.push(next);
    }
  }
  return seen;
}

/** Addresses within the site that are pages and not files. */
function links(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll("a[href]:not([download])")]
      .map((link) => new URL(link.href))
      .filter((url) => url.origin === location.origin && !/export|\.(csv|xlsx|ods|json|pdf)$/.test(url.pathname))
      .map((url) => url.pathname + url.search),
  );
}

/** `/dwellings/0192…/edit?page=2` and its likes are one kind: numbers and queries do not make another page. */
function kindOf(link) {
  return link.replace(/\?.*/, "").replace(/\/[^/]*\d[^/]*/g, "/*");
}
