// A whole browser that can be killed: a process of its own with a profile of its own, spoken to over its port.

import { chromium } from "@playwright/test";
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "./fixtures.mjs";

const CHROME = process.env.CHROME || "/usr/bin/chromium";
const ARGUMENTS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--lang=vi-VN"];

/** A machine on which a browser is started and killed as often as one likes; `clean()` at the end. */
export async function startMachine() {
  const profile = await mkdtemp(join(tmpdir(), "bieumau-profile-"));
  let browser;

  return {
    /** Starts the browser and gives its page. */
    async start() {
      await rm(join(profile, "DevToolsActivePort"), { force: true });
      const child = spawn(CHROME, [...ARGUMENTS, `--user-data-dir=${profile}`, "--remote-debugging-port=0", "about:blank"], {
        // A group of its own, so that all of its processes die together.
        detached: true,
        stdio: "ignore",
      });
      let port;
      await expect
        .poll(
          async () => {
            const told = await readFile(join(profile, "DevToolsActivePort"), "utf8").catch(() => "");
            port = told.split("\n")[0];
            return port;
          },
          // A browser that starts while others run takes its time.
          { timeout: 30_000 },
        )
        .not.toBe("");
      const connected = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
      browser = { child, connected };
      const [context] = connected.contexts();
      return context.pages()[0] ?? (await context.newPage());
    },

    /** Kills every process of the browser where it stands. */
    async kill() {
      const { child, connected } = browser;
      const over = new Promise((done) => child.once("exit", done));
      process.kill(-child.pid, "SIGKILL");
      await over;
      await connected.close().catch(() => {});
      browser = undefined;
    },

    async clean() {
      if (browser) await this.kill();
      await rm(profile, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}
