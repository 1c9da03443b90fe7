// Hostile words stay words: nothing ran, and a page holds no element, attribute or address that pages of plain cases
// do not hold.

/// The kinds of elements and attributes of an open page.
export function shapes(tab) {
  return tab.evaluate(() => {
    const found = new Set();
    for (const element of document.querySelectorAll("*")) {
      const name = element.localName;
      found.add(`<${name}>`);
      for (const { name: attribute, value } of element.attributes) {
        // What is told apart by its value is told with it: a relation, a role, a policy by its name.
        const telling = ["http-equiv", "rel", "type", "role", "target"].includes(attribute);
        found.add(`<${name} ${attribute}${telling ? `="${value}"` : ""}>`);
      }
    }
    return [...found];
  });
}

/// What is wrong with an open page, known what plain pages hold.
export async function contained(tab, plain) {
  const faults = (await shapes(tab)).filter((shape) => !plain.has(shape)).map((shape) => `no plain page holds ${shape}`);
  faults.push(
    ...(await tab.evaluate(() => {
      const faults = [];
      if (document.documentElement.hasAttribute("data-canary")) faults.push("a script of the case ran");
      for (const element of document.querySelectorAll("*")) {
        for (const { name, value } of element.attributes) {
          if (name.startsWith("on")) faults.push(`${element.localName} has ${name}`);
          const leads = ["href", "src", "action", "formaction", "data", "srcset", "poster", "ping"].includes(name);
          if (leads && !(value.startsWith("#") && document.getElementById(decodeURIComponent(value.slice(1))))) faults.push(`${name} leads to ${value}`);
          if (name === "style" && /url|expression|import|fixed|absolute/i.test(value)) faults.push(`style says ${value}`);
        }
      }
      const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
      if (new Set(ids).size !== ids.length) faults.push("an id stands twice");
      if (document.scripts.length > 1) faults.push(`${document.scripts.length} scripts`);
      for (const name of ["getElementById", "querySelector", "addEventListener", "forms", "body"]) {
        if (name in document && document[name] instanceof Element && name !== "body") faults.push(`document.${name} is hidden by an element`);
      }
      return faults.slice(0, 20);
    })),
  );
  return faults;
}

/// Words that an open page does not hold as words.
export async function lacking(tab, words) {
  const shown = await tab.evaluate(() => document.body.textContent);
  // A browser makes one line end of two, and a null cannot stand in a page: its picture does.
  const written = (text) => text.replaceAll("\r\n", "\n").replaceAll("\r", "\n").replaceAll("\0", "\u2400").trim();
  return words.filter((word) => !shown.includes(written(word))).map((word) => `not on the page: ${JSON.stringify(word)}`);
}
