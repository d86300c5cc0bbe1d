import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SeizureInput } from "#app/domain/seizure.ts";
import type { Acting } from "#app/services/house.server.ts";
import { type FileImport, importFile } from "#app/services/import-file.server.ts";
import { asBearer } from "#app/services/import-job.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { type Import, rowsAfter } from "#db/queries/imports.server.ts";
import { aCommand, agencyOf, aWorld, type World } from "#tests/support/world.ts";

let world: World;
let folder: string;
beforeAll(async () => {
  world = await aWorld({ steps: { "TH-CUS": 0, "LA-CUS": 0 } });
  folder = mkdtempSync(join(tmpdir(), "naga-imports-"));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await world.close();
});

const HEADINGS = ["Case no", "Date", "Place", "Commodity", "Quantity"];
let files = 0;

function aFile(rows: readonly (readonly string[])[], headings: readonly string[] = HEADINGS): string {
  const path = join(folder, `file-${files++}.csv`);
  writeFileSync(path, [headings, ...rows].map((row) => row.join(";")).join("\n"));
  return path;
}

const rowsOf = (name: string, count: number) =>
  Array.from({ length: count }, (_, at) => [`${name}-${at + 1}`, "17/05/2021", "Bangkok", "Ketamine", `${at + 1} kg`]);

const bringIn = (acting: Acting, path: string, given: Partial<FileImport> = {}) =>
  importFile(acting, { path, answers: { handling: "H1" }, mode: "good", corrects: false, ...given });

const linesOf = (acting: Acting, of: Import) => asBearer(acting, (tx) => rowsAfter(tx, of, -1, 10_000));

async function outcomes(acting: Acting, of: Import) {
  return (await linesOf(acting, of)).map(({ outcome }) => outcome);
}

async function countOf(name: string) {
  const [row] = await world.owner<{ reports: number; released: number; events: number; commands: number }[]>`
    with mine as (select id from seizures where national_case_no like ${`${name}-%`} and ended_by is null)
    select (select count(*)::int from seizure_reports where id in (select id from mine)) as reports,
      (select count(*)::int from mine) as released,
      (select count(*)::int from event_bodies where body::jsonb ->> 'seizure' in (select id::text from mine)) as events,
      (select count(*)::int from commands where outcome ->> 'seizure' in (select id::text from mine)) as commands`;
  return row;
}

const contact = (code: string) => world.join({ role: "ncp", agency: agencyOf(world, code) });

