// Forced colours, light and dark: every word and every line of a drawing still stands out from what is behind it, and
// nothing that can be worked loses its edge.

/// The contrast of text and of lines that WCAG asks for.
const WORDS = 4.5;
const LINES = 3;

function faint({ WORDS, LINES }) {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const channels = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = ([red, green, blue]) => {
    const [r, g, b] = [red, green, blue].map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [bright, dim] = [light(one), light(other)].sort((a, b) => b - a);
    return (bright + 0.05) / (dim + 0.05);
  };
  const behind = channels("Canvas");
  const faults = new Set();
  const clear = (colour, least, what) => {
    const found = channels(colour);
    if (found[3] > 0 && contrast(found, behind) < least) faults.add(`${what}: ${colour} on ${behind.slice(0, 3)}`);
  };
  for (const svg of document.querySelectorAll("svg")) {
    for (const one of svg.querySelectorAll("text")) clear(getComputedStyle(one).fill, WORDS, `the words “${one.textContent}” of a drawing`);
    for (const one of svg.querySelectorAll(".line, .figure, .mark, .span, .tick, .rule, .bar, .household")) {
      const look = getComputedStyle(one);
      const filled = look.fill !== "none" && contrast(channels(look.fill), behind) >= LINES;
      const lined = look.stroke !== "none" && contrast(channels(look.stroke), behind) >= LINES;
      if (!filled && !lined) faults.add(`a shape of the drawing, “${one.getAttribute("class")}”, is not seen`);
    }
  }
  const range = document.createRange();
  for (const one of document.querySelectorAll("p, li, dd, dt, td, th, h1, h2, h3, h4, h5, a, summary, label, mark, .tag")) {
    if (!(one instanceof HTMLElement)) continue;
    range.selectNodeContents(one);
    if (!range.getBoundingClientRect().width) continue;
    const look = getComputedStyle(one);
    let ground = one;
    while (ground.parentElement && channels(getComputedStyle(ground).backgroundColor)[3] === 0) ground = ground.parentElement;
    const under = channels(getComputedStyle(ground).backgroundColor);
    const found = contrast(channels(look.color), under[3] ? under : behind);
    if (found < WORDS) faults.add(`<${one.tagName.toLowerCase()} class="${one.className}"> has contrast ${found.toFixed(1)}`);
  }
  for (const one of document.querySelectorAll("button, input, select")) {
    if (one.checkVisibility() && one.type !== "checkbox" && getComputedStyle(one).borderTopStyle === "none") faults.add(`${one.id || one.type} has no edge`);
  }
  return [...faults].slice(0, 8);
}

export async function colours(tab) {
  const faults = [];
  for (const scheme of ["light", "dark"]) {
    await tab.emulateMedia({ forcedColors: "active", colorScheme: scheme });
    for (const words of await tab.evaluate(faint, { WORDS, LINES })) faults.push(`${scheme}: ${words}`);
  }
  await tab.emulateMedia({ forcedColors: "none", colorScheme: "light" });
  return faults;
}
