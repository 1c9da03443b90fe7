// Opens every page of a case in which every field holds hostile words: they stay words.
//
//   node hostile.js PROGRAM SAMPLES FOLDER
//
// FOLDER is what `cargo run --example hostile_case` wrote: the cases, and the list of their words. Each page is opened
// without its policy, so that what the policy would stop is seen. One fault anywhere ends with 1.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, MADE, pages, PASSPHRASE } from "./build.js";
import { Visit, launch } from "./visit.js";
import { contained, lacking, shapes } from "./checks/contained.js";
import { cutSigns, narrow } from "./checks/narrow.js";
import { KEPT_AS_SENT, valid } from "./checks/valid.js";

const LANES = 2;

const [program, samples, hostile] = process.argv.slice(2);
if (!hostile) {
  console.error("usage: node hostile.js PROGRAM SAMPLES FOLDER");
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), "pages-"));
const browser = await launch();
const faults = [];
const fault = (page, words) => {
  faults.push(`${page}: ${words.slice(0, 400)}`);
  console.error(faults.at(-1));
};

/// The pages of folders of cases, and the report that adds up the first.
function all(folders, into) {
  // People called as anything is cannot be left out of a page.
  const built = build(program, folders, join(folder, into), { mayRefuse: (name) => name === "hostile" });
  const out = join(folder, `${into}-report`);
  execFileSync(program, ["caseload", folders[0], "--out", out, "--report-only", "--small", "0"], { maxBuffer: 1 << 28 });
  return [...built, ...pages(out, "caseload")];
}

/// Looks at pages, several at a time.
async function each(pages, eye) {
  const waiting = [...pages];
  const lane = async () => {
    for (let page = waiting.shift(); page; page = waiting.shift()) await look(page, (visit) => eye(visit, page));
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

/// Of the pages that one run wrote, the first two and the last: the others are letters or requests as the second is.
function ofEachKind(pages) {
  const run = (page) => page?.name.split("/")[0];
  return pages.filter((page, nth) => run(pages[nth - 2]) !== run(page) || run(pages[nth + 1]) !== run(page));
}

/// Says how long a part of the proof took.
async function timed(what, work) {
  const began = Date.now();
  const made = await work();
  console.log(`${what}: ${Math.round((Date.now() - began) / 1000)} s`);
  return made;
}

/// Opens a page, with its passphrase where it is closed, and looks.
async function look(page, eye) {
  const visit = await Visit.open(browser, page.file, { withoutPolicy: true });
  if (page.protected) {
    await visit.tab.fill("#passphrase", PASSPHRASE);
    await visit.tab.keyboard.press("Enter");
    await visit.tab.waitForSelector("table.chronology", { timeout: 60000 });
  }
  try {
    await eye(visit);
  } finally {
    await visit.close();
  }
}

/// The words do run and fetch where nothing holds them, so that the proof can fail: each in a page of its own, for one
/// would swallow the next. Enough of them end it.
async function control(words) {
  let ran = 0;
  let asked = 0;
  for (const [nth, word] of words.entries()) {
    if (ran >= 20 && asked >= 10) return;
    const file = join(folder, `control-${nth}.html`);
    writeFileSync(file, `<!DOCTYPE html><meta charset="utf-8"><title>Nothing</title><body>${word}`);
    await look({ file }, async ({ tab, disturbances }) => {
      ran += await tab.evaluate(() => document.documentElement.hasAttribute("data-canary")).catch(() => false);
      asked += disturbances.filter((words) => words.startsWith("asks for")).length;
    }).catch(() => {});
  }
  fault("control", `too few words run to show that nothing runs: ${ran}, and ${asked} addresses are asked for`);
}

/// Everything that may be wrong with an open page of a hostile case.
async function lookAt({ tab, disturbances }, page, words, plain) {
  for (const words of await contained(tab, plain)) fault(page.name, words);
  // The office's own copy holds every word.
  if (page.file.includes("-chronology/")) for (const lost of await lacking(tab, words)) fault(page.name, lost);
  await cutSigns(tab);
  for (const words of await narrow(tab)) fault(page.name, words);
  for (const words of disturbances) fault(page.name, words);
}

const words = JSON.parse(readFileSync(join(hostile, "words.json"), "utf8"));
await timed("words that nothing holds", () => control(words));
const usual = ofEachKind(await timed("plain cases built", () => all([samples, MADE], "plain")));
const plain = new Set();
await timed(`${usual.length} plain pages`, () => each(usual, async ({ tab }) => (await shapes(tab)).forEach((shape) => plain.add(shape))));
const built = await timed("hostile cases built", () => all([join(hostile, "cases")], "hostile"));
await timed(`${built.length} hostile pages`, () => each(built, (visit, page) => lookAt(visit, page, words, plain)));
await browser.close();
await timed("markup", () => valid(built, KEPT_AS_SENT).forEach((words) => fault("all pages", words)));
rmSync(folder, { recursive: true });
console.log(`${words.length} hostile words on ${built.length} pages: ${faults.length ? `${faults.length} faults` : "no fault"}`);
process.exit(faults.length ? 1 : 0);
