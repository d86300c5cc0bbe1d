import type { Id } from "#app/domain/id.ts";
import { aVerdict } from "#tests/support/outcome-said.ts";
import { tell } from "#tests/support/outcome-world.ts";
import type { World } from "#tests/support/world.ts";
import type { Act, Stage } from "./acts.ts";
import { aRelease, type Cast } from "./cast.ts";

const SEIZURE = "POST /operations/:operation/seizures/:seizure";

const SAID = { kind: "verdict", on: "2021-06-01", result: "convicted", persons: "2", finality: "final" };

/** A release of which its contact point has told a verdict. */
async function aTold({ cast }: Stage): Promise<{ seizure: Id; outcome: Id }> {
  const seizure = await aRelease(cast.people);
  const { outcome = "" } = await tell(cast.people.contact, seizure);
  return { seizure, outcome };
}

export const OUTCOME_ACTS: Record<string, Act> = {
  [`${SEIZURE} outcome`]: {
    send: async ({ cast }) => ({ form: { ...SAID, outcome: "" }, at: { seizure: await aRelease(cast.people) } }),
  },
  [`${SEIZURE} withdraw_outcome`]: {
    send: async (stage) => {
      const { seizure, outcome } = await aTold(stage);
      return { form: { outcome, base: "1", reason: "Another case" }, at: { seizure } };
    },
  },
};

/** Of each record something was told, whatever became of it since. */
export async function tellOutcomes({ owner, operationId: operation_id }: World, cast: Cast): Promise<void> {
  const said = owner.json(aVerdict());
  for (const seizure_id of new Set(Object.values(cast.records))) {
    const ids = { id: crypto.randomUUID(), author_id: crypto.randomUUID(), command_id: crypto.randomUUID() };
    const row = { operation_id, ...ids, seizure_id, version: 1, kind: "verdict", on_day: "2021-06-01", said };
    await owner`insert into seizure_outcomes ${owner(row)}`;
  }
}
