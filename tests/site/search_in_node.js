// Runs the search client without a page: a line of JSON in, a line of JSON out.
//   {"fold": [text…]}                        -> [folded…]
//   {"terms": [query…]}                      -> [[term…]…]
//   {"files": {name: script…}}               -> null; the board that later queries search
//   {"queries": [query…]}                    -> [{"urls": […], "candidates": n, "sure": bool}…]
"use strict";
const fs = require("fs");
const readline = require("readline");
const vm = require("vm");

const window = {};
vm.runInNewContext(fs.readFileSync(process.argv[2], "utf8"), { window, document: { getElementById: () => null } });
const client = window.noticeboard;
let board;

function loader(files) {
  const loaded = {};
  return async (name) => {
    if (!(name in loaded)) {
      const noticeboard = (called, content) => {
        if (called !== name) throw new Error(called + " came for " + name);
        loaded[name] = content;
      };
      vm.runInNewContext(files[name + ".js"], { noticeboard });
    }
    return loaded[name];
  };
}

async function search(query) {
  const terms = client.termsOf(query);
  const { ids, sure } = await (await board).find(terms);
  const urls = [];
  for (const id of ids) {
    const row = await (await board).read(id);
    if (sure || client.holds(client.fold(row[3]), terms)) urls.push(row[0]);
  }
  return { urls, candidates: ids.length, sure };
}

async function answer(request) {
  if (request.fold) return request.fold.map((text) => client.fold(text));
  if (request.terms) return request.terms.map(client.termsOf);
  if (request.files) return (board = client.open(loader(request.files))), null;
  return Promise.all(request.queries.map(search));
}

(async () => {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    process.stdout.write(JSON.stringify(await answer(JSON.parse(line))) + "\n");
  }
})();
