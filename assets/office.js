// Asks the second program (src/office) for something, in a worker of its own for each job. It stands in the script of the
// page (scripts/finish-page.mjs), which also fills in `OFFICE`, the names of its program and of its script, and
// `officeWorker`, which starts the worker: another in the page as one file.

/** The job that is under way: fetching counts. */
let job = new AbortController();

/** Ends the job that is under way. */
const stopOffice = () => job.abort();

/** What a function of the second program answers: bytes, or a plain object. */
async function askOffice(call, args) {
  stopOffice();
  job = new AbortController();
  const { signal } = job;
  const ended = new Promise((_, failed) => signal.addEventListener("abort", () => failed({ stopped: true })));
  return Promise.race([ended, workInOffice(call, args, signal)]);
}

async function workInOffice(call, args, signal) {
  const response = await fetch(new URL(OFFICE.program, document.baseURI).href, { signal });
  if (!response.ok) throw new TypeError(`${response.url}: ${response.status}`);
  const program = await response.arrayBuffer();
  const worker = await officeWorker();
  try {
    return await new Promise((done, failed) => {
      // What was stopped while it was fetched is not begun.
      if (signal.aborted) return failed({ stopped: true });
      signal.addEventListener("abort", () => failed({ stopped: true }));
      worker.onmessage = ({ data }) => (data.answer === undefined ? failed(data) : done(data.answer));
      worker.onerror = (event) => failed({ broken: event.message || "worker" });
      worker.postMessage({ program, call, args }, [program]);
    });
  } finally {
    worker.terminate();
  }
}
