// At 320 pixels (1280 at four times its size) no words need sideways scrolling. Drawings may, and tables of figures: they
// are two-dimensional.

export async function narrow(tab) {
  const wide = tab.viewportSize();
  await tab.setViewportSize({ width: 320, height: 640 });
  const faults = await tab.evaluate(() => {
    document.querySelectorAll("details").forEach((details) => (details.open = true));
    const width = document.documentElement.clientWidth;
    const faults = [];
    if (document.documentElement.scrollWidth > width) faults.push(`the page is ${document.documentElement.scrollWidth} pixels wide`);
    const range = document.createRange();
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const around = node.parentElement;
      if (!node.data.trim() || around.closest(".drawing, .scroll, .hidden, .skip, thead, option, script, style, template")) continue;
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      if (box.width && (box.right > width + 1 || box.left < -1)) faults.push(`“${node.data.trim().slice(0, 60)}” reaches from ${Math.round(box.left)} to ${Math.round(box.right)}`);
    }
    document.querySelectorAll("details").forEach((details) => (details.open = false));
    return faults.slice(0, 5);
  });
  await tab.setViewportSize(wide);
  return faults;
}

/// Cuts every sign that is made of many to its first part: a hundred faces that are tied to one sign, or a letter under a
/// hundred marks. No browser divides one over lines, and the page cuts it off at its edge.
export function cutSigns(tab) {
  return tab.evaluate(() => {
    const signs = new Intl.Segmenter("en", { granularity: "grapheme" });
    const first = ({ segment }) => (segment.length > 16 ? String.fromCodePoint(segment.codePointAt(0)) : segment);
    const cut = (words) => (/[\u200d\p{M}]/u.test(words) ? [...signs.segment(words)].map(first).join("") : words);
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) if (cut(node.data) !== node.data) node.data = cut(node.data);
    // Labels that the style shows.
    for (const { dataset } of document.querySelectorAll("[data-label]")) dataset.label = cut(dataset.label);
  });
}
