// Puts the log's size and code under what is printed from the browser. They are fetched, as a page that carried them
// would be another one with every entry of the log. Without script the sheet has the record's own code alone.
(function () {
  "use strict";

  var LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  var place = document.getElementById("paper-log");
  if (!place || !window.fetch) return;

  // the first 130 bits of the root, in groups of five letters
  function code(root) {
    var bits = Array.from(atob(root)).map(function (byte) {
      return ("0000000" + byte.charCodeAt(0).toString(2)).slice(-8);
    }).join("");
    var letters = "";
    for (var i = 0; i < 26; i += 1) letters += LETTERS[parseInt(bits.slice(i * 5, i * 5 + 5), 2)];
    return letters.match(/.{1,5}/g).join("-");
  }

  function show(text) {
    var lines = text.split("\n");
    if (lines[0] !== "gongshilan") return;
    var words = place.getAttribute("data-words").split("[code]");
    place.appendChild(document.createTextNode(words[0].replace("[size]", Number(lines[1]))));
    var letters = document.createElement("span");
    letters.className = "code";
    letters.textContent = code(lines[2]);
    place.appendChild(letters);
    place.appendChild(document.createTextNode(words[1]));
  }

  window.addEventListener("load", function () {
    fetch(place.getAttribute("data-checkpoint"), { cache: "no-store" }).then(function (answer) {
      return answer.ok ? answer.text() : "";
    }).then(show).catch(function () {}); // nothing to add: no network, or a copy opened from a folder
  });
})();
