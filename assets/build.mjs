// Bundles the style sheet, the scripts and the font into assets/dist, which the program embeds.
import { build } from "esbuild";
import { rm, stat } from "node:fs/promises";

const dist = "assets/dist";
// A page's style sheet and script are fetched once and kept; still, they stay small enough for a slow line.
const limits = { "husrom.css": 150_000, "husrom.js": 20_000 };

await rm(dist, { recursive: true, force: true });
await build({
  entryPoints: { husrom: "assets/src/husrom.js" },
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  outdir: dist,
});
await build({
  entryPoints: { husrom: "assets/src/husrom.css" },
  bundle: true,
  minify: true,
  target: ["chrome123", "firefox121", "safari17.5"],
  loader: { ".woff2": "file" },
  assetNames: "[name]",
  outdir: dist,
});

for (const [name, limit] of Object.entries(limits)) {
  const { size } = await stat(`${dist}/${name}`);
  if (size > limit) throw new Error(`${name} is ${size} bytes; the limit is ${limit}`);
  console.error(`${dist}/${name}: ${size} bytes`);
}
