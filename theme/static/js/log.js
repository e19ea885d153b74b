// Checks the log in the reader's own browser: every entry, the record that the address names (#community/folder/stem),
// and a printed notice. The same as verify.py does, for those who have no computer at hand. data-words of the section
// has what is said, data-here leads to the log's files.
(function () {
  "use strict";

  var LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  var section = document.getElementById("verify");
  var verdict = document.getElementById("verdict");
  if (!section || !verdict) return;
  var WORDS = JSON.parse(section.getAttribute("data-words"));
  var HERE = section.getAttribute("data-here");
  section.hidden = false;

  function say(words) {
    verdict.textContent = words.join(" ");
  }

  function put(word, values) {
    return WORDS[word].replace(/\[(\w+)\]/g, function (_, name) {
      return values[name];
    });
  }

  function fetched(path) {
    return fetch(HERE + path, { cache: "no-store" }).then(function (answer) {
      if (!answer.ok) throw new Error(path);
      return answer.arrayBuffer();
    });
  }

  function sha256(parts) {
    var size = parts.reduce(function (sum, part) { return sum + part.length; }, 0);
    var whole = new Uint8Array(size);
    var at = 0;
    parts.forEach(function (part) {
      whole.set(part, at);
      at += part.length;
    });
    return crypto.subtle.digest("SHA-256", whole).then(function (hash) {
      return new Uint8Array(hash);
    });
  }

  // RFC 6962, 2.1
  function treeRoot(level) {
    if (level.length < 2) return Promise.resolve(level[0]);
    var next = [];
    for (var i = 0; i < level.length; i += 2) {
      next.push(i + 1 < level.length ? sha256([new Uint8Array([1]), level[i], level[i + 1]]) : level[i]);
    }
    return Promise.all(next).then(treeRoot);
  }

  function rootOf(lines) {
    return Promise.all(lines.map(function (line) {
      return sha256([new Uint8Array([0]), new TextEncoder().encode(line)]);
    })).then(treeRoot);
  }

  // RFC 8785 for texts, whole numbers, lists and mappings; JavaScript sorts by UTF-16 as the standard asks
  function canonical(value) {
    if (Array.isArray(value)) return "[" + value.map(canonical).join(",") + "]";
    if (value && typeof value === "object") {
      return "{" + Object.keys(value).sort().map(function (key) {
        return JSON.stringify(key) + ":" + canonical(value[key]);
      }).join(",") + "}";
    }
    return JSON.stringify(value);
  }

  function hex(bytes) {
    return Array.from(bytes).map(function (byte) { return ("0" + byte.toString(16)).slice(-2); }).join("");
  }

  function bytesOf(text) {
    return new Uint8Array((text.match(/../g) || []).map(function (pair) { return parseInt(pair, 16); }));
  }

  function code(hash) {
    var bits = Array.from(hash).map(function (byte) { return ("0000000" + byte.toString(2)).slice(-8); }).join("");
    var letters = "";
    for (var i = 0; i < 26; i += 1) letters += LETTERS[parseInt(bits.slice(i * 5, i * 5 + 5), 2)];
    return letters;
  }

  function plain(typed) {
    return typed.toUpperCase().replace(/[\s-]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
  }

  function log() {
    return Promise.all([fetched("entries.jsonl"), fetched("checkpoint")]).then(function (both) {
      var lines = new TextDecoder().decode(both[0]).split("\n").slice(0, -1);
      var point = new TextDecoder().decode(both[1]).split("\n");
      return rootOf(lines).then(function (root) {
        var sound = point[0] === "gongshilan" && Number(point[1]) === lines.length;
        return sound && btoa(String.fromCharCode.apply(null, root)) === point[2] ? lines : null;
      });
    });
  }

  function record(lines, id) {
    var last = null;
    lines.forEach(function (line, index) {
      var entry = JSON.parse(line);
      if (entry.id === id) last = entry;
      if (last === entry) last.place = index + 1;
    });
    if (!last) return Promise.resolve(put("unknown", {}));
    if (!last.digest) return Promise.resolve(put("erased", last));
    return fetched("../" + id + "/versions/" + last.version + ".json").then(function (content) {
      var version = JSON.parse(new TextDecoder().decode(content));
      var form = new TextEncoder().encode(canonical(version.form));
      return sha256([bytesOf(version.salt), form]).then(function (digest) {
        var same = hex(digest) === last.digest && version.form.id === id;
        return put(same ? "record" : "changed", last);
      });
    });
  }

  function paper(lines) {
    var size = Number(document.getElementById("paper-size").value);
    var typed = plain(document.getElementById("paper-code").value);
    if (!typed) return Promise.resolve("");
    if (!(size > 0 && size <= lines.length)) return Promise.resolve(put("differs", {}));
    return rootOf(lines.slice(0, size)).then(function (root) {
      return put(code(root) === typed ? "paper" : "differs", { size: size });
    });
  }

  function run() {
    if (!window.crypto || !crypto.subtle || !window.fetch) {
      say([WORDS.unable]);
      return;
    }
    say([WORDS.running]);
    var id = decodeURIComponent(location.hash.slice(1));
    log().then(function (lines) {
      if (!lines) return [WORDS.broken];
      var checks = [Promise.resolve(put("sound", { size: lines.length })), paper(lines)];
      if (/^[a-z0-9-]+(\/[a-z0-9-]+){1,2}$/.test(id)) checks.push(record(lines, id));
      return Promise.all(checks);
    }).then(say, function () {
      say([WORDS.missing]);
    });
  }

  document.getElementById("paper").addEventListener("submit", function (event) {
    event.preventDefault();
    run();
  });
  window.addEventListener("hashchange", run);
  if (location.hash && location.hash !== "#elder") run();
})();
