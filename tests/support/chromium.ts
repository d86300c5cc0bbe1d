import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { chromium } from "@playwright/test";

/** The one without windows first: it draws the same pages with a fifth less work. */
const PLACES = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
];

/** The same picture on every machine: drawn by software, with no service of the browser's maker in the background. */
export const CHROMIUM_FLAGS = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  // Pages are put together without the software that draws maps: it would draw each of them as if it were one.
  "--disable-gpu-compositing",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-quic",
];

/** The Chromium of $CHROMIUM, of the system, or of Playwright. */
export function findChromium(): string | undefined {
  return [process.env.CHROMIUM, ...PLACES, chromium.executablePath()].find((path) => path && existsSync(path));
}

/** Installs one where there is none: on Debian, as root, the distribution's; elsewhere Playwright's own. */
export function ensureChromium(): void {
  if (findChromium()) return;
  if (process.getuid?.() === 0 && existsSync("/etc/debian_version")) {
    run("apt-get", ["update"]);
    run("apt-get", ["install", "-y", "--no-install-recommends", "chromium-headless-shell"]);
  } else {
    const playwright = join(dirname(createRequire(import.meta.url).resolve("@playwright/test/package.json")), "cli.js");
    run(process.execPath, [playwright, "install", "chromium"]);
  }
  if (!findChromium()) throw new Error("No Chromium was found: install one, or name it in CHROMIUM.");
}

function run(command: string, args: string[]): void {
  process.stdout.write(`Installing Chromium: ${command} ${args.join(" ")}\n`);
  const { status } = spawnSync(command, args, {
    stdio: "inherit",
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
  if (status !== 0) throw new Error(`${command} did not install Chromium: install one, or name it in CHROMIUM.`);
}
