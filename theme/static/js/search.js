// Search on the page of a community or of the portal. The page holds
//   <div id="search" data-root="../" data-pages="../" data-labels='{"notice": "通知公告", …}' data-words='{…}'>
//   <form role="search" method="get"><input type="search" name="q"><button>…</button></form>
//   <div data-browse>lists by kind and year, hidden while there are results</div></div>
// data-root leads to the folder that holds search/, data-pages to the one that records' addresses are relative to;
// data-labels names the kinds, data-words has what the page says. site/search.py makes the files read here.
(function () {
  "use strict";

  const PAGE = 20;

  // Text: agrees with site/ngrams.py, and one table of cases in the tests holds both to it.
  const WORD = "[0-9a-z\\u00c0-\\u1fff\\u3005-\\u3007\\u3021-\\ud7ff\\uf900-\\ufaff\\u{10000}-\\u{3ffff}]";
  const word = new RegExp(WORD, "u");
  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const folded = {};

  // What a character is searched as. Traditional forms will be folded here and in site/ngrams.py.
  const foldCharacter = (character) => folded[character]
    || (folded[character] = character.normalize("NFKC").toLowerCase().replace(/[\u2010-\u2015\u2212]/g, "-"));

  // The text as it is compared. Only characters that may change are looked at one by one.
  const fold = (text) => text.replace(/[^\0-@[-\x7f\u3001\u3002\u3400-\u9fff]/gu, foldCharacter).replace(/([0-9]),(?=[0-9])/g, "$1");

  // What must stand in a record: the parts of the query between spaces.
  const termsOf = (query) => fold(query.normalize("NFC")).split(/\s+/)
    .map((term) => term.replace(/^,|,$/g, "")).filter((term) => word.test(term));

  const holds = (text, terms) => terms.length > 0 && terms.every((term) => text.includes(term));

  // Strings of the index that a text with the term must have.
  function gramsOf(term) {
    const grams = [];
    const rest = term.replace(/[0-9a-z.]{3,}/g, (run) => {
      for (let i = 0; i < Math.max(run.length - 3, 1); i++) grams.push(run.substr(i, 4));
      return run[0] + " " + run[run.length - 1];
    });
    for (const run of rest.match(new RegExp(WORD + "+", "gu")) || []) {
      Array.from(run).reduce((before, next) => (grams.push(before + next), next));
    }
    return grams.length ? grams.slice(0, 8) : term.match(word);
  }

  // Boards: find(terms) gives {ids, sure}, newest first, `sure` if each of them holds the terms;
  // read(id) gives [url, date, kind, text, community]. The kinds and years are lists by id.
  const open = (load) => load("index").then((index) => {
    if (index.shards) return indexed(index, load);
    return Promise.all((index.packs || []).map(load)).then((packs) => whole([].concat(index.rows || [], ...packs)));
  });

  function whole(rows) {
    rows.sort((one, other) => (one[1] < other[1]) - (one[1] > other[1]));
    const texts = rows.map((row) => fold(row[3]));
    return {
      kind: rows.map((row) => row[2]),
      year: rows.map((row) => row[1].slice(0, 4)),
      find: (terms) => ({ ids: Array.from(texts.keys()).filter((id) => holds(texts[id], terms)), sure: true }),
      read: (id) => rows[id],
    };
  }

  function indexed(index, load) {
    const part = (parts, key) => parts.filter((one) => one[0] <= key).pop() || parts[0];
    const idsWith = (gram) => load(part(index.shards, gram)[1]).then((lines) => {
      const line = lines.split("\n" + gram + " ")[1];
      let id = -1;
      let gap = 0;
      const ids = new Set();
      for (const letter of line ? line.split("\n")[0] : "") {
        const digit = DIGITS.indexOf(letter);
        gap = gap * 32 + digit % 32;
        if (digit < 32) {
          ids.add(id += gap + 1);
          gap = 0;
        }
      }
      return ids;
    });
    return {
      kind: index.kind,
      year: index.year,
      find: (terms) => {
        const grams = [].concat(...terms.map(gramsOf));
        return Promise.all(grams.map(idsWith)).then((sets) => ({
          ids: Array.from(sets[0] || []).filter((id) => sets.every((set) => set.has(id))),
          sure: grams.join(" ") === terms.join(" "),
        }));
      },
      read: (id) => {
        const [first, name] = part(index.chunks, id);
        return load(name).then((rows) => rows[id - first]);
      },
    };
  }

  // Loading: scripts of the folder search/ alone; each calls noticeboard(name, content).
  const arrived = {};
  const noticeboard = window.noticeboard = (name, content) => arrived[name](content);
  Object.assign(noticeboard, { fold, termsOf, holds, open });

  function loader(root) {
    const rules = {
      createScriptURL: (url) => {
        if (/^(\.\.\/)*([a-z0-9-]+\/)?search\/[a-z0-9-]+\.js$/.test(url)) return url;
        throw new TypeError(url);
      },
    };
    const policy = window.trustedTypes ? trustedTypes.createPolicy("own-search", rules) : rules;
    const begun = {};
    return (name) => begun[name] || (begun[name] = new Promise((resolve, reject) => {
      const script = document.createElement("script");
      arrived[name] = resolve;
      script.onerror = () => reject(delete begun[name]);
      script.src = policy.createScriptURL(root + "search/" + name + ".js");
      document.head.appendChild(script);
    }));
  }

  // The page.
  function add(parent, tag, text, className) {
    const made = parent.appendChild(document.createElement(tag));
    made.textContent = text || "";
    made.className = className || "";
    return made;
  }

  // Where the terms stand in `text`, as [start, end], in order.
  function found(text, terms) {
    const searched = fold(text);
    const places = [];
    const pairs = [];
    let at = 0;
    for (const character of text) {
      const units = foldCharacter(character);
      // A comma inside a number is not in the searched text.
      if (searched.startsWith(units, places.length)) places.push(...Array(units.length).fill(at));
      at += character.length;
    }
    for (const term of terms) {
      for (at = -1; (at = searched.indexOf(term, at + 1)) >= 0;) {
        const last = places[at + term.length - 1];
        pairs.push([places[at], last + (text.codePointAt(last) > 65535 ? 2 : 1)]);
      }
    }
    return pairs.sort((one, other) => one[0] - other[0]);
  }

  function write(parent, text, pairs, start, end) {
    let at = start;
    for (const [from, to] of pairs.concat([[end, end]])) {
      if (from < at || to > end) continue;
      parent.append(text.slice(at, from));
      if (to > from) add(parent, "mark", text.slice(from, to));
      at = to;
    }
  }

  // The sentence with the first match in the line that holds most of the terms.
  function excerpt(parent, lines, terms) {
    const counts = lines.map(fold).map((line) => terms.filter((term) => line.includes(term)).length);
    const line = lines[counts.indexOf(Math.max(...counts))] || "";
    const pairs = found(line, terms);
    const [from, to] = pairs[0] || [0, 0];
    const start = line.slice(0, from).search(/[^。！？；]{0,30}$/u);
    const end = to + line.slice(to).match(/^[^。！？；]{0,60}[。！？；]?/u)[0].length;
    const shown = add(parent, "p", start ? "…" : "");
    write(shown, line, pairs, start, end);
    shown.append(end < line.length ? "…" : "");
  }

  function begin(box) {
    const root = box.getAttribute("data-root");
    const pages = box.getAttribute("data-pages");
    const words = Object.assign(JSON.parse(box.getAttribute("data-labels")), JSON.parse(box.getAttribute("data-words")));
    const form = box.querySelector("form");
    const lists = box.querySelector("[data-browse]");
    const load = loader(root);
    const results = Object.assign(document.createElement("div"), { className: "search-results" });
    const status = add(results, "p");
    const facets = ["kind", "year"].map((name) => Object.assign(add(results, "select"), { name, hidden: true, onchange: () => show(PAGE) }));
    const hits = add(results, "ol", "", "rows");
    const more = Object.assign(add(results, "button", words.more), { hidden: true, onclick: () => show(state.shown + PAGE) });
    let opening;
    let board;
    let state;
    let turn = 0;

    status.setAttribute("role", "status");
    status.setAttribute("aria-live", "polite");
    for (const facet of facets) facet.setAttribute("aria-label", words[facet.name]);
    form.parentNode.insertBefore(results, form.nextSibling);

    function run() {
      const query = form.q.value.trim().slice(0, 100);
      const terms = termsOf(query);
      const mine = ++turn;
      try {
        history.replaceState(null, "", "?q=" + encodeURIComponent(query));
      } catch (refused) { /* some browsers keep the addresses of local files */ }
      for (const facet of facets) facet.textContent = "";
      status.textContent = words.loading;
      opening = opening || open(load);
      opening.then((opened) => (board = opened).find(terms)).then((found) => {
        if (mine !== turn) return;
        state = Object.assign({ query, terms, right: {} }, found);
        show(PAGE);
      }).catch(fail);
    }

    function fail() {
      opening = null;
      status.textContent = words.failed;
    }

    const chosen = (but) => state.ids.filter((id) => state.right[id] !== false
      && facets.every((facet) => facet === but || !facet.value || board[facet.name][id] === facet.value));

    // Reads rows until `wanted` of them hold the terms; the others too where they are few, for an exact count.
    function verified(ids, wanted, rows) {
      if (!ids.length || (rows.length >= wanted && (state.sure || ids.length > PAGE))) return rows;
      const { terms, sure, right } = state;
      const batch = ids.slice(0, PAGE);
      return Promise.all(batch.map(board.read)).then((read) => verified(ids.slice(PAGE), wanted, rows.concat(
        read.filter((row, i) => (right[batch[i]] = sure || holds(fold(row[3]), terms))))));
    }

    function show(shown) {
      const mine = ++turn;
      const before = state.shown;
      state.shown = shown;
      Promise.resolve(verified(chosen(), shown, [])).then((rows) => {
        if (mine === turn) draw(rows.slice(0, shown), shown > PAGE ? before : -1);
      }).catch(fail);
    }

    function draw(rows, focused) {
      const ids = chosen();
      const exact = state.sure || ids.every((id) => state.right[id]);
      status.textContent = rows.length ? words[exact ? "exact" : "about"].replace("[]", ids.length)
        : state.query && words.none.replace("[]", state.query);
      for (const facet of facets) fill(facet, chosen(facet).map((id) => board[facet.name][id]));
      hits.textContent = "";
      for (const row of rows) hit(row);
      more.hidden = ids.length <= rows.length;
      if (lists) lists.hidden = rows.length > 0;
      if (hits.children[focused]) hits.children[focused].firstChild.focus();
    }

    function fill(facet, values) {
      const { name, value } = facet;
      facet.textContent = "";
      add(facet, "option", words.all + words[name]).value = "";
      for (const one of new Set(values)) {
        add(facet, "option", (words[one] || one) + " " + values.filter((other) => other === one).length).value = one;
      }
      facet.value = value;
      facet.hidden = !values.length;
    }

    function hit([url, date, kind, text, community]) {
      const [title, ...lines] = text.split("\n");
      const item = add(hits, "li", "", "row");
      const link = Object.assign(add(item, "a"), { href: pages + url + "index.html" });
      write(link, title, found(title, state.terms), 0, title.length);
      excerpt(item, lines, state.terms);
      const about = add(item, "p", "", "meta");
      add(about, "time", date.replace(/(\d+)-0?(\d+)-0?(\d+)/, words.day)).dateTime = date;
      about.append(" ");
      for (const name of [words[kind], community]) if (name) add(about, "span", name);
    }

    form.onsubmit = () => {
      run();
      return false;
    };
    form.q.onfocus = () => load("index").catch(() => {});
    form.q.value = new URLSearchParams(location.search).get("q") || "";
    if (form.q.value) run();
  }

  const box = document.getElementById("search");
  if (box) begin(box);
})();
