// A protected file shows nothing, stays shut for a wrong passphrase and says so, and opens for the right one to a page
// whose own script works. The visit goes on with the open page.

import { accessible } from "./accessible.js";
import { colours } from "./colours.js";
import { keyboard } from "./keyboard.js";
import { narrow } from "./narrow.js";

/// Long enough for a million rounds on a slow machine.
const PATIENCE = { timeout: 60000 };

export async function protection(visit, passphrase) {
  const { tab } = visit;
  const faults = [];
  for (const check of [accessible, keyboard, narrow, colours]) {
    faults.push(...(await check(tab)).map((words) => `shut: ${words}`));
  }
  await tab.fill("#passphrase", `${passphrase}s`);
  await tab.keyboard.press("Enter");
  await tab.waitForFunction(() => document.querySelector("#wrong").textContent !== "", null, PATIENCE);
  if (!(await tab.textContent("#wrong")).startsWith("That passphrase does not open this file.")) faults.push("a wrong passphrase is not refused plainly");
  if ((await tab.title()) !== "Protected file" || (await tab.locator("table").count())) faults.push("a wrong passphrase opens something");
  if (!(await tab.evaluate(() => document.activeElement.id === "passphrase"))) faults.push("after a wrong passphrase one cannot type on");
  faults.push(...(await accessible(tab)).map((words) => `refused: ${words}`));

  await tab.fill("#passphrase", passphrase);
  await tab.keyboard.press("Enter");
  await tab.waitForSelector("table.chronology", PATIENCE);
  if (!(await tab.title()).startsWith("Chronology of ")) faults.push("the open page has not its own title");
  if (await tab.locator("#passphrase, #sealed").count()) faults.push("the form is still there");
  if (!(await tab.locator("form.filter").isVisible())) faults.push("the script of the open page does not run");
  if ((await tab.evaluate(() => getComputedStyle(document.querySelector(".card, .inset")).borderLeftStyle)) !== "solid") faults.push("the style of the open page does not hold");
  const shown = tab.locator("form.filter ~ .by-year tr[id]:visible");
  const rows = await shown.count();
  await tab.fill("#filter-words", "no entry says this");
  if ((await shown.count()) !== 0 || rows === 0) faults.push("the open page cannot be narrowed");
  await tab.click("form.filter button[type=reset]");

  const refused = await tab.evaluate(() => new Promise((done) => {
    document.addEventListener("securitypolicyviolation", () => done(true), { once: true });
    const script = document.createElement("script");
    script.textContent = "window.slipped = true";
    document.head.append(script);
    setTimeout(() => done(false), 500);
  }));
  if (!refused || (await tab.evaluate(() => window.slipped === true))) faults.push("the open page runs a script that is not its own");
  visit.disturbances = visit.disturbances.filter((words) => !words.includes("Content Security Policy"));
  return faults;
}
