import { expect, test } from "@playwright/test";
import { operationAddress, PHONE, signedIn, words } from "./people.ts";

const NOTE = "Provincial court, first instance.";

test("a contact point tells a verdict on a phone, is shown what is missing with all that was typed, and a lead's sums follow", async ({
  browser,
}) => {
  const lead = await signedIn(browser, "lead.vn");
  const home = await operationAddress(lead, /exercise/i);
  await lead.goto(`${home}/outcomes`);
  const verdicts = lead.getByRole("row", { name: new RegExp(`^${words("outcome.kind.verdict")} `) }).first();
  await expect(verdicts).toBeVisible();
  const counted = async () => Number(await verdicts.locator("td").first().innerText());
  const before = await counted();

  const contact = await signedIn(browser, "ncp.vn", PHONE);
  await contact.goto(`${home}/seizures?reporter=VN`);
  const cases = contact.locator("a[href]").filter({ hasText: /VN-\d/ });
  await expect(cases.first()).toBeVisible();
  const addresses = await cases.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  const add = contact.getByText(words("outcome.add"), { exact: true });
  for (const address of addresses) {
    await contact.goto(address);
    if ((await add.count()) > 0) break;
  }
  await add.click();
  const form = contact.locator("#outcomes form").last();
  await form.getByLabel(words("outcome.field.kind")).selectOption("verdict");
  await form.getByLabel(words("outcome.field.note")).fill(NOTE);
  await form.getByRole("button", { name: words("outcome.send") }).click();
  await expect(form.getByText(words("error.outcome.result.missing")).last()).toBeVisible();
  await expect(form.getByLabel(words("outcome.field.note"))).toHaveValue(NOTE);
  const today = (await form.locator("input[name=on]").getAttribute("max")) ?? "";
  await form.locator("input[name=on]").fill(today);
  await form.locator("select[name=result]").selectOption("convicted");
  await form.getByLabel(words("outcome.field.persons")).fill("2");
  await form.getByRole("button", { name: words("outcome.send") }).click();
  const told = contact.locator(".outcome").filter({ hasText: NOTE });
  await expect(told).toHaveCount(1);
  await expect(told).toContainText(`${words("outcome.result.convicted")} · ${words("outcome.persons.n", { n: 2 })}`);

  // The sums of whoever has them open follow; nobody loads them anew.
  await expect.poll(counted).toBe(before + 1);
  await lead.goto(`${home}/outcomes?on=2000-01-01`);
  await expect(lead.getByText(words("outcomes.no_cases"))).toBeVisible();
});
