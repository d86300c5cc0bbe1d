import { expect, type Page, test } from "@playwright/test";
import { aPhoto } from "#tests/attachments/sample-files.ts";
import { anOfficer, anOfficerWithoutLine, bytesKept, keptPages, sayNil, writeReport } from "./outbox-device.ts";
import { PHONE, words } from "./people.ts";
import { choose } from "./reporting.ts";

test.use({ serviceWorkers: "allow" });

const line = (page: Page, title: string | RegExp) => page.locator(".outbox-line").filter({ hasText: title });
const file = (name: string, buffer: Buffer) => ({ name, mimeType: "image/jpeg", buffer });

test("a post with no line: a report with photos and nil wait on the phone, and arrive once when the line is back", async ({
  browser,
}) => {
  const { evening, officer } = await anOfficer(browser);

  await officer.context().setOffline(true);
  // The app opened anew: whatever was asked for, the outbox comes.
  await officer.goto(evening.operation);
  await expect(officer).toHaveURL(/\/outbox$/);
  await expect(officer.getByText(words("outbox.no_line"), { exact: true })).toBeVisible();
  await officer.getByRole("link", { name: words("outbox.write.report") }).click();
  await writeReport(officer, "OUTBOX-1");
  const photo = await aPhoto({ width: 900, height: 700 });
  const photos = officer.locator(".outbox-of-report input[type=file]").first();
  await photos.setInputFiles([file("scales-1.jpg", photo), file("scales-2.jpg", photo)]);
  await expect(officer.locator(".outbox-file")).toHaveCount(2);
  await officer.locator(".report-foot button[name=send]").click();
  await expect(line(officer, words.commodity("F1.pangolin_scales"))).toContainText(words("outbox.where.waiting"));
  await expect(line(officer, "scales-2.jpg")).toContainText(words("outbox.where.held"));
  await officer.getByRole("button", { name: words("outbox.write.nil") }).click();
  await officer.getByRole("button", { name: words("outbox.nil.confirm") }).click();
  await expect(officer.locator(".outbox-line")).toHaveCount(4);

  // Neither what the browser keeps of pages nor what waits tells anybody anything.
  const kept = await keptPages(officer);
  expect(
    kept.addresses.filter((path) => !["/outbox", "/logo.svg"].includes(path) && !path.startsWith("/assets/")),
  ).toEqual([]);
  const own = evening.operation.split("/")[2] ?? "";
  for (const word of [own, "Throng", "Officer"]) expect(kept.shell).not.toContain(word);
  expect(await bytesKept(officer)).not.toMatch(/OUTBOX-1|pangolin|scales-1/);

  // Nothing is lost by closing it.
  await officer.reload();
  await expect(officer.locator(".outbox-line")).toHaveCount(4);

  await officer.context().setOffline(false);
  await officer.evaluate(() => window.dispatchEvent(new Event("online")));
  // What only the server can ask is answered in one tap; its photos have waited for that.
  await line(officer, words("outbox.where.asks"))
    .getByRole("button", { name: words("outbox.act.as_it_is") })
    .click();
  await expect(officer.getByText(words("outbox.none"))).toBeVisible({ timeout: 60_000 });
  const taken = officer.getByRole("region", { name: words("outbox.taken") });
  await expect(taken.getByRole("listitem")).toHaveCount(4);
  await taken.getByRole("link", { name: words.commodity("F1.pangolin_scales") }).click();
  await expect(officer.locator(".attachment")).toHaveCount(2);
  // When it was written and sent stands there by both clocks, of the report and of each photo.
  await expect(officer.getByText(words("outbox.delivery.report"))).toHaveCount(1);
  await expect(officer.getByText(words("outbox.delivery.file"))).toHaveCount(2);
  await officer.goto(`${evening.operation}/seizures`);
  await expect(officer.getByText(words.commodity("F1.pangolin_scales"))).toHaveCount(1);
  await officer.context().close();
  await evening.end();
});

