// Finding: texts compared, boards opened, queries answered. search.js shows it on a page.
// site/search.py makes the files read here, site/folding.py and site/ngrams.py compare texts in the same way.
(function () {
  "use strict";

  const WORD = "[0-9a-z\\u00c0-\\u1fff\\u3005-\\u3007\\u3021-\\ud7ff\\uf900-\\ufaff\\u{10000}-\\u{3ffff}]";
  const word = new RegExp(WORD, "u");
  const words = new RegExp(WORD + "+", "gu");
  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  // Text. `known` holds what has been folded; traditional characters are learnt from the files.
  let known = {};
  let traditional = {};
  let traditionals = null;

  // Pairs of a traditional character and its simplified one.
  function learn(pairs) {
    for (let i = 0; i < pairs.length; i += 2) traditional[pairs[i]] = pairs[i + 1];
    const characters = Object.keys(traditional).join("");
    traditionals = characters ? new RegExp("[" + characters + "]", "g") : null;
    known = {};
  }

  const simplified = (text) => traditionals ? text.replace(traditionals, (character) => traditional[character]) : text;

  const foldCharacter = (character) => known[character] || (known[character] = simplified(
    character.normalize("NFKC").toLowerCase().replace(/[\u2010-\u2015\u2212]/g, "-")));

  // The text as it is compared. Only characters that may change are looked at one by one.
  const fold = (text) => simplified(text.replace(/[^\0-@[-\x7f\u3001\u3002\u4e00-\u9fff]/gu, foldCharacter))
    .replace(/([0-9]),(?=[0-9])/g, "$1");

  // What must stand in a record: the parts of the query between spaces, each with the other names for it.
  function termsOf(query, aliases) {
    const parts = fold(query.normalize("NFC")).split(/\s+/).filter(Boolean)
      .map((part) => word.test(part) ? part.replace(/^,|,$/g, "") : part);
    const spoken = parts.filter((part) => word.test(part));
    return (spoken.length ? spoken : parts).map((part) => [part].concat(othersFor(part, aliases || [])));
  }

  // The same with the longest name in it replaced by what else the thing is called.
  function othersFor(part, aliases) {
    let said = "";
    let others = [];
    for (const [names, slips] of aliases) {
      for (const name of names.concat(slips)) {
        if (name.length > said.length && part.includes(name)) {
          said = name;
          others = names;
        }
      }
    }
    return others.map((name) => part.replace(said, name)).filter((other) => !other.includes(part));
  }

  const holds = (text, terms) => terms.length > 0 && terms.every((any) => any.some((one) => text.includes(one)));

  // Strings of the index that a text with `part` must have.
  function gramsOf(part) {
    const grams = [];
    const rest = part.replace(/[0-9a-z.]{3,}/g, (run) => {
      for (let i = 0; i < Math.max(run.length - 3, 1); i++) grams.push(run.substr(i, 4));
      return run[0] + " " + run[run.length - 1];
    });
    for (const run of rest.match(words) || []) {
      Array.from(run).reduce((before, next) => (grams.push(before + next), next));
    }
    return grams.length ? grams.slice(0, 8) : part.match(word) || [];
  }

  // Numbers as site/ngrams.py writes them.
  function numbersIn(code) {
    let number = -1;
    let gap = 0;
    const numbers = [];
    for (const letter of code) {
      const digit = DIGITS.indexOf(letter);
      gap = gap * 32 + digit % 32;
      if (digit < 32) {
        numbers.push(number += gap + 1);
        gap = 0;
      }
    }
    return numbers;
  }

  // Boards: find(terms) gives {ids, sure}, newest first, `sure` if each of them holds the terms;
  // read(id) gives [url, date, kind, text]; facets lead from name and value to a set of ids.
  const open = (load) => load("index").then((index) => {
    learn(index.folds);
    return Object.assign({ aliases: index.aliases, facets: decoded(index.facets) }, index.rows ? whole(index.rows) : indexed(index, load));
  });

  function whole(rows) {
    const texts = [];
    return {
      forget: () => (texts.length = 0),
      find: (terms) => {
        if (!texts.length) texts.push(...rows.map((row) => fold(row[3])));
        return Promise.resolve({ ids: Array.from(texts.keys()).filter((id) => holds(texts[id], terms)), sure: true });
      },
      read: (id) => rows[id],
    };
  }

  function decoded(facets) {
    const sets = {};
    for (const name of Object.keys(facets)) {
      sets[name] = {};
      for (const value of Object.keys(facets[name])) sets[name][value] = new Set(numbersIn(facets[name][value]));
    }
    return sets;
  }

  function indexed(index, load) {
    const part = (parts, key) => parts.filter((one) => one[0] <= key).pop() || parts[0];
    const idsWith = (gram) => load(part(index.shards, gram)[1]).then((lines) => {
      const line = lines.split("\n" + gram + " ")[1];
      return numbersIn(line ? line.split("\n")[0] : "");
    });
    const idsOf = (one) => Promise.all(gramsOf(one).map(idsWith)).then((lists) => lists.length
      ? lists.map((list) => new Set(list)).reduce((both, set) => new Set(Array.from(both).filter((id) => set.has(id))))
      : new Set(Array(index.count).keys()));
    const idsOfAny = (any) => Promise.all(any.map(idsOf)).then((sets) => new Set([].concat(...sets.map((set) => Array.from(set)))));
    const isGram = (one) => gramsOf(one).join(" ") === one;
    return {
      forget: () => {},
      find: (terms) => Promise.all(terms.map(idsOfAny)).then((sets) => ({
        ids: Array.from(sets[0] || []).filter((id) => sets.every((set) => set.has(id))).sort((one, other) => one - other),
        sure: terms.every((any) => any.every(isGram)),
      })),
      read: (id) => {
        const [first, name] = part(index.chunks, id);
        return load(name).then((rows) => rows[id - first]);
      },
    };
  }

  // Loading: scripts of folders called search/ alone; each calls noticeboard(name, content).
  const arrived = {};
  const noticeboard = window.noticeboard = (name, content) => arrived[name](content);

  const rules = {
    createScriptURL: (url) => {
      if (/^(\.\.\/)*([a-z0-9-]+\/)?search\/[a-z0-9-]+\.js$/.test(url)) return url;
      throw new TypeError(url);
    },
  };
  const policy = window.trustedTypes ? window.trustedTypes.createPolicy("own-search", rules) : rules;

  function loader(root) {
    const begun = {};
    return (name) => begun[name] || (begun[name] = new Promise((resolve, reject) => {
      const script = document.createElement("script");
      arrived[name] = resolve;
      script.onerror = () => reject(delete begun[name]);
      script.src = policy.createScriptURL(root + "search/" + name + ".js");
      document.head.appendChild(script);
    }));
  }

  // The query's terms and the entries that hold them. Where there are none it may be written in
  // traditional characters: only then are all of these fetched.
  function ask(board, query, loadPortal) {
    const terms = termsOf(query, board.aliases);
    return board.find(terms).then((found) => {
      if (found.ids.length || board.learnt || !/[\u3400-\u9fff]/.test(query)) return Object.assign(found, { terms });
      return loadPortal("traditional").then(learn, () => {}).then(() => {
        board.learnt = true;
        board.forget();
        return ask(board, query);
      });
    });
  }

  Object.assign(noticeboard, { fold, foldCharacter, learn, termsOf, holds, open, loader, ask });
})();
