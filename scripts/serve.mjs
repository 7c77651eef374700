// A static web server for folders on this machine: for ./serve, and for the browser tests, which import
// `serve`. It knows nothing of the page and stands for any server that an office may have.
//
//   node scripts/serve.mjs [folder] [--port 8080] [--base /a/folder/]

import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/**
 * Serves folders until `close()` is called.
 *
 * `folders` maps a base path ("/cong/bieu-mau/") to a folder; the longest base that fits wins.
 * `headers` are added to every answer. `types` says of what kind the files with some ending are, for servers that are
 * set up otherwise; null says nothing. `port` 0 takes any free port.
 */
export async function serve({ folders, port = 0, host = "127.0.0.1", headers = {}, types = {} }) {
  const mounts = Object.entries(folders)
    .map(([base, folder]) => ({ base, folder: resolve(folder) }))
    .sort((a, b) => b.base.length - a.base.length);

  const server = createServer(async (request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    // Always asked again: a page that has just been built must never be an old one.
    response.setHeader("Cache-Control", "no-cache");
    const answer = await find(mounts, request, { ...TYPES, ...types });
    if (answer.location) response.setHeader("Location", answer.location);
    if (answer.type) response.setHeader("Content-Type", answer.type);
    if (answer.size !== undefined) response.setHeader("Content-Length", answer.size);
    response.writeHead(answer.status);
    if (!answer.file || request.method === "HEAD") return response.end();
    createReadStream(answer.file)
      .on("error", () => response.destroy())
      .pipe(response);
  });

  await new Promise((done, failed) => {
    server.once("error", failed);
    server.listen(port, host, done);
  });
  const origin = `http://${host}:${server.address().port}`;
  return {
    ...{ origin, server },
    close() {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  };
}

/** Which answer a request gets: a status, and a file when there is one. */
async function find(mounts, request, types) {
  if (request.method !== "GET" && request.method !== "HEAD") return { status: 405 };
  const [, pathname, search] = request.url.match(/^([^?]*)(.*)$/s);
  const mount = mounts.find(({ base }) => pathname.startsWith(base) || pathname === base.slice(0, -1));
  if (!mount) return { status: 404 };
  // Relative addresses in a page only work below a folder's address with its slash.
  if (pathname.length < mount.base.length) return { status: 301, location: mount.base + search };

  let file;
  try {
    file = resolve(mount.folder, decodeURIComponent(pathname.slice(mount.base.length)));
  } catch {
    return { status: 400 };
  }
  if (file !== mount.folder && !file.startsWith(mount.folder + sep)) return { status: 404 };

  let found = await stat(file).catch(() => null);
  if (found?.isDirectory()) {
    if (!pathname.endsWith("/")) return { status: 301, location: pathname + "/" + search };
    file = join(file, "index.html");
    found = await stat(file).catch(() => null);
  }
  if (!found?.isFile()) return { status: 404 };
  return { status: 200, file, size: found.size, type: extname(file) in types ? types[extname(file)] : "application/octet-stream" };
}

/** The first port from `port` upwards that is free. */
async function serveNear(port, options) {
  for (let next = port; ; next += 1) {
    try {
      return await serve({ ...options, port: next });
    } catch (error) {
      if (error.code !== "EADDRINUSE" || next >= port + 20) throw error;
    }
  }
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { port: { type: "string", default: "8080" }, base: { type: "string", default: "/" } },
  });
  const base = `/${values.base}/`.replace(/\/+/g, "/");
  const site = await serveNear(Number(values.port), {
    folders: { [base]: positionals[0] ?? "." },
  });
  console.log(`${site.origin}${base}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  main().catch((error) => {
    console.error(`error: ${error.message}`);
    process.exitCode = 1;
  });
}
