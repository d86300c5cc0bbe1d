import { afterAll, beforeAll, expect, test } from "vitest";
import type { Acting } from "#app/services/house.server.ts";
import { asBearer } from "#app/services/import-job.server.ts";
import { agreeToRow } from "#app/services/import-mending.server.ts";
import { workOnImports } from "#app/services/import-work.server.ts";
import { answerImport, cancelImport, mapColumns, receivePart, startImport } from "#app/services/imports.server.ts";
import { findImport, rowsAfter } from "#db/queries/imports.server.ts";
import { aCommand, agencyOf, aWorld, type World } from "#tests/support/world.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld({ steps: { "TH-CUS": 0 } });
});
afterAll(() => world.close());

const contact = () => world.join({ role: "ncp", agency: agencyOf(world, "TH-CUS") });
const work = () => workOnImports(world.house, { id: crypto.randomUUID(), pause: async () => {}, isOver: () => false });

/** Sends a small file and has it read. */
async function send(acting: Acting, lines: readonly string[]): Promise<string> {
  const content = Buffer.from(lines.join("\n"));
  const id = crypto.randomUUID();
  await receivePart(acting, { id, fileName: "May.csv", fileBytes: content.length, place: 0, content });
  await work();
  return id;
}

const look = (acting: Acting, id: string) =>
  asBearer(acting, async (tx, { operationId }) => ({
    of: await findImport(tx, { operationId, id }),
    rows: await rowsAfter(tx, { operationId, id }, -1, 100),
  }));

const start = (acting: Acting, importId: string, mode: "good" | "all" = "good") =>
  startImport(acting, aCommand({ importId, mode, drafts: false, corrects: false }));

test("columns are mapped once, and the agency's next file with these headings is read so", async () => {
  const acting = await contact();
  const file = (no: string) => ["Folder;When;Where;What;How much", `${no};2021-05-17;Bangkok;Ketamine;5 kg`];
  const id = await send(acting, file("P-1"));
  expect((await look(acting, id)).rows[0]).toMatchObject({ status: "error" });
  const columns = ["nationalCaseNo", "occurredOn", "place", "commodity", "quantity"] as const;
  await mapColumns(acting, aCommand({ importId: id, columns: [...columns] }));
  await work();
  expect((await look(acting, id)).rows[0]).toMatchObject({ status: "ok", caseNo: "P-1" });
  const later = await send(await contact(), file("P-2"));
  expect((await look(acting, later)).rows[0]).toMatchObject({ status: "ok", caseNo: "P-2" });
});

test("columns that do not fit, or say the same twice, are refused", async () => {
  const acting = await contact();
  const id = await send(acting, ["Case no;Date", "Q-1;2021-05-17"]);
  const map = (columns: ("nationalCaseNo" | null)[]) => mapColumns(acting, aCommand({ importId: id, columns }));
  await expect(map([null])).rejects.toMatchObject({ message: "import.columns.count" });
  await expect(map(["nationalCaseNo", "nationalCaseNo"])).rejects.toMatchObject({ message: "import.columns.twice" });
});

test("what the whole file was asked is answered once: its tier, and how its days are written", async () => {
  const acting = await contact();
  const id = await send(acting, ["Case no;Date;Place;Commodity;Quantity", "W-1;03/04/2021;Bangkok;Ketamine;5 kg"]);
  expect((await look(acting, id)).rows[0]).toMatchObject({ status: "question", questions: ["occurredOn"] });
  await answerImport(acting, aCommand({ importId: id, answers: { order: "month_first" } }));
  await work();
  const { rows } = await look(acting, id);
  expect(rows[0]).toMatchObject({ status: "ok", fields: { occurredOn: "2021-03-04" } });
  await expect(start(acting, id)).rejects.toMatchObject({ message: "import.no_handling" });
  await answerImport(acting, aCommand({ importId: id, answers: { handling: "H1", outside: "right" } }));
  await start(acting, id);
  await work();
  expect((await look(acting, id)).of).toMatchObject({ state: "done" });
});

