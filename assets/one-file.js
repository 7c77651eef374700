// The page as one file (scripts/one-file.mjs): what elsewhere lies beside the page lies inside this file, packed. It
// stands before the script of the app, with `INSIDE`: for each pack its digest, how long its text is, and its files in
// their order with their sizes. The app asks for files as ever, by `fetch`; nothing is ever asked of a network.

const HERE = new URL(".", document.baseURI).href;
const opened = new Map();
/** Everything is there. A file that ends too early shows no page in which only some things work. */
const isWhole = new Promise((done) => {
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", done, { once: true });
  else done();
}).then(() => {
  const isThere = ([name, { length }]) => textOf(name).length === length;
  if (!Object.entries(INSIDE).every(isThere)) throw damaged();
});

self.fetch = async (address) => {
  const path = String(address).startsWith(HERE) ? decodeURI(String(address).slice(HERE.length)) : "";
  const pack = Object.keys(INSIDE).find((name) => INSIDE[name].files.some(([file]) => file === path));
  if (!pack) throw new TypeError(`${address}: not in this file`);
  if (!opened.has(pack)) opened.set(pack, open(pack));
  const bytes = (await opened.get(pack)).get(path);
  return new Response(bytes, { headers: { "content-type": path.endsWith(".wasm") ? "application/wasm" : "text/plain" } });
};

/** A worker is started from an address, and this file has one only. */
const officeWorker = async () => {
  const script = await (await fetch(new URL(OFFICE.script, document.baseURI).href)).text();
  const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  return new Worker(address);
};

/** The files of a pack. */
async function open(name) {
  await isWhole;
  const { digest, files } = INSIDE[name];
  const packed = bytesIn(textOf(name));
  // A stick that was pulled out too early, or a mail server that means well.
  if (!packed || ![digest, undefined].includes(await digestOf(packed))) throw damaged();
  document.getElementById(`inside-${name}`).remove();
  const bytes = unpack(packed);
  let begin = 0;
  return new Map(files.map(([file, size]) => [file, bytes.subarray(begin, (begin += size))]));
}

function textOf(name) {
  return document.getElementById(`inside-${name}`)?.textContent ?? "";
}

/** What a text in base64 says; none where it was changed. */
function bytesIn(base64) {
  let text;
  try {
    text = atob(base64);
  } catch {
    return undefined;
  }
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}

async function digestOf(bytes) {
  // Only pages that some server sends in plain have no digests.
  if (!self.crypto?.subtle) return undefined;
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function damaged() {
  const error = new Error("bieumau.html is damaged");
  error.sentence = {
    vi: "Tệp bieumau.html bị hỏng hoặc chưa được chép hết. Hãy chép lại tệp từ nơi đã nhận. Số liệu đã lưu trên máy này không bị ảnh hưởng.",
    en: "The file bieumau.html is damaged or was not copied to its end. Copy it again from where you got it. Figures saved on this machine are not affected.",
  };
  return error;
}

/** Where figures are kept differs: Chromium has one place for all pages from files, Firefox one for each path. */
document.documentElement.dataset.offline =
  location.protocol !== "file:" ? "single" : navigator.userAgent.includes("Firefox/") ? "file-by-path" : "file";
