// Bundles the two entries, each one self-contained ES module, into the Python package, with the notices of what they contain.

import { build } from "esbuild";
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";

const out = new URL(process.argv[2] ? `file://${process.argv[2]}/` : "../gouji/editor/static/", import.meta.url);
await mkdir(out, { recursive: true });

const packages = new Set();
for (const entry of ["widget", "page"]) {
  const { metafile } = await build({
    entryPoints: [`src/${entry}.ts`], outfile: new URL(`${entry}.js`, out).pathname, bundle: true, format: "esm", target: "es2022",
    minify: true, legalComments: "none", metafile: true, logLevel: "warning", absWorkingDir: new URL(".", import.meta.url).pathname,
  });
  for (const path of Object.keys(metafile.inputs)) packages.add(path.match(/^node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1]);
  const code = await readFile(new URL(`${entry}.js`, out));
  console.log(`${entry}.js: ${code.length} bytes, ${gzipSync(code, { level: 9 }).length} with gzip`);
}

const notices = [];
for (const name of [...packages].filter(Boolean).sort()) {
  const folder = new URL(`node_modules/${name}/`, import.meta.url);
  const { version, license } = JSON.parse(await readFile(new URL("package.json", folder), "utf8"));
  const file = (await readdir(folder)).find((each) => /^licen[cs]e/i.test(each));
  notices.push(`${name} ${version} (${license})\n\n${file ? (await readFile(new URL(file, folder), "utf8")).trim() : ""}\n`);
}
await writeFile(new URL("NOTICES.txt", out), notices.join(`\n${"-".repeat(80)}\n\n`));
