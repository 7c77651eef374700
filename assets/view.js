// Starts the page that only shows a report. It stands at the end of the script that wasm-bindgen makes
// (scripts/finish-page.mjs); the page names the program and asks for it at once.

__wbg_init({ module_or_path: document.querySelector("link[data-program]").href }).catch((error) => {
  console.error(error);
  document.getElementById("opening").textContent = "Không mở được trang này. Hãy tải lại trang (phím F5), hoặc mở bằng Chrome, Edge, Cốc Cốc từ bản 109, Firefox từ bản 115. · This page cannot be opened. Reload it (F5), or open it with Chrome, Edge or Cốc Cốc 109, Firefox 115 or newer.";
});
