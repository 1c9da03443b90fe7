// The Nu HTML Checker finds no error and gives no warning.

import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";

const JAR = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");

/// It does not work out digests, and so takes a page's own style and script for forbidden. The browser does, and says so
/// on its console where one is: `quiet` looks there.
const NOT_WORKED_OUT = /^Inline (style|script) violates Content Security Policy/;

export function valid(pages) {
  const files = pages.map((page) => page.file);
  const run = spawnSync("java", ["-jar", JAR, "--format", "json", ...files], { encoding: "utf8", maxBuffer: 1 << 28 });
  if (run.error) return [`the checker did not run: ${run.error.message}`];
  const said = JSON.parse(run.stderr || run.stdout).messages.filter((one) => !NOT_WORKED_OUT.test(one.message));
  return said.slice(0, 30).map((one) => `${one.url.split("/").slice(-2).join("/")}:${one.lastLine}: ${one.message}`);
}
