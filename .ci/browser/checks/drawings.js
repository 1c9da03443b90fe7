// No words of a drawing stand on other words, or outside the drawing. Measured from the boxes that the browser drew.

export function drawings(tab) {
  return tab.evaluate(() => {
    const slack = 1;
    const faults = [];
    for (const svg of document.querySelectorAll("svg")) {
      const label = svg.parentElement.getAttribute("aria-label") ?? "a drawing";
      const frame = svg.getBoundingClientRect();
      const boxes = [...svg.querySelectorAll("text")]
        .map((text) => ({ words: text.textContent, box: text.getBoundingClientRect() }))
        .filter(({ words, box }) => words.trim() && box.width > 0)
        .sort((one, other) => one.box.left - other.box.left);
      boxes.forEach(({ words, box }, at) => {
        if (box.left < frame.left - slack || box.right > frame.right + slack || box.top < frame.top - slack || box.bottom > frame.bottom + slack) {
          faults.push(`${label}: “${words}” stands outside the drawing`);
        }
        for (let next = at + 1; next < boxes.length && boxes[next].box.left < box.right - slack; next += 1) {
          const other = boxes[next];
          if (other.box.top < box.bottom - slack && box.top < other.box.bottom - slack) {
            faults.push(`${label}: “${words}” and “${other.words}” overlap`);
          }
        }
      });
    }
    return faults;
  });
}
