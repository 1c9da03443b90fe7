// On paper: nothing is cut off at the edge, everything folded is unfolded, no words are lost that the screen shows, and
// what cannot be worked on paper is gone.

/// The width of A4 less the margins of the style sheet, in pixels of CSS.
const WIDTH = Math.floor(((210 - 28) / 25.4) * 96);

function lost(width) {
  const faults = [];
  if (document.documentElement.scrollWidth > width) faults.push(`the sheet is ${document.documentElement.scrollWidth} pixels wide, and paper has ${width}`);
  const range = document.createRange();
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const around = node.parentElement;
    if (!node.data.trim() || around.closest(".hidden, .skip, .contents, .filter, .foot, .on-screen, .counted, .handling-strip, option, script, style, template, title, form, #unable, .genogram.wide > svg, .genogram.wide > .on-paper > svg")) continue;
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (!box.width) faults.push(`“${node.data.trim().slice(0, 60)}” is not printed`);
    else if (box.right > width + 1 || box.left < -1) faults.push(`“${node.data.trim().slice(0, 60)}” is cut off`);
  }
  for (const one of document.querySelectorAll("select, input, button, .contents")) {
    if (one.checkVisibility() && !one.closest("form[data-on-paper], main > form")) faults.push(`${one.id || one.className || one.tagName} is printed and cannot be worked`);
  }
  return faults.slice(0, 8);
}

/// A drawing that is parted on paper: each of its words stands whole in one of the parts.
function parted() {
  const faults = [];
  for (const drawing of document.querySelectorAll(".genogram.wide")) {
    const whole = new Set();
    for (const part of drawing.querySelectorAll(".on-paper > svg")) {
      const frame = part.getBoundingClientRect();
      for (const text of part.querySelectorAll("text")) {
        const box = text.getBoundingClientRect();
        if (box.width && box.left >= frame.left - 1 && box.right <= frame.right + 1) whole.add(text.textContent);
      }
    }
    for (const text of drawing.querySelector("svg").querySelectorAll("text")) {
      if (!whole.has(text.textContent)) faults.push(`“${text.textContent}” stands whole in no part of the drawing`);
    }
  }
  return faults;
}

export async function paper(tab) {
  const wide = tab.viewportSize();
  await tab.emulateMedia({ media: "print" });
  await tab.setViewportSize({ width: WIDTH, height: 900 });
  const faults = await tab.evaluate(lost, WIDTH);
  faults.push(...(await tab.evaluate(parted)));
  await tab.setViewportSize(wide);
  const sheets = await tab.pdf({ preferCSSPageSize: true });
  if (sheets.length < 1000) faults.push("nothing is printed");
  await tab.emulateMedia({ media: "screen" });
  return faults;
}