describe("reports of a file", () => {
  test("are released in chunks, numbered one after the other, each told of once", async () => {
    const acting = await contact("TH-CUS");
    const of = await bringIn(acting, aFile(rowsOf("A", 450)));
    expect(of.state).toBe("done");
    expect(new Set(await outcomes(acting, of))).toEqual(new Set(["imported"]));
    expect(await countOf("A")).toEqual({ reports: 450, released: 450, events: 900, commands: 450 });
    const numbers = await world.owner<{ message_no: string }[]>`
      select f.message_no from seizure_facts f join seizures s using (operation_id, id)
      where s.national_case_no like 'A-%' order by 1`;
    expect(new Set(numbers.map((row) => row.message_no)).size).toBe(450);
    expect(numbers[0]?.message_no).toMatch(/^OMD-TH-\d{6}$/);
  });

  test("leave the same rows as one that was typed", async () => {
    const acting = await contact("LA-CUS");
    const of = await bringIn(acting, aFile([["S-1", "17/05/2021", "Vientiane", "Ketamine", "5 kg"]]));
    const [line] = await linesOf(acting, of);
    const typed = SeizureInput.parse({
      ...{ ...line?.fields, id: crypto.randomUUID(), nationalCaseNo: "S-2", handling: "H1" },
      origin: { source: of.fileName, licence: "", row: "1", originalDate: "" },
    });
    await submitReport(acting, aCommand(typed));
    const [first, second] = await Promise.all(["S-1", "S-2"].map(storedUnder));
    expect(first).toEqual(second);
  });

  test("wait for national approval where the agency approves", async () => {
    const acting = await contact("VN-CUS");
    const of = await bringIn(acting, aFile(rowsOf("W", 3)));
    expect(await outcomes(acting, of)).toEqual(["imported", "imported", "imported"]);
    const rows = await world.owner`
      select state, step, steps, input ->> 'nationalCaseNo' as no from seizure_reports where input ->> 'nationalCaseNo' like 'W-%'`;
    expect(rows).toHaveLength(3);
    expect(rows[0]).toMatchObject({ state: "in_clearance", step: 0, steps: 1 });
    expect(await countOf("W")).toMatchObject({ released: 0 });
  });

  test("that are asked about become drafts, and so do all of a file whose tier nobody said", async () => {
    const acting = await contact("TH-CUS");
    const path = aFile([...rowsOf("D", 1), ["D-2", "17/05/2021", "Bangkok", "Ketamine", "2.000 kg"]]);
    const of = await bringIn(acting, path);
    expect(await outcomes(acting, of)).toEqual(["imported", "drafted"]);
    const [draft] = await world.owner`
      select state, form ->> 'nationalCaseNo' as no, form ->> 'handling' as handling, form ->> 'items.0.commodity' as goods
      from seizure_reports where form ->> 'nationalCaseNo' = 'D-2'`;
    expect(draft).toEqual({ state: "draft", no: "D-2", handling: "H1", goods: "D5" });
    const untold = await bringIn(acting, aFile(rowsOf("U", 2)), { answers: {} });
    expect(await outcomes(acting, untold)).toEqual(["drafted", "drafted"]);
  });

  test("with an error are left, with every line of their case", async () => {
    const acting = await contact("TH-CUS");
    const path = aFile([
      ...rowsOf("E", 1),
      ["E-2", "17/05/2021", "Bangkok", "Ketamine", "1 kg"],
      ["E-2", "never", "Bangkok", "Heroin", "2 kg"],
    ]);
    const of = await bringIn(acting, path);
    expect(of.state).toBe("read");
    expect(await outcomes(acting, of)).toEqual(["imported", "", ""]);
  });

  test("of one number are one report with several items", async () => {
    const acting = await contact("TH-CUS");
    const line = (goods: string) => ["M-1", "17/05/2021", "Bangkok", goods, "2 kg"];
    const of = await bringIn(
      acting,
      aFile([line("Ketamine"), ["M-2", "17/05/2021", "Bangkok", "Ivory", "1 kg"], line("Heroin")]),
    );
    expect(of.state).toBe("done");
    const items = await world.owner`
      select i.line, i.commodity from seizure_fact_items i join seizures s on s.operation_id = i.operation_id and s.id = i.seizure_id
      where s.national_case_no = 'M-1' order by i.line`;
    expect(items.map(({ commodity }) => commodity)).toEqual(["D5", "D2.heroin"]);
  });
});

describe("a file that comes again", () => {
  test("changes nothing", async () => {
    const acting = await contact("TH-CUS");
    const path = aFile(rowsOf("R", 30));
    await bringIn(acting, path);
    const before = await countOf("R");
    const again = await bringIn(acting, path);
    expect(again.state).toBe("done");
    expect(new Set(await outcomes(acting, again))).toEqual(new Set(["unchanged"]));
    expect(await countOf("R")).toEqual(before);
  });

  test("otherwise written offers corrections, and makes them when it is told to", async () => {
    const acting = await contact("TH-CUS");
    await bringIn(acting, aFile(rowsOf("C", 2)));
    const changed = aFile([rowsOf("C", 1)[0] ?? [], ["C-2", "17/05/2021", "Bangkok", "Ketamine", "9 kg"]]);
    const offered = await bringIn(acting, changed);
    expect(await outcomes(acting, offered)).toEqual(["unchanged", "updated"]);
    expect(offered.state).toBe("read");
    const [, differs] = await linesOf(acting, offered);
    expect(differs?.notes).toContainEqual({ key: "import.differs", field: "items" });
    const made = await bringIn(acting, changed, { corrects: true });
    expect(await outcomes(acting, made)).toEqual(["unchanged", "corrected"]);
    const versions = await world.owner`
      select version, change_kind, change_reason, input #>> '{items,0,quantity}' as quantity from seizures
      where national_case_no = 'C-2' order by version`;
    expect(versions).toMatchObject([{ quantity: "2" }, { quantity: "9", change_kind: "own_error" }]);
    expect(await outcomes(acting, await bringIn(acting, changed))).toEqual(["unchanged", "unchanged"]);
  });

  test("knows what was typed under the same number", async () => {
    const acting = await contact("TH-CUS");
    const of = await bringIn(acting, aFile(rowsOf("T", 1)));
    const [line] = await linesOf(acting, of);
    const typed = { ...line?.fields, id: crypto.randomUUID(), nationalCaseNo: "TT-1", handling: "H1" };
    await submitReport(acting, aCommand(SeizureInput.parse(typed)));
    const again = await bringIn(acting, aFile([["TT-1", "17/05/2021", "Bangkok", "Ketamine", "1 kg"]]));
    expect(await countOf("TT")).toMatchObject({ released: 1 });
    expect(await outcomes(acting, again)).toEqual(["unchanged"]);
  });
});

