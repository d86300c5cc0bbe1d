import type { Id } from "#app/domain/id.ts";
import { agencyOf, type World } from "#tests/support/world.ts";
import { type Act, type Form, id } from "./acts.ts";
import type { Reader } from "./cast.ts";

const EXPORT = "POST /operations/:operation/export";

/** A workbook that Viet Nam Customs handed out, with one case in it. */
export async function aHandedOut(world: World, maker: Reader): Promise<Id> {
  const { owner, operationId } = world;
  const place = { operation_id: operationId, agency_id: agencyOf(world, "VN-CUS").id };
  const shape = { sheet: "Seizures", headings: ["No"], numbers: [], silent: [], mark: -1, changed: -1 };
  const rest = { words: {}, separator: "; ", about: [["CEN", "1"]] };
  const made = {
    ...{ ...place, id: id(), layout: "cen", number: Math.floor(Math.random() * 1e9), scope: "all", state: "done" },
    ...{ made_by: maker.memberId ?? "", person_id: maker.personId ?? "", ended_at: new Date() },
    shape: owner.json({ ...shape, ...rest }),
    counts: owner.json({ new: 1, changed: 0, unchanged: 0, withdrawn: 0 }),
  };
  await owner`insert into case_exports ${owner(made)}`;
  const row = { export_id: made.id, place: 0, seizure_id: id(), version: 1, mark: "new", case_no: "A" };
  const says = { changed: owner.json([]), cells: owner.json([["A"]]) };
  await owner`insert into case_export_rows ${owner({ ...place, ...row, ...says })}`;
  return made.id;
}

function onExport(form: Form): Act {
  return {
    send: async ({ world, cast }) => {
      const maker = cast.reader("ncp", "own-unit", "member");
      return { form, at: { export: await aHandedOut(world, maker) } };
    },
  };
}

export const EXPORT_ACTS: Record<string, Act> = {
  [`${EXPORT} begin`]: { send: () => ({ form: { export: id(), layout: "cen", scope: "changed" } }) },
  [`${EXPORT}/:export go_on`]: onExport({ state: "cases", after: "" }),
  [`${EXPORT}/:export drop`]: onExport({}),
};
