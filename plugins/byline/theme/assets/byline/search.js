// Stands between Material's search field and what answers it: Material's own worker, or Pagefind.
// Neither is fetched, and no index is, before the reader's first query.
const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3;
const site = new URL("../../", self.location.href);
const NOTHING = { items: [] };

// Without a network, what the browser still has of an earlier visit is good enough.
const load = self.fetch.bind(self);
self.fetch = (address, options) =>
  load(address, options).catch(() => load(address, { ...options, cache: "force-cache" }));

let setup;
let engine;
let next;
let busy = false;

addEventListener("message", ({ data: message }) => {
  if (message.type === SETUP) {
    setup = message.data;
    postMessage({ type: READY });
  } else if (message.type === QUERY) {
    next = message.data;
    if (!busy) answer();
  }
});

/** Answer one query after the other, and only the latest of those that came meanwhile. */
async function answer() {
  busy = true;
  while (next !== undefined) {
    const query = next;
    next = undefined;
    const found = query.trim() ? await search(query) : NOTHING;
    if (next === undefined) postMessage({ type: RESULT, data: found });
  }
  busy = false;
}

async function search(query) {
  try {
    engine ??= start();
    return await (await engine)(query);
  } catch (error) {
    console.warn("The search cannot answer.", error);
    engine = undefined;
    return NOTHING;
  }
}

/** Return a function that answers queries with Material's results. */
async function start() {
  const told = setup.config.byline;
  if (!told.pagefind) return material(told);
  const { pagefind } = await import(new URL("assets/byline/search-pagefind.js", site));
  return pagefind(told, site);
}

async function material(told) {
  const worker = new Worker(new URL(told.worker, site));
  const ask = (message) =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data.data);
      worker.onerror = reject;
      worker.postMessage(message);
    });
  try {
    const index = await fetch(new URL(told.index, site));
    if (!index.ok) throw new Error(`${index.status} ${index.url}`);
    await ask({ type: SETUP, data: { ...(await index.json()), options: setup.options } });
  } catch (error) {
    worker.terminate();
    throw error;
  }
  return (query) => ask({ type: QUERY, data: query });
}
