import { expect, type Page } from "@playwright/test";
import { words } from "./people.ts";

export type NewOperation = { code: string; name: string; agencies: Readonly<Record<string, string>> };

/**
 * Opens an operation that begins today, with agencies ("Customs, Thailand") and the address of each one's contact
 * person, and takes it to active. Returns its address.
 */
export async function openOperation(lead: Page, { code, name, agencies }: NewOperation): Promise<string> {
  await lead.goto("/operations/new");
  await lead.getByLabel(words("plan.name"), { exact: true }).fill(name);
  await lead.getByLabel(words("plan.code"), { exact: true }).fill(code);
  await lead.getByRole("checkbox", { name: "Pangolins" }).check({ force: true });
  await lead.locator("select[name='plan.zone']").selectOption("Asia/Ho_Chi_Minh");
  const today = new Date();
  await lead.locator("input[name='plan.startsOn']").fill(dayIn("Asia/Ho_Chi_Minh", today));
  await lead.locator("input[name='plan.endsOn']").fill(dayIn("Asia/Ho_Chi_Minh", later(today, 90)));
  for (const [agency, email] of Object.entries(agencies)) await takeIn(lead, agency, email);
  await lead.getByRole("button", { name: words("plan.new.submit") }).click();
  await lead.waitForURL(/\/operations\/[0-9a-f-]{36}/);
  const operation = new URL(lead.url()).pathname.split("/").slice(0, 3).join("/");
  await makeActive(lead, operation);
  return operation;
}

async function takeIn(lead: Page, agency: string, email: string): Promise<void> {
  const takes = lead.getByRole("checkbox", { name: agency, exact: true });
  await takes.check({ force: true });
  const id = ((await takes.getAttribute("name")) ?? "").split(".")[1];
  await lead.locator(`[name='contact_name.${id}']`).fill(`Contact, ${agency}`);
  await lead.locator(`[name='contact_email.${id}']`).fill(email);
}

async function makeActive(lead: Page, operation: string): Promise<void> {
  await lead.goto(`${operation}/plan`);
  await move(lead, "plan.move.draft_planning");
  await lead.getByRole("button", { name: words("plan.boundaries.approve") }).click();
  await expect(lead.getByText(words("plan.boundaries.done"))).toBeVisible();
  await move(lead, "plan.move.planning_active");
}

/** A step of the operation, asked about in a dialog. */
async function move(lead: Page, act: "plan.move.draft_planning" | "plan.move.planning_active"): Promise<void> {
  const name = words(act);
  await lead.getByRole("button", { name }).click();
  await lead.getByRole("dialog").getByRole("button", { name }).click();
  await expect(lead.getByRole("button", { name })).toHaveCount(0);
}

/** Brings somebody without an account into one's agency; the link that sets the first password. */
export async function bringIn(
  contact: Page,
  operation: string,
  agency: string,
  { email, role = "reporter" }: { email: string; role?: "reporter" | "ncp" },
): Promise<string> {
  await contact.goto(`${operation}/participants`);
  await contact.getByRole("link", { name: agency, exact: true }).click();
  const form = contact.locator("form:has(input[name=intent][value=member])");
  await form.getByLabel(words("person.name"), { exact: true }).fill("Officer on duty");
  await form.getByLabel(words("person.email"), { exact: true }).fill(email);
  await form.getByLabel(words("participants.role"), { exact: true }).selectOption(role);
  await form.getByRole("button", { name: words("participants.add_person.submit") }).click();
  const link = await contact.locator(".secret input").inputValue();
  expect(link).toMatch(/\/invitation\//);
  return link;
}

function dayIn(zone: string, at: Date): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(at);
}

function later(at: Date, days: number): Date {
  return new Date(at.getTime() + days * 86_400_000);
}
