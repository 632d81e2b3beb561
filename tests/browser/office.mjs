// An office to test in: a fresh register served by the real program, and a real browser to look at it with.
import { after, before } from "node:test";
import { chromium } from "playwright-core";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";

const husrom = path.resolve(process.env.HUSROM ?? "target/debug/husrom");
const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The day the tests live on; the made-up municipality and the example files belong to it. */
export const today = "2026-03-01";

/** The engines to test on: SQLite, and PostgreSQL where bin/test has started one. */
export const engines = [
  { name: "SQLite" },
  ...(process.env.HUSROM_TEST_POSTGRES ? [{ name: "PostgreSQL", server: process.env.HUSROM_TEST_POSTGRES }] : []),
];

let databases = 0;

/** A new database on a PostgreSQL server: its address, and how to be rid of it. */
function makeDatabase(server) {
  const name = `husrom_browser_${process.pid}_${++databases}`;
  const tell = (statement) => {
    const { status, stderr } = spawnSync("psql", [server, "--quiet", "--command", statement], { encoding: "utf8" });
    if (status !== 0) throw new Error(`psql: ${stderr}`);
  };
  tell(`CREATE DATABASE ${name}`);
  return { address: server.replace(/[^/]*$/, name), drop: () => tell(`DROP DATABASE ${name} WITH (FORCE)`) };
}

/** A new register in a folder of its own, on the engine that is asked for. `close` stops the server and removes both. */
export function openOffice({ server } = {}) {
  const data = mkdtempSync(path.join(tmpdir(), "husrom-browser-"));
  const database = server && makeDatabase(server);
  const environment = { ...process.env, HUSROM_TODAY: today, HUSROM_LOG: "error" };
  if (database) environment.HUSROM_DATABASE = database.address;
  const run = (...words) => {
    const { status, stdout, stderr } = spawnSync(husrom, [...words, "--data", data], { env: environment, encoding: "utf8" });
    if (status !== 0) throw new Error(`husrom ${words.join(" ")}: ${stderr}`);
    return { stdout, stderr };
  };
  const told = run("init", "--municipality", "Fjordvik").stdout;
  return {
    administrator: { login: told.match(/^login: (.*)$/m)[1], password: told.match(/^password: (.*)$/m)[1] },
    /** Fills the register with a small made-up municipality; answers an account for each role. */
    fill() {
      const { stdout, stderr } = run("demo-data", "--profile", "small", "--seed", "1");
      const password = stderr.match(/password (\S+):/)[1];
      const accounts = stdout.trim().split("\n").map((line) => line.split("\t"));
      return accounts.map(([login, role, name]) => ({ login, role, name, password }));
    },
    /** Starts the pages; answers their address. */
    async serve() {
      this.server = spawn(husrom, ["serve", "--data", data, "--port", "0"], { env: environment, stdio: ["ignore", "ignore", "pipe"] });
      for await (const line of createInterface(this.server.stderr)) {
        const address = line.match(/http:\/\/[\d.:]+/);
        if (address) {
          this.server.stderr.resume();
          return address[0];
        }
      }
      throw new Error("the server stopped before it was ready");
    },
    /** Waits until the server has stopped: it writes until then. */
    async close() {
      if (this.server?.exitCode === null && this.server.kill("SIGTERM")) await once(this.server, "exit");
      database?.drop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

export function openBrowser() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: flags });
}

/** A page that notes what a person would not see: script errors and what the security policy stopped. */
export async function openPage(browser, address, options = {}) {
  const context = await browser.newContext({
    baseURL: address,
    locale: "nb-NO",
    viewport: { width: 1400, height: 900 },
    ...options,
  });
  const page = await context.newPage();
  const troubles = [];
  page.on("pageerror", (error) => troubles.push(`${page.url()}: ${error.message}`));
  page.on("console", (message) => {
    const refusedOnPurpose = message.text().includes("the server responded with a status of 4");
    if (message.type() === "error" && !refusedOnPurpose) troubles.push(`${page.url()}: ${message.text()}`);
  });
  return { page, troubles };
}

export async function logIn(page, { login, password }) {
  await page.goto("/login");
  await page.locator("#login").fill(login);
  await page.locator("#password").fill(password);
  await page.locator("main form button").click();
}

/** A made-up office for the tests of one file; answers what opens a page with a caseworker logged in. */
export function officeAtWork() {
  let office, address, browser, caseworker;
  before(async () => {
    office = openOffice();
    caseworker = office.fill().find((account) => account.role === "caseworker");
    address = await office.serve();
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    await office?.close();
  });
  return async () => {
    const opened = await openPage(browser, address);
    await logIn(opened.page, caseworker);
    await opened.page.waitForURL((url) => url.pathname !== "/login");
    return opened;
  };
}

/** The first login asks for a new password; answers the account with it. */
export async function logInFirst(page, account, newPassword) {
  await logIn(page, account);
  await page.locator("#old").fill(account.password);
  await page.locator("#new").fill(newPassword);
  await page.locator("#again").fill(newPassword);
  await page.locator("main form button").click();
  await page.waitForURL((url) => !url.pathname.startsWith("/account/password"));
  return { ...account, password: newPassword };
}
