// axe-core: no violation of WCAG 2.2 at level AA, with everything unfolded.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

export async function accessible(tab) {
  await tab.evaluate(AXE);
  const violations = await tab.evaluate(async (levels) => {
    const closed = [...document.querySelectorAll("details:not([open])")];
    closed.forEach((details) => (details.open = true));
    const found = await window.axe.run(document, {
      runOnly: levels,
      resultTypes: ["violations"],
      rules: { "target-size": { enabled: true } },
    });
    closed.forEach((details) => (details.open = false));
    return found.violations.map((rule) => ({
      id: rule.id,
      help: rule.help,
      number: rule.nodes.length,
      where: rule.nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)} (${node.any[0]?.message ?? ""})`),
    }));
  }, LEVELS);
  return violations.map((rule) => `${rule.id} (${rule.help}), ${rule.number} times: ${rule.where.join(" | ")}`);
}
