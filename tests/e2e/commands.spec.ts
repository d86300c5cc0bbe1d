import { type Browser, expect, type Page, test } from "@playwright/test";
import { formsUnderOneCommand } from "./own-commands.ts";
import { signedIn, words } from "./people.ts";

/** Opens the account, with two more places in which it is open. */
async function accountOpenElsewhere(browser: Browser) {
  const others = [await signedIn(browser, "observer"), await signedIn(browser, "observer")];
  const page = await signedIn(browser, "observer");
  await page.goto("/account");
  await expect(ending(page).first()).toBeVisible();
  return { page, close: () => Promise.all([page, ...others].map((one) => one.context().close())) };
}

const ending = (page: Page) => page.locator("form", { has: page.locator("input[name=session]") }).getByRole("button");

test("a press on another form, before the page has come again, is taken", async ({ browser }) => {
  const { page, close } = await accountOpenElsewhere(browser);
  const before = await ending(page).count();
  expect(before).toBeGreaterThanOrEqual(2);
  expect(await formsUnderOneCommand(page)).toEqual([]);
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/account?*_data=*", async (route) => {
    if (route.request().method() === "GET") await held;
    await route.continue().catch(() => {});
  });
  const answered = () => page.waitForResponse((answer) => answer.request().method() === "POST");
  const statuses: number[] = [];
  for (const one of [0, 1]) {
    const answer = answered();
    await ending(page).nth(one).click();
    statuses.push((await answer).status());
  }
  expect(statuses).toEqual([200, 200]);
  release();
  await expect(ending(page)).toHaveCount(before - 2);
  await expect(page.getByText(words("account.sessions.ended"))).toBeVisible();
  await close();
});

test("a form that is sent twice is done once, and what is typed anew after a refusal is taken, without scripts", async ({
  browser,
  baseURL,
}) => {
  const page = await signedIn(browser, "observer");
  const send = (form: Record<string, string>) =>
    page.request.post("/account", { form, headers: { Origin: baseURL ?? "" } });
  await page.goto("/account");
  const own = page.locator("form:has([value=preferences])");
  const [locale, zone] = [
    await own.locator("[name=locale]").inputValue(),
    await own.locator("[name=zone]").inputValue(),
  ];
  const command = await own.locator("input[name=command]").inputValue();
  const said = { command, intent: "preferences", locale };
  expect((await send({ ...said, zone: "Nowhere/Town" })).status()).toBe(422);
  expect((await send({ ...said, zone: "Asia/Vientiane" })).status()).toBe(200);
  expect((await send({ ...said, zone: "Asia/Yangon" })).status()).toBe(409);
  expect((await send({ ...said, zone: "Asia/Vientiane" })).status()).toBe(200);
  await page.goto("/account");
  await expect(own.locator("[name=zone]")).toHaveValue("Asia/Vientiane");
  expect((await send({ ...said, command: crypto.randomUUID(), zone })).status()).toBe(200);
  await page.context().close();
});
