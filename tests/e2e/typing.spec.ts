import { expect, test } from "@playwright/test";
import { anEvening } from "./evening.ts";
import { words } from "./people.ts";

test("what somebody types for a colleague to be stays while another contact point brings one in, and goes once it is sent", async ({
  browser,
}) => {
  const evening = await anEvening(2);
  const one = await evening.open(browser, { agency: 0, role: "ncp" });
  const other = await evening.open(browser, { agency: 0, role: "ncp", person: 2 });
  const pages = [one, other];
  const formOn = (page: typeof one) => page.locator("form:has(input[name=intent][value=member])");
  for (const page of pages) {
    await page.goto(`${evening.operation}/participants`);
    await page.locator("main a[href*='/participants/']").first().click();
    await expect(formOn(page)).toBeVisible();
    await expect(page.locator(".live-live")).toBeVisible();
  }
  const write = async (page: typeof one, name: string, email: string) => {
    await formOn(page).getByLabel(words("person.name"), { exact: true }).fill(name);
    await formOn(page).getByLabel(words("person.email"), { exact: true }).fill(email);
  };
  const send = (page: typeof one) =>
    formOn(page)
      .getByRole("button", { name: words("participants.add_person.submit") })
      .click();

  await write(one, "Half typed", "half@naga.example");
  await write(other, "Officer on duty", `${crypto.randomUUID()}@naga.example`);
  await send(other);
  await expect(other.locator(".secret input")).toBeVisible();
  await expect(formOn(other).getByLabel(words("person.name"), { exact: true })).toHaveValue("");

  // The page of the first has been loaded anew by now.
  await expect(one.getByRole("listitem").filter({ hasText: "Officer on duty" })).toBeVisible();
  await expect(formOn(one).getByLabel(words("person.name"), { exact: true })).toHaveValue("Half typed");
  await expect(formOn(one).getByLabel(words("person.email"), { exact: true })).toHaveValue("half@naga.example");

  await Promise.all(pages.map((page) => page.context().close()));
  await evening.end();
});
