// A file that the page hands out, whichever browser it is.

/**
 * Does what makes the page hand out a file; gives its name, and its content as bytes and as text.
 *
 * Firefox does not tell a driver of a download that the page has made itself, so there the file is taken where the page
 * hands it to the browser.
 */
export async function downloaded(page, act) {
  const isChromium = page.context().browser().browserType().name() === "chromium";
  const { name, bytes } = await (isChromium ? arrived(page, act) : handed(page, act));
  return { name, bytes, text: bytes.toString("utf8") };
}

async function arrived(page, act) {
  const [download] = await Promise.all([page.waitForEvent("download"), act()]);
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  return { name: download.suggestedFilename(), bytes: Buffer.concat(chunks) };
}

async function handed(page, act) {
  await page.evaluate(() => {
    const files = new Map();
    const make = URL.createObjectURL;
    URL.createObjectURL = (file) => {
      const address = make.call(URL, file);
      files.set(address, file);
      return address;
    };
    window.handed = new Promise((resolve) => {
      const take = async (event) => {
        const { target } = event;
        if (!target.matches?.("a[download]")) return;
        // Its list of downloads would take the focus from the page.
        event.preventDefault();
        document.removeEventListener("click", take, true);
        URL.createObjectURL = make;
        const bytes = new Uint8Array(await files.get(target.href).arrayBuffer());
        resolve({ name: target.download, bytes: Array.from(bytes) });
      };
      document.addEventListener("click", take, true);
    });
  });
  await act();
  const { name, bytes } = await page.evaluate(() => window.handed);
  return { name, bytes: Buffer.from(bytes) };
}
