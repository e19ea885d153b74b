// Runs the search client without a page: a line of JSON in, a line of JSON out.
//   {"fold": [text…]}                        -> [folded…]
//   {"learn": pairs}                         -> null
//   {"terms": [query…], "aliases": […]}      -> [[[term, other…]…]…]
//   {"files": {name: script…}}               -> null; the board that later queries search
//   {"queries": [query…]}                    -> [{"urls": […], "candidates": n, "sure": bool}…]
//   {"facets": name}                         -> {value: [url…]…}
"use strict";
const fs = require("fs");
const readline = require("readline");
const vm = require("vm");

const window = {};
vm.runInNewContext(fs.readFileSync(process.argv[2], "utf8"), { window });
const client = window.noticeboard;
let files = {};
let board;

function loader() {
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
  const { ids, sure, terms } = await client.ask(await board, query, "traditional.js" in files ? loader() : async () => "");
  const urls = [];
  for (const id of ids) {
    const row = await (await board).read(id);
    if (sure || client.holds(client.fold(row[3]), terms)) urls.push(row[0]);
  }
  return { urls, candidates: ids.length, sure };
}

async function facet(name) {
  const found = {};
  for (const [value, ids] of Object.entries((await board).facets[name])) {
    found[value] = [];
    for (const id of ids) found[value].push((await (await board).read(id))[0]);
  }
  return found;
}

async function answer(request) {
  if (request.fold) return request.fold.map((text) => client.fold(text));
  if (request.learn) return client.learn(request.learn), null;
  if (request.terms) return request.terms.map((query) => client.termsOf(query, request.aliases));
  if (request.facets) return facet(request.facets);
  if (request.files) return (files = request.files), (board = client.open(loader())), null;
  const found = [];
  for (const query of request.queries) found.push(await search(query));
  return found;
}

(async () => {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    process.stdout.write(JSON.stringify(await answer(JSON.parse(line))) + "\n");
  }
})();
