// What lies in the browser's storage, seen and changed from outside the page: the database `bieumau`, its object
// store `records`, texts by key (src/browser/indexed_db.rs).

/** The text under a key; `undefined` where there is none. */
export function readRecord(page, key) {
  return inStore(page, "readonly", "get", [key]);
}

/** Puts a text under a key, as no page of ours would. */
export function writeRecord(page, key, text) {
  return inStore(page, "readwrite", "put", [text, key]);
}

/** Takes away what lies under a key, as the browser may. */
export function removeRecord(page, key) {
  return inStore(page, "readwrite", "delete", [key]);
}

/** The keys of the two copies of a record (src/store/slots.rs). */
export const copiesOf = (key) => [key, `second/${key}`];

/** The body of a record: that of the newer of its two copies. */
export async function readBody(page, key) {
  const copies = [];
  for (const place of copiesOf(key)) {
    const text = await readRecord(page, place);
    if (text !== undefined) copies.push(JSON.parse(text));
  }
  return copies.sort((one, other) => other.revision - one.revision)[0]?.body;
}

/** All keys, in their order. */
export function recordKeys(page) {
  return inStore(page, "readonly", "getAllKeys", []);
}

function inStore(page, mode, method, parameters) {
  return page.evaluate(
    async ({ mode, method, parameters }) => {
      const of = (request) =>
        new Promise((done, failed) => {
          request.onsuccess = () => done(request.result);
          request.onerror = () => failed(request.error);
        });
      const database = await of(indexedDB.open("bieumau"));
      const result = await of(database.transaction("records", mode).objectStore("records")[method](...parameters));
      database.close();
      return result;
    },
    { mode, method, parameters },
  );
}
