import { expect, test } from "@playwright/test";
import { complaints, foreignRequests, operationAddress, signedIn, words } from "./people.ts";

test("an analyst signs in, opens the exercise on today, and nothing is asked of another host", async ({
  browser,
  baseURL,
}) => {
  const page = await signedIn(browser, "analyst");
  const foreign = foreignRequests(page.context(), baseURL ?? "");
  const operation = await operationAddress(page, /Exercise/);
  await page.goto(operation);
  await expect(page.locator(".headline-number").first()).toHaveText(/^\d/);
  await expect(page.getByText(words("shell.ribbon.exercise")).first()).toBeVisible();
  await page.goto(`${operation}/statistics`);
  await expect(page.locator("table").first()).toBeVisible();
  expect(foreign).toEqual([]);
  await page.context().close();
});

test("a wrong password is refused without saying why, and the address stays typed", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByLabel(words("sign_in.email")).fill("ncp.vn@naga.example");
  await page.getByLabel(words("sign_in.password"), { exact: true }).fill("not the password");
  await page.getByRole("button", { name: words("sign_in.submit") }).click();
  await expect(page.getByText(words.error("sign_in.refused")).first()).toBeVisible();
  await expect(page.getByLabel(words("sign_in.email"))).toHaveValue("ncp.vn@naga.example");
});

test("a request that a page breaks off itself is no fault to tell of; any other that nobody listens to is", async ({
  page,
}) => {
  const heard = complaints(page);
  await page.goto("/sign-in");
  await page.waitForFunction(() => Object.keys(document.body).some((key) => /^__react/.test(key)));
  await page.evaluate(() => {
    const stop = new AbortController();
    void fetch("/favicon.ico", { signal: stop.signal });
    stop.abort();
    void Promise.reject(new Error("nobody listens"));
  });
  await expect.poll(() => heard).toEqual(["nobody listens"]);
});
