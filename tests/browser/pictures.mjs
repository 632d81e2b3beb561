// Makes the pictures of the README anew, from a made-up municipality: bin/pictures.
import { mkdirSync } from "node:fs";
import { logIn, openBrowser, openOffice, openPage } from "./office.mjs";

const folder = "docs/pictures";
const office = openOffice();
const browser = await openBrowser();
try {
  const accounts = office.fill();
  const address = await office.serve();
  const as = (role) => accounts.find((account) => account.role === role);
  mkdirSync(folder, { recursive: true });

  await picture("overview", as("leader"), {}, (page) => page.goto("/overview"));
  await picture("vacant-homes", as("caseworker"), {}, (page) => page.goto("/dwellings?status=LEDIG"));
  await picture("home-dark", as("caseworker"), { colorScheme: "dark" }, openFirst("/dwellings"));
  await picture("import", as("caseworker"), {}, lookOver);
  await picture("telephone", as("caseworker"), { viewport: { width: 390, height: 844 } }, openFirst("/dwellings?status=LEDIG"));

  async function picture(name, account, options, go) {
    const { page } = await openPage(browser, address, options);
    await logIn(page, account);
    await go(page);
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: `${folder}/${name}.png` });
    await page.context().close();
    console.error(`${folder}/${name}.png`);
  }
} finally {
  await browser.close();
  await office.close();
}

/** Opens the first row of a list. */
function openFirst(list) {
  return async (page) => {
    await page.goto(list);
    await page.locator("table[data-rows] tbody a[href]").first().click();
    await page.waitForLoadState();
  };
}

/** Uploads an untidy file, and stops where one looks it over. */
async function lookOver(page) {
  const rows = [
    "Utleieboliger i Granlia, per 1. mars;;;;;;",
    "Adresse;Bolignr.;Antall rom;Husleie pr. mnd;Leietaker;Kontrakt fra;Kontrakt til",
    "Granlia 7;H0101;2-roms;7 850,-;Hansen, Kåre;01.03.2024;28.02.2027",
    "Granlia 7;H0102;3 rom;kr 9200;Olsen, Turid;1.5.25;30.04.2028",
    "Granlia 7;H0201;2r;se merknad;Berg, Ola;01.06.2025;31.05.2028",
    "Granlia 7;H1;hybel;5 100;Lie, Anne;31.02.2025;30.04.2028",
    "Granlia 9;;2+1;6.950,00;Dahl, Per;02.10.2025;23.08.2024",
  ];
  await page.goto("/imports");
  const buffer = Buffer.from(rows.join("\r\n"));
  await page.locator("#files").setInputFiles({ name: "utleieboliger.csv", mimeType: "text/csv", buffer });
  await page.locator("main form button").first().click();
  await page.locator("form[action$='/acceptance']").waitFor();
}