test("days outside of the operation and places abroad are asked of the whole file once, and told beside each row", async () => {
  const acting = await contact();
  const row = (no: number, day: string, place: string) => `F-${no};${day};${place};Ketamine;${no} kg;H1`;
  const rows = [row(1, "2014-05-17", "Bangkok"), row(2, "2013-05-17", "Bangkok"), row(3, "2021-05-17", "Vientiane")];
  const id = await send(acting, [
    "Case no;Date;Place;Commodity;Quantity;Handling",
    ...rows,
    row(4, "2021-05-17", "Bangkok"),
  ]);
  const read = await look(acting, id);
  expect(read.rows.map(({ status }) => status)).toEqual(["ok", "ok", "ok", "ok"]);
  expect(read.rows.map(({ notes }) => notes.map(({ key }) => key))).toEqual([
    ["import.outside_window"],
    ["import.outside_window"],
    ["import.other_country"],
    [],
  ]);
  await expect(start(acting, id)).rejects.toMatchObject({ message: "import.outside.open", values: { count: 2 } });
  await answerImport(acting, aCommand({ importId: id, answers: { outside: "right" } }));
  await expect(start(acting, id)).rejects.toMatchObject({ message: "import.abroad.open", values: { count: 1 } });
  await answerImport(acting, aCommand({ importId: id, answers: { abroad: "right" } }));
  await start(acting, id);
  await work();
  expect((await look(acting, id)).rows.map(({ outcome }) => outcome)).toEqual(Array(4).fill("imported"));
});

test("what the form asks about one report is asked about its row, and answered wherever the same stands", async () => {
  const acting = await contact();
  const rows = [1, 2].map((no) => `G-${no};2021-05-17;Bangkok;Heroin;2500 kg;H1`);
  const id = await send(acting, ["Case no;Date;Place;Commodity;Quantity;Handling", ...rows]);
  const asked = (await look(acting, id)).rows[0];
  expect(asked).toMatchObject({ status: "question", questions: ["items.0.quantity"] });
  expect(asked?.notes).toMatchObject([{ key: "check.large_quantity", params: { kg: "2500", limit: "100" } }]);
  await agreeToRow(acting, aCommand({ importId: id, row: 0, field: "items.0.quantity", everywhere: true }));
  await work();
  expect((await look(acting, id)).rows.map(({ status }) => status)).toEqual(["ok", "ok"]);
});

test("all or nothing begins only when every row is clear", async () => {
  const acting = await contact();
  const id = await send(acting, ["Case no;Date;Place;Commodity;Handling", "V-1;never;Bangkok;Ketamine;H1"]);
  await expect(start(acting, id, "all")).rejects.toMatchObject({ message: "import.all.open", values: { count: 1 } });
});

test("a file that is none is refused in words; a cancelled one takes no more", async () => {
  const acting = await contact();
  const none = await send(acting, ["%PDF-1.7 nothing"]);
  expect((await look(acting, none)).of).toMatchObject({ state: "refused", refusal: { key: "import.file.no_table" } });
  const id = await send(acting, ["Case no;Date", "Y-1;2021-05-17"]);
  await cancelImport(acting, aCommand({ importId: id }));
  await expect(start(acting, id)).rejects.toMatchObject({ message: "import.busy" });
});

test("a file of another agency, or of another unit, is not there; who may not report sends none", async () => {
  const agency = agencyOf(world, "TH-CUS");
  const own = await world.join({ role: "reporter", agency });
  const id = await send(own, ["Case no;Date", "O-1;2021-05-17"]);
  const others = [
    await world.join({ role: "reporter", agency, unit: 1 }),
    await world.join({ role: "ncp", agency: agencyOf(world, "VN-CUS") }),
  ];
  for (const other of others) {
    expect(await look(other, id)).toEqual({ of: undefined, rows: [] });
    await expect(cancelImport(other, aCommand({ importId: id }))).rejects.toMatchObject({ message: "import.unknown" });
  }
  const lead = await world.join({ role: "lead", agency });
  await expect(send(lead, ["Case no", "L-1"])).rejects.toMatchObject({ kind: "forbidden" });
  expect((await look(await contact(), id)).of).toMatchObject({ state: "read" });
});
