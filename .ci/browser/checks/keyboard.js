// The keyboard alone reaches everything that can be worked, in the order of the page, and one sees where it stands.
// Drawings are told in words beside them; their marks are for the mouse.

/// How many elements are walked through at most; a long page is walked from its start.
const MOST = 1500;

/// Unfolds everything, and lists what can be worked.
function workable() {
  document.querySelectorAll("details").forEach((details) => (details.open = true));
  const all = document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']");
  window.workable = [...all].filter((one) => one.tabIndex >= 0 && !one.disabled && one.checkVisibility({ visibilityProperty: true }));
  window.reached = [];
  document.addEventListener("focusin", (event) => {
    const look = getComputedStyle(event.target);
    const seen = (look.outlineStyle !== "none" && parseFloat(look.outlineWidth) > 0) || look.boxShadow !== "none";
    window.reached.push({ element: event.target, seen });
  });
  const start = document.createElement("span");
  start.tabIndex = -1;
  document.body.prepend(start);
  start.focus();
  window.reached = [];
  return window.workable.length;
}

/// What was not reached, out of order, or not seen to be.
function missed(most) {
  const told = (one) => `<${one.tagName.toLowerCase()}> “${one.textContent.trim().slice(0, 40) || one.id}”`;
  const wanted = window.workable.slice(0, most);
  const walked = window.reached.map((step) => step.element);
  const faults = wanted.filter((one) => !walked.includes(one)).map((one) => `${told(one)} is not reached`);
  const unseen = window.reached.filter((step) => !step.seen).map((step) => `${told(step.element)} does not show that it is in focus`);
  const order = walked.filter((one) => wanted.includes(one)).map((one) => wanted.indexOf(one));
  const back = order.findIndex((at, step) => step > 0 && at < order[step - 1] && at !== 0);
  if (back >= 0) faults.push(`${told(wanted[order[back]])} is reached out of order`);
  return [...faults.slice(0, 5), ...unseen.slice(0, 5)];
}

export async function keyboard(tab) {
  const number = await tab.evaluate(workable);
  for (let step = 0; step < Math.min(number, MOST); step += 1) await tab.keyboard.press("Tab");
  const faults = await tab.evaluate(missed, MOST);
  if (await tab.evaluate(() => document.querySelector("summary") !== null)) {
    await tab.focus("summary");
    const before = await tab.evaluate(() => document.querySelector("details").open);
    await tab.keyboard.press("Enter");
    if ((await tab.evaluate(() => document.querySelector("details").open)) === before) faults.push("Enter does not fold");
  }
  await tab.evaluate(() => document.querySelector("span[tabindex='-1']").remove());
  await tab.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = false)));
  return faults;
}
