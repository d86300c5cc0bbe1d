import { defineConfig } from "@playwright/test";
import { CHROMIUM_FLAGS, findChromium } from "./chromium.ts";

/**
 * Played beside the other stories, so that both halves take as long: what mostly waits, for a slow line or for a page to
 * be looked at, and stories in operations of their own.
 */
const BESIDE = /(closing|highlights|journey|screens|slow-line|watch)\.spec\.ts$/;

/** Real browsers against the built product, started as for real over empty folders; see e2e-app.ts. */
export default defineConfig({
  testDir: "../e2e",
  outputDir: "../../test-results/browsers",
  globalSetup: "./e2e-app.ts",
  fullyParallel: false,
  workers: 2,
  projects: [
    { name: "beside", testMatch: BESIDE, workers: 1 },
    { name: "stories", testIgnore: BESIDE, workers: 1 },
  ],
  retries: 0,
  // The other tests run beside these.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: [["list"]],
  use: {
    baseURL: process.env.NAGA_E2E_ADDRESS,
    actionTimeout: 30_000,
    locale: "en-GB",
    timezoneId: "Asia/Ho_Chi_Minh",
    screenshot: "only-on-failure",
    // What a page does without one; stories of times without a line allow it.
    serviceWorkers: "block",
    launchOptions: { executablePath: findChromium(), args: CHROMIUM_FLAGS },
  },
});
