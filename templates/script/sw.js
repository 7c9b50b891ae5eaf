// Keeps pages for reading without a connection. With a connection everything comes from the host, so nothing is ever out of date, and what was
// read is kept; without one it comes from what was kept. What is kept at once is small: the lists, the author's pages, styles and scripts.
// The rest, which may be ten thousand cases, is kept when somebody opens it.
//
// Nothing is kept but files of this casebook: a host may have other pages below the same address, such as those of members. Nor is what the host says
// must not be kept.
//
// casusboek writes above this script what a version is made of: `casebook`, with a version that changes with any byte of the site, the path
// and sum of each file to keep at once, and a mark of the path of each file of the site.

export {}; // a module, whose names are its own

const worker = /** @type {any} */ (self);
/** @type {{version: string, offline: string, files: [string, string][], marks: string}} */
const { version, offline, files, marks } = worker.casebook;
const scope = worker.registration.scope;
const mine = `casusboek ${scope} `; // others on this host have caches of their own
const name = mine + version;

/** The marks of all files of the site: the first letters of the sums of their paths, which is enough to tell theirs from others. */
const ours = new Set(marks.match(/.{6}/g) ?? []);

/** The address by which a page is kept: hosts give a folder and its index.html the same page. @param {string} address */
const key = (address) => address.replace(/[?#].*$/, "").replace(/\/$|\/[^/.]+$/, (end) => (end === "/" ? "" : end) + "/index.html");

/** Whether an address is that of a file of this casebook. @param {string} address */
async function belongs(address) {
  if (!address.startsWith(scope)) return false;
  try {
    const path = decodeURIComponent(key(address).slice(scope.length));
    return ours.has((await sum(new TextEncoder().encode(path))).slice(0, 6));
  } catch {
    return false; // no address that casusboek makes
  }
}

/**
 * Whether an answer may be kept: it is a file of this casebook, also after a redirect, such as one to a page to sign in, and the host lets it be kept.
 * @param {string} address @param {Response} response
 */
const mayKeep = async (address, response) =>
  response.status === 200 && !/no-store|private/i.test(response.headers.get("Cache-Control") ?? "") &&
  (await belongs(address)) && (!response.redirected || key(response.url) === key(address));

/** @param {Response} response as it may be given later: one that was redirected may not answer for a page */
const whole = async (response) => new Response(await response.blob(), { headers: response.headers });

/** A sum in letters alone, so that it looks like nobody's number. @param {BufferSource} data */
async function sum(data) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", data)).slice(0, 16);
  return Array.from(bytes, (byte) => String.fromCharCode(97 + (byte >> 4), 97 + (byte & 15))).join("");
}

/** Keeps all that belongs to this version from the start, or nothing: a host that is half renewed is asked again at the next visit. */
async function begin() {
  const cache = await caches.open(name);
  await Promise.all(files.map(async ([path, expected]) => {
    const response = await fetch(scope + path, { cache: "no-cache" });
    const data = await response.clone().arrayBuffer();
    if (!response.ok || (await sum(data)) !== expected) throw new Error(path + " is not of this version");
    if (await mayKeep(scope + path, response)) await cache.put(key(scope + path), await whole(response));
  }));
  await worker.skipWaiting();
}

/** Forgets earlier versions. */
async function clean() {
  for (const old of await caches.keys()) if (old.startsWith(mine) && old !== name) await caches.delete(old);
  await worker.clients.claim();
}

/** Keeps what came of an address, and forgets what the host has no longer. @param {Cache} cache @param {string} address @param {Response} response */
async function renew(cache, address, response) {
  if (response.status === 404 || response.status === 410) await cache.delete(key(address));
  if (await mayKeep(address, response)) await cache.put(key(address), await whole(response));
}

/** @param {Request} request @returns {Promise<Response>} */
async function answer(request) {
  const cache = await caches.open(name);
  try {
    const response = await fetch(request, { cache: "no-cache" }); // whatever a browser would guess about how long a page stays fresh
    const copy = response.clone();
    void renew(cache, request.url, copy).catch(() => {}); // full: it is read, not kept
    return response;
  } catch (error) {
    const kept = await cache.match(key(request.url));
    if (kept) return kept;
    if (request.mode === "navigate") return Response.redirect(scope + offline);
    throw error;
  }
}

/** Keeps what a page asks for and is not kept yet. @param {string[]} addresses */
async function keep(addresses) {
  const cache = await caches.open(name);
  for (const address of new Set(addresses.map(key))) {
    if (!(await belongs(address)) || (await cache.match(address))) continue;
    const response = await fetch(address).catch(() => null);
    if (response) await renew(cache, address, response).catch(() => {});
  }
}

worker.addEventListener("install", (/** @type {any} */ event) => event.waitUntil(begin()));
worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(clean()));
worker.addEventListener("message", (/** @type {any} */ event) => event.waitUntil(keep(event.data)));
worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const { request } = event;
  if (request.method === "GET" && request.url.startsWith(scope)) event.respondWith(answer(request));
});
