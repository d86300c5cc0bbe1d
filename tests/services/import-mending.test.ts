import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { importInAddress, importPage } from "#app/import-page.server.ts";
import { refusedRows } from "#app/import-refused.server.ts";
import { textFor } from "#app/messages/all.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { asBearer } from "#app/services/import-job.server.ts";
import { agreeToRow, mendRow } from "#app/services/import-mending.server.ts";
import { workOnImports } from "#app/services/import-work.server.ts";
import { answerImport, cancelImport, receivePart, startImport } from "#app/services/imports.server.ts";
import { memberOf, read } from "#app/services/write.server.ts";
import { rowsAfter } from "#db/queries/imports.server.ts";
import { aCommand, agencyOf, aWorld, type World } from "#tests/support/world.ts";

let world: World;
let acting: Acting;
beforeAll(async () => {
  world = await aWorld({ steps: { "TH-CUS": 0 } });
  acting = await world.join({ role: "ncp", agency: agencyOf(world, "TH-CUS") });
});
afterAll(() => world.close());

const work = () => workOnImports(world.house, { id: crypto.randomUUID(), pause: async () => {}, isOver: () => false });
const HEADINGS = "Case no;Date;Place;Commodity;Quantity";

/** A file of reports that was read, and its tier said. */
async function send(...lines: readonly string[]): Promise<string> {
  return sendTable(HEADINGS, ...lines);
}

async function sendTable(...lines: readonly string[]): Promise<string> {
  const content = Buffer.from(lines.join("\n"));
  const id = crypto.randomUUID();
  await receivePart(acting, { id, fileName: "May.csv", fileBytes: content.length, place: 0, content });
  await work();
  await answerImport(acting, aCommand({ importId: id, answers: { handling: "H1" } }));
  return id;
}

async function start(importId: string, over: Partial<{ drafts: boolean; corrects: boolean }> = {}) {
  await startImport(acting, aCommand({ importId, mode: "good", drafts: false, corrects: false, ...over }));
  await work();
}

const page = (id: string, look = "") =>
  read(acting, async (tx, self) =>
    importPage(tx, self, await importInAddress(tx, memberOf(self), id), new URLSearchParams(look)),
  );

const rowsOf = (id: string) => asBearer(acting, (tx, { operationId }) => rowsAfter(tx, { operationId, id }, -1, 100));

const mend = (importId: string, row: number, cells: Record<string, string>, everywhere = false) =>
  mendRow(acting, aCommand({ importId, row, cells, everywhere }));

describe("the page of a file", () => {
  test("shows the way, the species and how sure the quantity is, as they were understood", async () => {
    const headings = "Case no;Date;Place;Species;Quantity;Origin;Destination";
    const id = await sendTable(headings, "P-1;2021-05-17;Bangkok;Manis javanica;approx. 5 kg;Zaire;PRC");
    const { said } = (await page(id)).grid.rows[0] ?? {};
    expect(said?.items).toMatchObject([{ taxonText: "Manis javanica", qualifier: "approx", quantity: "5" }]);
    expect(said?.route).toMatchObject([
      { role: "origin", place: { country: "CD" } },
      { role: "discovery" },
      { role: "destination", place: { country: "CN" } },
    ]);
  });

  test("asks how days and decimals are written only where a row cannot be read without it", async () => {
    const clear = await page(await send("Q-1;2021-05-17;Bangkok;Ketamine;5 kg"));
    expect(clear.asks).toMatchObject({ order: false, mark: false });
    const open = await page(await send("Q-2;03/04/2021;Bangkok;Ketamine;2.000 kg"));
    expect(open.asks).toMatchObject({ order: true, mark: true });
  });
});

