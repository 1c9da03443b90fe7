// Opens every page of every sample in a browser and looks at what a test of words cannot see.
//
//   node prove.js PROGRAM SAMPLES
//
// Each check is a file in checks/ that is given an open page and names what is wrong, in sentences. One fault anywhere
// ends with 1.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, MADE, PASSPHRASE } from "./build.js";
import { launch, Visit } from "./visit.js";
import { accessible } from "./checks/accessible.js";
import { colours } from "./checks/colours.js";
import { drawings } from "./checks/drawings.js";
import { keyboard } from "./checks/keyboard.js";
import { narrow } from "./checks/narrow.js";
import { paper } from "./checks/paper.js";
import { protection } from "./checks/protection.js";
import { valid } from "./checks/valid.js";

const CHECKS = { accessible, keyboard, drawings, narrow, colours, paper };
const LANES = 2;

const [program, samples] = process.argv.slice(2);
if (!samples) {
  console.error("usage: node prove.js PROGRAM SAMPLES");
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), "pages-"));
const faults = [];
const spent = {};
const fault = (page, check, words) => {
  faults.push(`${page}: ${check}: ${words}`);
  console.error(faults.at(-1));
};

/// Runs one check and keeps what it finds and how long it took.
async function check(page, name, work) {
  const began = Date.now();
  for (const words of await work()) fault(page, name, words);
  spent[name] = (spent[name] ?? 0) + Date.now() - began;
}

/// Opens one page and looks at it in every way.
async function look(browser, page) {
  const visit = await Visit.open(browser, page.file);
  try {
    if (page.protected) await check(page.name, "protected file", () => protection(visit, PASSPHRASE));
    for (const [name, run] of Object.entries(CHECKS)) await check(page.name, name, () => run(visit.tab));
    await check(page.name, "quiet", () => visit.disturbances);
  } catch (cause) {
    fault(page.name, "could not be looked at", cause.stack ?? String(cause));
  } finally {
    await visit.close();
  }
}

const pages = build(program, [samples, MADE], folder);
const browser = await launch();
const waiting = [...pages];
const lane = async () => {
  for (let page = waiting.shift(); page; page = waiting.shift()) await look(browser, page);
};
await Promise.all(Array.from({ length: LANES }, lane));
await browser.close();
await check("all pages", "valid", () => valid(pages));
rmSync(folder, { recursive: true });

const seconds = Object.entries(spent).map(([name, took]) => `${name} ${Math.round(took / 1000)} s`);
console.log(`${pages.length} pages looked at (${seconds.join(", ")})`);
console.log(faults.length ? `${faults.length} faults` : "no fault");
process.exit(faults.length ? 1 : 0);
