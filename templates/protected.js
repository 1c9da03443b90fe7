// Opens the closed page with a passphrase. The key is made here and goes nowhere.
(function () {
  "use strict";
  var at = function (id) { return document.getElementById(id); };
  var form = document.querySelector("form"), button = form.querySelector("button");
  var field = at("passphrase"), show = at("show"), wrong = at("wrong"), doing = at("doing");
  var sealed = at("sealed");
  if (!window.crypto || !window.crypto.subtle || !sealed) return;
  var subtle = window.crypto.subtle;

  function bytes(text) {
    return Uint8Array.from(atob(text), function (letter) { return letter.charCodeAt(0); });
  }

  function key(passphrase) {
    var words = new TextEncoder().encode(passphrase.normalize("NFKC").replace(/^ +| +$/g, ""));
    return subtle.importKey("raw", words, "PBKDF2", false, ["deriveKey"]).then(function (words) {
      var how = { name: "PBKDF2", hash: "SHA-256", salt: bytes(sealed.dataset.salt), iterations: Number(sealed.dataset.rounds) };
      return subtle.deriveKey(how, words, { name: "AES-GCM", length: 256 }, false, ["decrypt"]);
    });
  }

  function open(passphrase) {
    var beside = new TextEncoder().encode("1 PBKDF2 SHA-256 " + sealed.dataset.rounds + " AES-256-GCM");
    return key(passphrase).then(function (key) {
      var how = { name: "AES-GCM", iv: bytes(sealed.dataset.nonce), additionalData: beside };
      return subtle.decrypt(how, key, bytes(sealed.content.textContent));
    });
  }

  // The page inside takes this one's place, under both policies: this one's and its own.
  function turn(opened) {
    var page = new TextDecoder().decode(opened);
    document.open();
    document.write(page);
    document.close();
  }

  function refuse() {
    doing.textContent = "";
    wrong.textContent = "That passphrase does not open this file. Look at capital letters and at the spaces between words, then try again. If you are sure of it, the file may be damaged: ask for it again.";
    field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-describedby", "wrong");
    button.disabled = false;
    field.focus();
    field.select();
  }

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    if (button.disabled) return;
    wrong.textContent = "";
    doing.textContent = "Opening. This takes a moment.";
    button.disabled = true;
    open(field.value).then(turn, refuse);
  });
  show.addEventListener("change", function () { field.type = show.checked ? "text" : "password"; });
  at("unable").hidden = true;
  form.hidden = false;
  field.focus();
})();