describe("a cell", () => {
  test("is mended in its row, which is read again at once; the file's own stays beside it", async () => {
    const id = await send("M-1;never;Bangkok;Ketamine;5 kg");
    expect((await page(id)).line.counts).toEqual([{ status: "error", outcome: "", n: 1 }]);
    await mend(id, 0, { 1: "2021-05-17" });
    const [row] = await rowsOf(id);
    expect(row).toMatchObject({ status: "ok", mended: { 1: "2021-05-17" }, fields: { occurredOn: "2021-05-17" } });
    expect(row?.written[1]).toBe("never");
    expect((await page(id)).line.counts).toEqual([{ status: "ok", outcome: "", n: 1 }]);
    await mend(id, 0, { 1: "never" });
    expect((await rowsOf(id))[0]).toMatchObject({ status: "error", mended: {} });
  });

  test("is mended wherever its column says the same, when that is wanted", async () => {
    const id = await send("N-1;2021-05-17;Bangkok;Kettamin X;5 kg", "N-2;2021-05-18;Bangkok;Kettamin X;6 kg");
    await mend(id, 0, { 3: "Ketamine" }, true);
    await work();
    expect((await rowsOf(id)).map(({ status, mended }) => [status, mended])).toEqual([
      ["ok", { 3: "Ketamine" }],
      ["ok", { 3: "Ketamine" }],
    ]);
  });

  test("with another case number stands with the lines of that case, and the lines it led find another first", async () => {
    const id = await send(
      "G-1;2021-05-17;Bangkok;Ketamine;5 kg",
      "G-1;2021-05-17;Bangkok;Heroin;1 kg",
      "G-2;2021-05-17;Bangkok;Ketamine;5 kg",
    );
    expect((await rowsOf(id)).map(({ caseRow }) => caseRow)).toEqual([0, 0, 2]);
    await mend(id, 0, { 0: "G-2" });
    expect((await rowsOf(id)).map(({ caseRow }) => caseRow)).toEqual([0, 1, 0]);
    await mend(id, 2, { 0: "" });
    expect((await rowsOf(id)).map(({ caseRow }) => caseRow)).toEqual([0, 1, 2]);
  });

  test("of a row that is in, of a column that is not there, or while the file is worked on, is refused", async () => {
    const id = await send("R-1;2021-05-17;Bangkok;Ketamine;5 kg", "R-2;never;Bangkok;Ketamine;5 kg");
    await start(id);
    await expect(mend(id, 0, { 1: "2021-05-18" })).rejects.toMatchObject({ message: "import.row.done" });
    await expect(mend(id, 1, { 99: "x" })).rejects.toMatchObject({ message: "import.columns.count" });
    await expect(mend(id, 7, { 1: "x" })).rejects.toMatchObject({ message: "import.row.unknown" });
    await cancelImport(acting, aCommand({ importId: id }));
    await expect(mend(id, 1, { 1: "2021-05-18" })).rejects.toMatchObject({ message: "import.busy" });
  });
});

describe("a question", () => {
  const agree = (importId: string, row: number, field: string, everywhere = false) =>
    agreeToRow(acting, aCommand({ importId, row, field, everywhere }));

  test("is answered with 'that is right', and asked again when its cell says something else", async () => {
    const id = await send("Q-1;03/04/2021;Bangkok;Ketamine;5 kg");
    expect((await page(id)).grid.rows[0]?.questions).toEqual([{ field: "occurredOn", agree: "right" }]);
    await agree(id, 0, "occurredOn");
    expect((await rowsOf(id))[0]).toMatchObject({ status: "ok", questions: [], fields: { occurredOn: "2021-04-03" } });
    await mend(id, 0, { 1: "05/06/2021" });
    expect((await rowsOf(id))[0]).toMatchObject({ status: "question", questions: ["occurredOn"] });
  });

  test("is answered for every row of which the same is asked, and for no other", async () => {
    const id = await send(
      "E-1;03/04/2021;Bangkok;Ketamine;5 kg",
      "E-2;03/04/2021;Bangkok;Ketamine;6 kg",
      "E-3;05/06/2021;Bangkok;Ketamine;7 kg",
    );
    await agree(id, 0, "occurredOn", true);
    await work();
    expect((await rowsOf(id)).map(({ status }) => status)).toEqual(["ok", "ok", "question"]);
  });

  test("is left open where a report need not say it, and not agreed to where nothing was understood", async () => {
    const id = await send("L-1;2021-05-17;Bangkok;Ketamine;about a bag", ";2021-05-17;Bangkok;Ketamine;5 kg");
    const [first] = (await page(id)).grid.rows;
    expect(first?.questions).toEqual([{ field: "items.0.quantity", agree: "open" }]);
    await agree(id, 0, "items.0.quantity");
    expect((await rowsOf(id))[0]).toMatchObject({ status: "ok" });
    await expect(agree(id, 1, "nationalCaseNo")).rejects.toMatchObject({ message: "import.agree.nothing" });
  });
});

test("a choice among several is made in the cell: 'that is right' would not say which", async () => {
  const id = await send("H-1;2021-05-17;Congo;Ketamine;5 kg");
  const [row] = (await page(id)).grid.rows;
  expect(row?.notes.map(({ key }) => key)).toContain("import.country.which");
  expect(row?.questions.map(({ agree }) => agree)).toEqual([null]);
});

