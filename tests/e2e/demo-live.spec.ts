import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";
import { operationAddress, signedIn } from "./people.ts";

const HOME = fileURLToPath(new URL("../..", import.meta.url));

test("a day of the exercise plays into the running product: several administrations, and an open page counts up", async ({
  browser,
  baseURL,
}) => {
  const page = await signedIn(browser, "analyst");
  await page.goto(await operationAddress(page, /Exercise/));
  await expect(page.locator(".live-live")).toBeVisible();
  const cases = page.locator(".headline-number").first();
  const before = Number((await cases.innerText()).replace(/\D/g, ""));

  const told = await playADay(baseURL ?? "");
  const released = told.filter((line) => line.endsWith(": released"));
  expect(new Set(told.map((line) => line.split(" ")[0])).size).toBeGreaterThanOrEqual(3);
  expect(released.length).toBeGreaterThan(0);
  await expect(cases).toHaveText(String(before + released.length));
  await page.context().close();
});

/** What `npm run demo:live` says of each report, once it has ended. */
async function playADay(address: string): Promise<string[]> {
  const program = ["realtime/start.mjs", "./demo-live.ts", "--speed", "20000", "--address", address];
  const child = spawn(process.execPath, program, {
    cwd: HOME,
    env: { ...process.env, NODE_ENV: "production", DATA_DIR: process.env.NAGA_E2E_FOLDER, PORT: new URL(address).port },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  const [code] = await once(child, "exit");
  expect(code).toBe(0);
  return said.split("\n").filter((line) => / (reports|clears) /.test(line));
}
