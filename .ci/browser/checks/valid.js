// The Nu HTML Checker finds no error and gives no warning.

import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";

const JAR = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");

/// It does not work out digests, and so takes a page's own style and script for forbidden. The browser does, and says so
/// on its console where one is: `quiet` looks there.
const NOT_WORKED_OUT = /^Inline (style|script) violates Content Security Policy/;

/// What the checker says of signs in the words themselves, which a page shows as they were sent: control characters, code points
/// that are no characters, signs put together in another way.
export const KEPT_AS_SENT =
  /^(Forbidden code point|Astral non-character|Document uses the Unicode Private Use Area|Text run is not in Unicode Normalization Form C|Text run starts with a composing character|This document is not mappable to XML 1\.0)|is not in Unicode Normalization Form C\.$/;

/// Everything the checker says of the pages, but for what `besides` matches.
export function valid(pages, besides = NOT_WORKED_OUT) {
  const files = pages.map((page) => page.file);
  const run = spawnSync("java", ["-jar", JAR, "--format", "json", ...files], { encoding: "utf8", maxBuffer: 1 << 28 });
  if (run.error) return [`the checker did not run: ${run.error.message}`];
  const said = JSON.parse(run.stderr || run.stdout).messages.filter((one) => !NOT_WORKED_OUT.test(one.message) && !besides.test(one.message));
  return said.slice(0, 30).map((one) => `${one.url.split("/").slice(-2).join("/")}:${one.lastLine}: ${one.message}`);
}