test("a number that another unit has is refused in its line, and keeps nothing else back", async () => {
  const agency = agencyOf(world, "TH-CUS");
  const [ours, theirs] = [
    await world.join({ role: "reporter", agency }),
    await world.join({ role: "reporter", agency, unit: 1 }),
  ];
  await bringIn(theirs, aFile([rowsOf("N", 3)[1] ?? []]));
  const of = await bringIn(ours, aFile(rowsOf("N", 3)));
  const lines = await linesOf(ours, of);
  expect(lines.map(({ outcome }) => outcome)).toEqual(["imported", "refused", "imported"]);
  expect(lines[1]?.notes).toContainEqual({ key: "import.here.taken", field: "nationalCaseNo" });
  expect(await countOf("N")).toMatchObject({ released: 3 });
});

describe("all or nothing", () => {
  test("leaves nothing where one report is refused", async () => {
    const agency = agencyOf(world, "TH-CUS");
    const [ours, theirs] = [
      await world.join({ role: "reporter", agency }),
      await world.join({ role: "reporter", agency, unit: 1 }),
    ];
    await bringIn(theirs, aFile([rowsOf("X", 3)[1] ?? []]));
    const of = await bringIn(ours, aFile(rowsOf("X", 3)), { mode: "all" });
    expect(of).toMatchObject({ state: "read", refusal: { key: "command.reused" } });
    expect(await outcomes(ours, of)).toEqual(["", "", ""]);
    expect(await countOf("X")).toMatchObject({ released: 1 });
  });

  test("takes the whole file", async () => {
    const acting = await contact("TH-CUS");
    const of = await bringIn(acting, aFile(rowsOf("G", 250)), { mode: "all" });
    expect(of.state).toBe("done");
    expect(await countOf("G")).toMatchObject({ released: 250 });
  });
});

async function storedUnder(caseNo: string) {
  const [facts] = await world.owner`
    select f.* from seizure_facts f join seizures s using (operation_id, id) where s.national_case_no = ${caseNo}`;
  const id = facts?.id;
  const [kase] = await world.owner`select * from seizures where id = ${id}`;
  const [report] = await world.owner`select * from seizure_reports where id = ${id}`;
  const part = (table: string) => world.owner`select * from ${world.owner(table)} where seizure_id = ${id}`;
  const [items, nodes, codes, audiences] = await Promise.all(
    ["seizure_fact_items", "seizure_fact_nodes", "seizure_fact_codes", "seizure_audiences"].map(part),
  );
  const events = await world.owner`
    select e.type, e.stream_id, e.actor, e.agency_id from events e join event_bodies b on b.event_id = e.id
    where b.body::jsonb ->> 'seizure' = ${id} order by e.arrival`;
  return withoutOwn({ facts, kase, report, items, nodes, codes, audiences, events });
}

/** What differs between any two reports: ids, times, numbers, and the words that hold them. */
const OWN =
  /^(id|seizure_id|begun_by|message_no|receipt|search_text|national_case_no|nationalCaseNo|at|.*_at|late|narrative)$/;

function withoutOwn(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, part: unknown) => (OWN.test(key) ? undefined : part)));
}
