// The search page of a community or of the portal. It holds
//   <div id="search" data-root="../" data-pages="../" data-portal="../../" data-labels='{"notice": "通知公告", …}' data-words='{…}'>
//   <form role="search" method="get"><input type="search" name="q"><button>…</button></form>
//   <div data-browse>lists by kind and year, hidden while there are results</div></div>
// Links marked data-search lead to other search pages and carry the query on.
// data-root leads to the folder that holds search/, data-portal to the portal's, data-pages to the one that
// addresses of results are relative to; data-labels names kinds and states, data-words has what is said here.
(function () {
  "use strict";

  const PAGE = 20;
  const FACETS = ["kind", "year", "community", "body", "place", "state"];
  const TOLD = ["withdrawn", "corrected", "posting"];
  const { fold, foldCharacter, holds, open, loader, ask } = window.noticeboard;

  function add(parent, tag, text, className) {
    const made = parent.appendChild(document.createElement(tag));
    made.textContent = text || "";
    if (className) made.className = className;
    return made;
  }

  // Where the terms stand in `text`, as [start, end], in order.
  function placesOf(text, terms) {
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
    for (const term of [].concat(...terms)) {
      for (at = -1; (at = searched.indexOf(term, at + 1)) >= 0;) {
        const last = places[at + term.length - 1];
        pairs.push([places[at], last + (text.codePointAt(last) > 65535 ? 2 : 1)]);
      }
    }
    return pairs.sort((one, other) => one[0] - other[0] || other[1] - one[1]);
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

  // The line that holds most of the terms, and another one for the rest of them.
  function excerpts(parent, title, lines, terms) {
    const folded = lines.map(fold);
    let left = terms.filter((any) => !holds(fold(title), [any]));
    for (let shown = 0; shown < 2 && (left.length || !shown); shown++) {
      const sought = left.length ? left : terms;
      const counts = folded.map((line) => sought.filter((any) => holds(line, [any])).length);
      const best = counts.indexOf(Math.max(...counts));
      if (!lines.length || (shown && !counts[best])) return;
      sentence(parent, lines[best], terms);
      left = left.filter((any) => !holds(folded[best], [any]));
    }
  }

  // The sentence with the first match.
  function sentence(parent, line, terms) {
    const pairs = placesOf(line, terms);
    const [from, to] = pairs[0] || [0, 0];
    const start = line.slice(0, from).search(/[^。！？；]{0,30}$/u);
    const end = to + line.slice(to).match(/^[^。！？；]{0,60}[。！？；]?/u)[0].length;
    const shown = add(parent, "p", start ? "…" : "");
    write(shown, line, pairs, start, end);
    if (end < line.length) shown.append("…");
  }

  function begin(box) {
    const root = box.getAttribute("data-root");
    const portal = box.getAttribute("data-portal");
    const pages = box.getAttribute("data-pages");
    const words = Object.assign(JSON.parse(box.getAttribute("data-labels")), JSON.parse(box.getAttribute("data-words")));
    const form = box.querySelector("form");
    const lists = box.querySelector("[data-browse]");
    const load = loader(root);
    const loadPortal = loader(portal);
    const results = add(box, "div", "", "search-results");
    const status = add(results, "p");
    const hint = add(results, "p", "", "meta");
    const narrow = add(results, "details", "", "facets");
    add(narrow, "summary", words.narrow);
    const hits = add(results, "ol", "", "rows");
    const more = Object.assign(add(results, "button", words.more), { hidden: true, onclick: () => show(state.shown + PAGE) });
    const facets = FACETS.map((name) => Object.assign(add(narrow, "select"), { name, hidden: true, onchange: chose }));
    let opening;
    let board;
    let state;
    let turn = 0;

    status.setAttribute("role", "status");
    status.setAttribute("aria-live", "polite");
    for (const facet of facets) facet.setAttribute("aria-label", words[facet.name]);
    form.parentNode.insertBefore(results, form.nextSibling);
    narrow.hidden = true;
    narrow.open = window.matchMedia("(min-width: 40rem)").matches;

    // The address holds the query and what was chosen, so that it can be sent on.

    function wanted() {
      const hash = location.hash.includes("=") ? location.hash.slice(1) : "";
      return new URLSearchParams(hash || location.search);
    }

    function keep() {
      const kept = new URLSearchParams();
      if (state.query) kept.set("q", state.query);
      for (const facet of facets) if (state.chosen[facet.name]) kept.set(facet.name, state.chosen[facet.name]);
      try {
        history.replaceState(null, "", "?" + kept + (location.hash.includes("=") ? "" : location.hash));
      } catch (refused) { // as some browsers do with local files
        location.replace("#" + kept);
      }
    }

    // Asking.

    function run(chosen) {
      const query = form.q.value.trim().slice(0, 100);
      const mine = ++turn;
      state = { query, chosen, ids: [], terms: [], right: {}, sure: true };
      keep();
      status.textContent = words.loading;
      opening = opening || open(load);
      opening.then((opened) => ask(board = opened, query, loadPortal)).then((found) => {
        if (mine !== turn) return;
        Object.assign(state, found);
        show(PAGE);
      }).catch(fail);
    }

    function fail() {
      opening = null;
      status.textContent = words.failed;
    }

    function chose() {
      state.chosen[this.name] = this.value;
      keep();
      show(PAGE);
    }

    const has = (name, value, id) => Boolean(board.facets[name] && board.facets[name][value] && board.facets[name][value].has(id));

    const left = (but) => state.ids.filter((id) => state.right[id] !== false
      && FACETS.every((name) => name === but || !state.chosen[name] || has(name, state.chosen[name], id)));

    // Reads rows until `wanted` of them hold the terms; the others too where they are few, for an exact count.
    function verified(ids, wanted, rows) {
      if (!ids.length || (rows.length >= wanted && (state.sure || ids.length > PAGE))) return rows;
      const { terms, sure, right } = state;
      const batch = ids.slice(0, PAGE);
      return Promise.all(batch.map(board.read)).then((read) => verified(ids.slice(PAGE), wanted, rows.concat(
        read.map((row, i) => [row, batch[i]])
          .filter(([row, id]) => (right[id] = sure || holds(fold(row[3]), terms))))));
    }

    function show(shown) {
      const mine = ++turn;
      const before = state.shown;
      state.shown = shown;
      Promise.resolve(verified(left(), shown, [])).then((rows) => {
        if (mine === turn) draw(rows.slice(0, shown), shown > PAGE ? before : -1);
      }).catch(fail);
    }

    // Showing.

    function draw(rows, focused) {
      const ids = left();
      const exact = state.sure || ids.every((id) => state.right[id]);
      status.textContent = rows.length ? words[exact ? "exact" : "about"].replace("[]", ids.length)
        : state.query && words.none.replace("[]", state.query);
      const others = [].concat(...state.terms.map((any) => any.slice(1)));
      hint.textContent = others.length && rows.length ? words.others.replace("[]", others.join("”“")) : "";
      for (const facet of facets) fill(facet);
      narrow.hidden = facets.every((facet) => facet.hidden);
      if (FACETS.some((name) => state.chosen[name])) narrow.open = true;
      hits.textContent = "";
      for (const [row, id] of rows) hit(row, id);
      more.hidden = ids.length <= rows.length;
      if (lists) lists.hidden = rows.length > 0;
      for (const link of box.querySelectorAll("a[data-search]")) link.search = "?q=" + encodeURIComponent(state.query);
      if (hits.children[focused]) hits.children[focused].firstChild.focus();
    }

    function fill(facet) {
      const { name } = facet;
      const ids = left(name);
      const sets = board.facets[name] || {};
      const counts = Object.keys(sets).map((value) => [value, ids.filter((id) => sets[value].has(id)).length])
        .filter(([value, count]) => count || value === state.chosen[name]);
      const ordered = name === "year" ? counts.sort((one, other) => (one[0] < other[0]) - (one[0] > other[0]))
        : name === "place" ? counts.sort((one, other) => one[0].localeCompare(other[0], "zh", { numeric: true }))
          : counts.sort((one, other) => other[1] - one[1]);
      facet.textContent = "";
      add(facet, "option", words.all + words[name]).value = "";
      for (const [value, count] of ordered) add(facet, "option", (words[value] || value) + " " + count).value = value;
      facet.value = state.chosen[name] || "";
      facet.hidden = !state.chosen[name] && ordered.length < 2;
    }

    function hit([url, date, kind, text], id) {
      const [title, ...lines] = text.split("\n");
      const item = add(hits, "li", "", has("state", "withdrawn", id) ? "row gone" : "row");
      const link = Object.assign(add(item, "a"), { href: pages + url + "index.html" });
      write(link, title, placesOf(title, state.terms), 0, title.length);
      excerpts(item, title, lines, state.terms);
      const about = add(item, "p", "", "meta");
      for (const mark of TOLD) if (has("state", mark, id)) add(about, "span", words[mark], "mark " + mark);
      if (date) add(about, "time", date.replace(/(\d+)-0?(\d+)-0?(\d+)/, words.day)).dateTime = date;
      about.append(" ");
      add(about, "span", words[kind] || kind);
      const community = Object.keys(board.facets.community || {}).find((name) => has("community", name, id));
      if (community) add(about, "a", community).href = pages + url.split("/")[0] + "/search/index.html?q=" + encodeURIComponent(state.query);
    }

    form.onsubmit = () => {
      run({});
      return false;
    };
    form.q.onfocus = () => load("index").catch(() => {});
    const asked = wanted();
    form.q.value = asked.get("q") || "";
    const chosen = {};
    for (const name of FACETS) if (asked.get(name)) chosen[name] = asked.get(name);
    if (form.q.value) run(chosen);
  }

  const box = document.getElementById("search");
  if (box) begin(box);
})();
