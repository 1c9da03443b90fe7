// Builds every page of every sample: each edition that the program knows, the requests, and a protected one.

import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/// What the protected pages are closed with.
export const PASSPHRASE = "otter lantern vague pickle";

/// Runs the program; what it complains of ends the proof.
function run(program, words, typed) {
  return execFileSync(program, words, { input: typed ?? "", encoding: "utf8", maxBuffer: 1 << 28, stdio: "pipe" });
}

/// The editions that `lifespan build --for` knows, read from its own help.
function purposes(program) {
  const help = run(program, ["build", "--help"]);
  const about = help.slice(help.indexOf("--for <PURPOSE>"));
  const listed = about.match(/Possible values:\n((?:\s+- .*\n?(?:\s{12,}.*\n)*)+)/);
  const short = about.match(/\[possible values: ([^\]]+)\]/);
  const names = listed
    ? [...listed[1].matchAll(/^\s+- ([a-z-]+)/gm)].map((found) => found[1])
    : (short?.[1] ?? "").split(/,\s*/);
  if (!names.includes("referral")) throw new Error("the help of build names no edition for a referral");
  return names;
}

/// Every HTML file of a folder.
export function pages(folder, name, closed = false) {
  const files = readdirSync(folder).filter((file) => file.endsWith(".html")).sort();
  if (!files.length) throw new Error(`${name}: no page was written`);
  return files.map((file) => ({ file: join(folder, file), name: `${name}/${file}`, protected: closed }));
}

/// The JSON output of a case as it stood when little was known.
function jsonOf(program, at, folder) {
  run(program, ["build", at, "--as-at", "2015-06-01", "--format", "json", "--out", folder]);
  return readdirSync(folder).map((file) => join(folder, file));
}

/// The case folders of a folder.
function cases(folder) {
  const inside = readdirSync(folder, { withFileTypes: true }).filter((one) => one.isDirectory());
  return inside.map((one) => [one.name, join(folder, one.name)]);
}

/// The cases that were made for this proof.
export const MADE = fileURLToPath(new URL("cases", import.meta.url));

/// Whether the program writes a copy. It must, except where `mayRefuse` grants that it says why it does not.
function copied(program, words, mayRefuse) {
  try {
    run(program, words);
    return true;
  } catch (cause) {
    if (mayRefuse && /not written: .* that it leaves out/.test(String(cause.stderr))) return false;
    throw cause;
  }
}

/// Every page of the cases below some folders: where it is, what to call it, and whether it is closed; without those that
/// are closed where they are not asked for.
export function build(program, folders, folder, { closed = true, mayRefuse = () => false } = {}) {
  const editions = purposes(program);
  const built = [];
  for (const [name, at] of folders.flatMap(cases)) {
    const into = (what) => join(folder, `${name}-${what}`);
    run(program, ["build", at, "--out", into("chronology")]);
    built.push(...pages(into("chronology"), name));
    for (const edition of editions) {
      if (copied(program, ["build", at, "--for", edition, "--out", into(edition)], mayRefuse(name))) {
        built.push(...pages(into(edition), `${name} for ${edition}`));
      }
    }
    const [then] = jsonOf(program, at, into("earlier"));
    run(program, ["build", at, "--for", "rapid-review", "--since", then, "--out", into("since")]);
    built.push(...pages(into("since"), `${name} since an earlier build`));
    run(program, ["request", at, "--out", into("request")]);
    built.push(...pages(into("request"), `${name}, request`));
    if (!closed) continue;
    run(program, ["build", at, "--out", into("protected"), "--protect", "--passphrase-fd", "0"], `${PASSPHRASE}\n`);
    built.push(...pages(into("protected"), `${name}, protected`, true));
  }
  return built;
}
