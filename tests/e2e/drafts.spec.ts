import { expect, test } from "@playwright/test";
import { operationAddress, PHONE, signedIn, words } from "./people.ts";
import { startedDraft } from "./reporting.ts";

test("what was put aside as a draft is not offered again as an unsent report; what was only typed is", async ({
  browser,
}) => {
  const page = await signedIn(browser, "officer.la", PHONE);
  const operation = await operationAddress(page, /Exercise/);
  await startedDraft(page, operation);
  await page.goto(`${operation}/seizures/new`);
  const drugs = page.getByRole("radio", { name: words("slot.D"), exact: true });
  await expect(drugs).not.toBeChecked();
  await expect(page.getByText(words("report.restored.title"))).toHaveCount(0);

  await page.getByRole("radio", { name: words("slot.I"), exact: true }).check({ force: true });
  await expect(page.getByText(/^kept /)).toBeVisible();
  await page.reload();
  await expect(page.getByText(words("report.restored.title"))).toBeVisible();
  await page.context().close();
});