test("what waits survives the end of a session and another user of the phone, and goes for its writer alone", async ({
  browser,
}) => {
  const { evening, officer, context } = await anOfficerWithoutLine(browser);

  // The session ends while it waits.
  const [mine] = (await context.cookies()).filter(({ name }) => name === "naga_session");
  await context.clearCookies({ name: "naga_session" });
  await context.setOffline(false);
  await officer.goto("/sign-in");
  await expect(officer.getByLabel(words("sign_in.email"))).toBeVisible();
  await officer.goto("/outbox");
  await expect(officer.getByText(/1 thing of .* wait/)).toBeVisible();
  await expect(officer.locator(".outbox-line")).toHaveCount(0);

  // The next one who holds the phone sees the own outbox, which is empty.
  const other = await evening.open(browser, { agency: 1, role: "reporter", person: 2 }, PHONE);
  const [theirs] = (await other.context().cookies()).filter(({ name }) => name === "naga_session");
  await other.context().close();
  if (!mine || !theirs) throw new Error("Nobody is signed in");
  await context.addCookies([theirs]);
  await officer.goto(evening.operation);
  await officer.goto("/outbox");
  await expect(officer.getByText(words("outbox.none"))).toBeVisible();

  // Its writer comes back: it goes by itself.
  await context.clearCookies({ name: "naga_session" });
  await context.addCookies([mine]);
  await officer.goto(evening.operation);
  await officer.goto("/outbox");
  await expect(officer.getByText(words("outbox.none"))).toBeVisible();
  await officer.goto(evening.operation);
  await expect(officer.getByRole("button", { name: words("today.nil") })).toHaveCount(0);
  await context.close();
  await evening.end();
});

test("a tally that a colleague was faster with shows both sides and asks; signing out with it waiting asks, too", async ({
  browser,
}) => {
  const { evening, officer } = await anOfficer(browser);
  await officer.context().setOffline(true);
  await officer.goto("/outbox");
  await sayNil(officer);
  const some = [{ group: "D1", cases: 2, quantities: [{ quantity: "3", unit: "kg" }] }];
  expect(await evening.post(1, { nil: false, groups: some })).toBe(200);
  await officer.context().setOffline(false);
  await officer.evaluate(() => window.dispatchEvent(new Event("online")));
  const conflict = officer.locator(".outbox-line");
  await expect(conflict).toContainText(words("outbox.where.conflict"));
  await expect(conflict).toContainText(words("outbox.theirs.some"));

  await officer.goto(evening.operation);
  await officer.locator("summary.initials").click();
  await officer.getByRole("button", { name: words("shell.sign_out") }).click();
  await expect(officer).toHaveURL(/\/outbox#sign-out$/);
  await expect(officer.getByText(words("outbox.leave.text", { n: 1 }))).toBeVisible();

  await conflict.getByRole("button", { name: words("outbox.act.mine") }).click();
  await expect(officer.getByText(words("outbox.none"))).toBeVisible();
  await officer.getByRole("button", { name: words("outbox.leave.out") }).click();
  await expect(officer.getByLabel(words("sign_in.email"))).toBeVisible();
  await officer.context().close();
  await evening.end();
});

test("a tally whose total is asked back is confirmed in the outbox, and goes once", async ({ browser }) => {
  const { evening, officer } = await anOfficer(browser);
  await officer.context().setOffline(true);
  await officer.goto("/outbox");
  await officer.getByRole("link", { name: words("outbox.write.tally") }).click();
  await choose(officer, words("tally.said.some"));
  await officer.locator("select[name='tallies.0.groups.0.group']").selectOption("D2");
  await officer.locator("input[name='tallies.0.groups.0.cases']").fill("1");
  await officer.locator("input[name='tallies.0.groups.0.quantities.0.quantity']").fill("1200");
  await officer.locator("select[name='tallies.0.groups.0.quantities.0.unit']").selectOption("kg");
  await officer.getByRole("button", { name: words("outbox.write.keep") }).click();
  await expect(officer.locator(".outbox-line")).toContainText(words("outbox.where.waiting"));
  await officer.context().setOffline(false);
  await officer.evaluate(() => window.dispatchEvent(new Event("online")));

  const asked = line(officer, words("outbox.where.asks"));
  await expect(asked).toContainText("1,200 kg");
  await expect(asked).toContainText(words.error("tally.quantity.implausible"));
  // What was typed stands in the form that opens again, with the question at its field.
  await asked.getByRole("link", { name: words("outbox.act.form") }).click();
  await expect(officer.locator("input[name='tallies.0.groups.0.quantities.0.quantity']")).toHaveValue("1200");
  await expect(officer.locator("input[name='tallies.0.groups.0.quantities.0.confirmed']")).toBeVisible();
  await officer.goto("/outbox");

  let sent = 0;
  officer.on("request", (request) => {
    if (request.method() === "POST" && request.url().endsWith("/outbox")) sent++;
  });
  await asked.getByRole("button", { name: words("outbox.act.right") }).dblclick();
  await expect(officer.getByText(words("outbox.none"))).toBeVisible();
  expect(sent).toBe(1);
  await officer.goto(evening.operation);
  await expect(officer.getByRole("button", { name: words("today.nil") })).toHaveCount(0);
  expect(JSON.stringify(await evening.ask(1, "tallies"))).toContain('"quantity":"1200"');
  await officer.context().close();
  await evening.end();
});
