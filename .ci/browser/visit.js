// A page opened in a browser that is cut off from every network, with an ear for what must not happen.

import { chromium } from "playwright-core";
import { pathToFileURL } from "node:url";

/// The browser that Debian ships.
export function launch() {
  return chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
}

/// One page in a window of its own.
export class Visit {
  /// Requests that leave the page, words on the console, and faults of its script.
  disturbances = [];

  /// Without its policy, what it should not even contain would then run.
  static async open(browser, file, { withoutPolicy = false } = {}) {
    const visit = new Visit();
    const own = pathToFileURL(file).href;
    visit.context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      offline: true,
      bypassCSP: withoutPolicy,
    });
    visit.tab = await visit.context.newPage();
    visit.tab.on("request", (request) => {
      if (request.url().split("#")[0] !== own) visit.disturbances.push(`asks for ${request.url()}`);
    });
    visit.tab.on("console", (message) => visit.disturbances.push(`console: ${message.text()}`));
    visit.tab.on("pageerror", (error) => visit.disturbances.push(`script: ${error.message}`));
    visit.context.on("page", () => visit.disturbances.push("opens another window"));
    // A page of megabytes on a busy machine.
    await visit.tab.goto(own, { timeout: 120000 });
    return visit;
  }

  async close() {
    await this.context.close();
  }
}
