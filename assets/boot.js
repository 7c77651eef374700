// Starts the app. It stands at the end of the script that wasm-bindgen makes (scripts/finish-page.mjs), because a
// strict Content-Security-Policy refuses inline scripts and a file of its own would be asked for and waited for.
// The tag that loads the script names the WebAssembly; trunk fills the name in (Trunk.toml). `ownScript` is what
// wasm-bindgen exports.
//
// A browser that runs modules but not WebAssembly gets a sentence instead of a page that never opens. For browsers
// that cannot read the script, and for a page opened from a folder, index.html has a sentence of its own.

const { appWasm } = document.querySelector("script[data-app-wasm]").dataset;
const SAVED = {
  vi: "Số liệu đã lưu trên máy này không bị ảnh hưởng.",
  en: "Figures saved on this machine are not affected.",
};

start().then(
  () => document.getElementById("boot").remove(),
  (error) => {
    console.error(error);
    show(sentenceFor(error), error);
  },
);

async function start() {
  const [glue, response] = await Promise.all([
    ownScript(),
    fetch(new URL(appWasm, document.baseURI).href),
  ]);
  if (!response.ok) throw new TypeError(`${response.url}: ${response.status}`);
  await glue.default({ module_or_path: response });
}

/** What happened, and then what to do, in both languages: no one has chosen one yet. */
function sentenceFor(error) {
  // The page as one file has one of its own (assets/one-file.js).
  if (error.sentence) return error.sentence;
  const cannotRun =
    typeof WebAssembly !== "object" ||
    error instanceof WebAssembly.CompileError ||
    error instanceof WebAssembly.LinkError ||
    error instanceof SyntaxError;
  if (cannotRun) {
    return {
      vi: "Trình duyệt này không chạy được trang. Hãy mở trang bằng Chrome, Edge hoặc Cốc Cốc từ bản 109 trở lên, hoặc Firefox từ bản 115 trở lên.",
      en: "This browser cannot run the page. Open it with Chrome, Edge or Cốc Cốc 109 or newer, or with Firefox 115 or newer.",
    };
  }
  // A file that does not arrive is a TypeError for `import` and for `fetch` alike.
  if (error instanceof TypeError) {
    return {
      vi: `Trang chưa tải về đủ. Hãy kiểm tra kết nối mạng rồi tải lại trang (phím F5). ${SAVED.vi}`,
      en: `The page has not loaded completely. Check the network connection and reload the page (F5). ${SAVED.en}`,
    };
  }
  return {
    vi: `Trang gặp lỗi khi mở. Hãy tải lại trang (phím F5). ${SAVED.vi}`,
    en: `The page failed while opening. Reload it (F5). ${SAVED.en}`,
  };
}

function show(sentence, error) {
  document.getElementById("boot-opening").textContent = sentence.vi;
  document.getElementById("boot-opening-en").textContent = sentence.en;
  // For the person who is asked for help over the telephone; shown at once.
  const help = document.getElementById("boot-help");
  help.className = "";
  help.textContent = String(error);
}
