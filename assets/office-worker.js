// The worker of the second program (src/office/worker.rs): one job, then the page ends it, so that whatever the job took
// of the memory is given back. It stands behind what wasm-bindgen wrote (scripts/finish-page.mjs).

self.onmessage = async ({ data: { program, call, args } }) => {
  try {
    await wasm_bindgen({ module_or_path: program });
    const answer = wasm_bindgen[call](...args);
    self.postMessage({ answer }, answer instanceof Uint8Array ? [answer.buffer] : []);
  } catch (error) {
    // What is refused comes with its sentence; everything else broke.
    self.postMessage(error?.vi ? { refused: error } : { broken: String(error) });
  }
};
