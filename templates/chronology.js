// On a narrow screen rows are shown as cards, and some browsers then forget that they are a table. This says so again.
(function () {
  "use strict";
  if (!window.matchMedia("(max-width: 56rem)").matches) return;
  var roles = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell" };
  document.querySelectorAll("table.cards, table.cards *").forEach(function (part) {
    var role = part.tagName === "TH" ? (part.scope === "col" ? "columnheader" : "rowheader") : roles[part.tagName];
    if (role) part.setAttribute("role", role);
  });
})();

// Narrows the chronology by words, agency, person and kind. Without this script everything is shown.
(function () {
  "use strict";
  var form = document.querySelector(".filter");
  var years = Array.prototype.slice.call(document.querySelectorAll(".by-year"));
  if (!form || !years.length) return;
  var field = function (name) { return document.getElementById("filter-" + name); };
  var words = field("words"), agency = field("agency"), person = field("person"), kind = field("kind");
  var shown = form.querySelector(".shown");
  var rows = Array.prototype.slice.call(document.querySelectorAll(".by-year tr[id]"));
  var texts = null;

  // The words of a row, read once and only when somebody looks for words.
  function text(at) {
    texts = texts || rows.map(function (row) { return row.textContent.toLowerCase(); });
    return texts[at];
  }

  function narrow() {
    var sought = words.value.trim().toLowerCase();
    var left = 0;
    rows.forEach(function (row, at) {
      var fits = (!agency.value || row.dataset.agency === agency.value)
        && (!person.value || row.dataset.people.indexOf("|" + person.value + "|") >= 0)
        && (!kind.value || row.dataset.kinds.indexOf("|" + kind.value + "|") >= 0)
        && (!sought || text(at).indexOf(sought) >= 0);
      row.hidden = !fits;
      if (fits) left += 1;
    });
    years.forEach(function (year) { year.hidden = !year.querySelector("tr[id]:not([hidden])"); });
    form.classList.toggle("narrowed", left < rows.length);
    shown.textContent = left === rows.length
      ? "All " + rows.length + " entries are shown."
      : left + " of " + rows.length + " entries are shown.";
  }

  // A link to an entry that is narrowed away shows everything again.
  function reveal() {
    var id = location.hash.slice(1);
    var row = id && document.getElementById(id);
    if (row && row.hidden) { form.reset(); narrow(); row.scrollIntoView(); }
  }

  form.addEventListener("input", narrow);
  form.addEventListener("reset", function () { setTimeout(narrow, 0); });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  window.addEventListener("hashchange", reveal);
  document.addEventListener("click", function (event) {
    if (event.target.closest && event.target.closest("a[href^='#']")) setTimeout(reveal, 0);
  });
  form.hidden = false;
  narrow();
})();
