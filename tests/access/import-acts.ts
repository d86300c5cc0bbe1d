import type { Id } from "#app/domain/id.ts";
import type { Acting } from "#app/services/house.server.ts";
import { memberOf, read } from "#app/services/write.server.ts";
import type { World } from "#tests/support/world.ts";
import { type Act, type Form, id } from "./acts.ts";

const IMPORT = "POST /operations/:operation/import/:import";
const HEADINGS = ["Case no", "Date", "Place", "Commodity"];

/** A file of the officer's that was read and waits: one clear row, one with a question. */
export async function aReadFile({ owner, operationId }: World, officer: Acting): Promise<Id> {
  const { member, personId } = await read(officer, async (_, self) => ({
    member: memberOf(self),
    personId: self.person.id,
  }));
  const seat = { operation_id: operationId, agency_id: member.agencyId, unit_id: member.unitId };
  const columns = ["nationalCaseNo", "occurredOn", "place", "commodity"];
  const sheet = {
    headings: HEADINGS,
    columns,
    headingRow: 0,
    marks: [null, null, null, null],
    order: null,
    epoch: "1900",
  };
  const file = { ...seat, id: id(), made_by: member.id, person_id: personId, file_name: "May.csv" };
  const answers = owner.json({ handling: "H1" });
  const rest = { state: "read", rows: 2, sheet: owner.json(sheet), answers };
  await owner`insert into imports ${owner({ ...file, ...rest })}`;
  const fields = owner.json({ occurredOn: "2021-04-03" });
  const asked = { questions: owner.json(["occurredOn"]), notes: owner.json([]), fields, status: "question" };
  const written = owner.json([`A-${file.id.slice(0, 8)}`, "03/04/2021", "Bangkok", "Ketamine"]);
  const row = { ...seat, import_id: file.id, row: 0, case_row: 0, written };
  await owner`insert into import_rows ${owner({ ...row, ...asked })}`;
  return file.id;
}

function onFile(form: Form): Act {
  return {
    send: async ({ world, cast }) => ({ form, at: { import: await aReadFile(world, cast.people.officer) } }),
  };
}

export const IMPORT_ACTS: Record<string, Act> = {
  [`${IMPORT}/file`]: {
    send: () => ({
      form: { name: "May.csv", bytes: "100", place: "0", content: Buffer.from("Case no").toString("base64") },
      at: { import: id() },
    }),
  },
  [`${IMPORT} map`]: onFile({
    columns: String(HEADINGS.length),
    "column.0": "nationalCaseNo",
    "column.1": "occurredOn",
    "column.2": "place",
    "column.3": "commodity",
  }),
  [`${IMPORT} answer`]: onFile({ handling: "H1", order: "", mark: "" }),
  [`${IMPORT} start`]: onFile({ mode: "good" }),
  [`${IMPORT} cancel`]: onFile({}),
  [`${IMPORT} mend`]: onFile({ row: "0", "cell.1": "2021-04-03" }),
  [`${IMPORT} agree`]: onFile({ row: "0", field: "occurredOn" }),
};