describe("the page of a file", () => {
  test("says beside a clear row which lines of its case keep it back, and in what they contradict each other", async () => {
    const id = await send(
      "C-1;2021-05-17;Bangkok;Ketamine;5 kg",
      "C-1;never;Bangkok;Heroin;1 kg",
      "C-2;2021-05-17;Bangkok;Ketamine;5 kg",
      "C-2;2021-05-18;Bangkok;Heroin;1 kg",
    );
    const { rows } = (await page(id)).grid;
    expect(rows.map(({ heldBy, contradicts }) => [heldBy, contradicts])).toEqual([
      [[1], []],
      [[], []],
      [[], ["occurredOn"]],
      [[], ["occurredOn"]],
    ]);
  });

  test("shows rows page by page, there and back, and those of one standing alone", async () => {
    const line = (at: number) => `P-${at};${at % 2 === 0 ? "2021-05-17" : "never"};Bangkok;Ketamine;${at + 1} kg`;
    const id = await send(...Array.from({ length: 130 }, (_, at) => line(at)));
    const first = (await page(id)).grid;
    expect([first.from, first.rows.length, first.total, first.previous]).toEqual([1, 50, 130, null]);
    const second = (await page(id, first.next ?? "")).grid;
    expect([second.from, second.rows[0]?.row, second.rows.length]).toEqual([51, 50, 50]);
    const third = (await page(id, second.next ?? "")).grid;
    expect([third.rows.length, third.next]).toEqual([30, null]);
    const back = (await page(id, third.previous ?? "")).grid;
    expect([back.from, back.rows[0]?.row, back.rows.length]).toEqual([51, 50, 50]);
    const refused = (await page(id, "show=error")).grid;
    expect([refused.total, refused.rows[1]?.row, refused.rows[1]?.standing]).toEqual([65, 3, "error"]);
  });

  test("gives columns with some of their cells, and asks what the file does not prove", async () => {
    const id = await send("S-1;03/04/2021;Bangkok;Ketamine;5 kg", "S-2;04/05/2021;Bangkok;Ketamine;6 kg");
    const { columns, asks } = await page(id);
    expect(columns[1]).toEqual({ at: 1, heading: "Date", holds: "occurredOn", samples: ["03/04/2021", "04/05/2021"] });
    expect(asks).toMatchObject({ handlingInFile: false, order: true, answers: { handling: "H1" } });
  });
});

describe("rows that were not taken", () => {
  async function csvOf(id: string): Promise<string> {
    const of = await read(acting, (tx, self) => importInAddress(tx, memberOf(self), id));
    let csv = "";
    for await (const piece of refusedRows(acting, of, textFor("en"))) csv += piece;
    return csv;
  }

  test("are handed back with their reasons, and nothing in them runs as a formula", async () => {
    const id = await send('B-1;never;"=HYPERLINK(1)";Ketamine;5 kg', "B-2;2021-05-17;Bangkok;Ketamine;5 kg");
    const lines = (await csvOf(id)).split("\r\n");
    expect(lines[0]).toBe("\ufeffCase no,Date,Place,Commodity,Quantity,Naga: row,Naga: reasons");
    expect(lines[1]).toMatch(/^B-1,never,"'=HYPERLINK\(1\)",Ketamine,5 kg,1,.*Day: “never” is no date/);
    expect(lines).toHaveLength(3);
  });

  test("come back mended: our own columns are no words of the record, and the agency's mapping holds", async () => {
    const id = await send("T-1;never;Bangkok;Ketamine;5 kg");
    const mended = (await csvOf(id)).replace("never", "2021-05-17");
    const content = Buffer.from(mended);
    const again = crypto.randomUUID();
    await receivePart(acting, { id: again, fileName: "again.csv", fileBytes: content.length, place: 0, content });
    await work();
    const [row] = await rowsOf(again);
    expect(row).toMatchObject({ status: "ok", caseNo: "T-1" });
    expect(row?.fields.narrative).not.toMatch(/Naga/);
  });
});

test("a file that says something else than what is here offers it, and changes it only when chosen", async () => {
  const first = await send("U-1;2021-05-17;Bangkok;Ketamine;5 kg");
  await start(first);
  const second = await send("U-1;2021-05-17;Bangkok;Ketamine;7 kg");
  await start(second);
  expect((await page(second, "show=differs")).grid.rows[0]).toMatchObject({ outcome: "updated", standing: "differs" });
  const amount = async () => {
    const rows = await world.owner<{ quantity: string }[]>`
      select i.quantity::text
      from seizures s
      join seizure_facts f on f.operation_id = s.operation_id and f.id = s.id and f.ended_by is null
      join seizure_fact_items i on i.operation_id = f.operation_id and i.seizure_id = f.id and i.version = f.version
      where s.national_case_no = 'U-1' and s.ended_by is null`;
    return rows.map(({ quantity }) => Number(quantity));
  };
  expect(await amount()).toEqual([5]);
  await start(second, { corrects: true });
  expect((await page(second)).line).toMatchObject({ state: "done" });
  expect(await amount()).toEqual([7]);
});
