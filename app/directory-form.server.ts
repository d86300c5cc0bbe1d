import { AdministrationInput, AgencyInput, UnitInput } from "./domain/account.ts";
import type { Id } from "./domain/id.ts";
import { Problem } from "./domain/problem.ts";
import { commandOf, parsed, textOf } from "./form.server.ts";
import { createAdministration, createAgency, createUnit } from "./services/accounts.server.ts";
import type { Acting } from "./services/house.server.ts";

/** Adds what one of the forms of the directory says; the administrator sends them, and leads inside their operation. */
export async function addToDirectory(acting: Acting, intent: string, form: FormData): Promise<Id> {
  const field = (name: string) => textOf(form, name);
  if (intent === "administration") {
    const said = { id: field("id"), code: field("code").trim(), kind: field("kind"), name: field("name") };
    const input = parsed(AdministrationInput, said);
    await createAdministration(acting, commandOf(form, input));
    return input.id;
  }
  if (intent === "agency") {
    const input = parsed(AgencyInput, {
      id: field("id"),
      administrationId: field("administrationId"),
      code: field("code").trim(),
      name: field("name"),
      unitId: field("unitId"),
      unitName: field("unitName"),
    });
    await createAgency(acting, commandOf(form, input));
    return input.id;
  }
  if (intent !== "unit") throw new Problem("invalid", "form.invalid");
  const input = parsed(UnitInput, { id: field("id"), agencyId: field("agencyId"), name: field("name") });
  await createUnit(acting, commandOf(form, input));
  return input.id;
}
