import { expect, test } from "@playwright/test";
import { anEvening } from "./evening.ts";
import { PHONE, words } from "./people.ts";

test("an officer's first page has Report, Nil, warnings, questions and no map; nil takes two taps", async ({
  browser,
}) => {
  const evening = await anEvening(2);
  const officer = await evening.open(browser, { agency: 1, role: "reporter" }, PHONE);
  await officer.goto(evening.operation);
  for (const key of ["today.warnings", "today.questions", "today.own.title"] as const) {
    await expect(officer.getByRole("heading", { name: words(key) })).toBeVisible();
  }
  await expect(officer.locator(".maplibregl-map")).toHaveCount(0);
  const nil = officer.getByRole("button", { name: words("today.nil") });
  const [box, report] = [await nil.boundingBox(), await officer.locator(".bar-report").boundingBox()];
  for (const size of [box?.height, report?.height]) expect(size).toBeGreaterThanOrEqual(48);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(report?.x ?? 0);
  await nil.click();
  await officer
    .getByRole("dialog")
    .getByRole("button", { name: words("today.nil.confirm") })
    .click();
  await expect(officer.getByText(words("tally.sent"))).toBeVisible();
  await officer.goto(evening.operation);
  await expect(nil).toHaveCount(0);
  await officer.context().close();
  await evening.end();
});

/** Nong Khai, at the bridge. */
const HERE = { latitude: 17.87812, longitude: 102.71441, accuracy: 30 };

test("a phone's position is taken after a tap alone; where the phone refuses it, that is said in words", async ({
  browser,
}) => {
  const evening = await anEvening(2);
  const officer = await evening.open(browser, { agency: 1, role: "reporter" }, PHONE);
  const ask = officer.getByRole("button", { name: words("report.place.here") });
  const lat = officer.locator("[name$='.lat'], [name='lat']").first();
  await officer.goto(`${evening.operation}/seizures/new`);
  await ask.click();
  await expect(officer.getByText(words("report.place.here.denied"))).toBeVisible();
  await expect(lat).toHaveValue("");

  await officer.context().grantPermissions(["geolocation"]);
  await officer.context().setGeolocation(HERE);
  await officer.reload();
  await expect(ask).toBeVisible();
  await expect(lat).toHaveValue("");
  await ask.click();
  await expect(officer.getByText(words("report.place.here.taken", { metres: "30" }))).toBeVisible();
  await expect(lat).toHaveValue("17.87812");
  await officer.context().close();
  await evening.end();
});
