// What every page must keep: accessible in both colour schemes, within its width, small, and with one heading.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import assert from "node:assert/strict";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const largestPage = 150_000;
const sizes = [
  { width: 1400, height: 900 },
  { width: 390, height: 844 },
];

const colorSchemes = ["light", "dark"];

/** Everything that is wrong with the page as it stands, in a line each; `look` narrows the sizes and colours. */
export async function faults(page, look = { sizes, colorSchemes }) {
  const where = new URL(page.url()).pathname;
  const found = [];
  for (const size of look.sizes) {
    await page.setViewportSize(size);
    for (const colorScheme of look.colorSchemes) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      for (const fault of await violations(page)) found.push(`${where} (${size.width}, ${colorScheme}): ${fault}`);
    }
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (tooWide > 0) found.push(`${where} (${size.width}): ${tooWide} px wider than the screen`);
  }
  await page.setViewportSize(sizes[0]);
  await page.emulateMedia({ colorScheme: "light" });

  const headings = await page.locator("h1").count();
  if (headings !== 1) found.push(`${where}: ${headings} main headings`);
  const bytes = (await page.content()).length;
  if (bytes > largestPage) found.push(`${where}: ${bytes} bytes, more than ${largestPage}`);
  const text = await page.locator("body").innerText();
  const unworded = text.match(/⟨[^⟩]*⟩|\{[$A-Z][^}]*\}/g) ?? [];
  if (unworded.length > 0) found.push(`${where}: texts that are missing or broken: ${unworded.join(", ")}`);
  return found;
}

export async function assertSound(page) {
  assert.deepEqual(await faults(page), []);
}

/** As `assertSound`, once: for pages whose like was looked at every way before. */
export async function assertSoundAtOnce(page) {
  assert.deepEqual(await faults(page, { sizes: [sizes[1]], colorSchemes: ["dark"] }), []);
}

async function violations(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run());
  return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id} at ${node.target.join(" ")}`));
}
