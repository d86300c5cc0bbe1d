import type { Id } from "./domain/id.ts";
import { PresenceChoice } from "./domain/presence.ts";
import { commandOf, parsed, textOf } from "./form.server.ts";
import type { Acting } from "./services/house.server.ts";
import { choosePresence } from "./services/presence.server.ts";

/** Whether the bearer or the agency is shown as being here, as its form says. */
export async function presenceByForm(acting: Acting, agencyId: Id, of: "me" | "agency", form: FormData) {
  const choice = parsed(PresenceChoice, { agencyId, of, shown: textOf(form, "shown") === "yes" });
  await choosePresence(acting, commandOf(form, choice));
  return { done: `presence_${of}` };
}
