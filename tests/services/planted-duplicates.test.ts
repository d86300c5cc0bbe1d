import { afterAll, beforeAll, expect, test } from "vitest";
import type { Id } from "#app/domain/id.ts";
import { foundDuplicates } from "#app/found-duplicates.server.ts";
import { hashOfFigures } from "#app/services/operation-report-figures.server.ts";
import { publishReport } from "#app/services/operation-reports.server.ts";
import { read } from "#app/services/write.server.ts";
import { findEdition } from "#db/queries/operation-reports.server.ts";
import { gazetteer } from "#seeds/gazetteer.server.ts";
import { close, giveAllReasons } from "#tests/support/closing-world.ts";
import { tablesIn } from "#tests/support/office-files.ts";
import { tell } from "#tests/support/outcome-world.ts";
import {
  aReportWithHighlights,
  deckIn,
  HIGHLIGHTS,
  markOf,
  namesOutsideTheList,
  UNCLEARED,
  wordsIn,
} from "#tests/support/planted-reports.ts";
import { DUPLICATES, MIXED, NAMED_IN_REMARKS, UNIQUE } from "#tests/support/planted-workbooks.ts";
import {
  answerQuestions,
  aPlantedWorld,
  bringIn,
  contactOf,
  inDatabase,
  mergePlanted,
  type PlantedWorld,
  rowsOf,
  sendWorkbook,
  stateOf,
  tellAllApart,
} from "#tests/support/planted-world.ts";
import { aCommand } from "#tests/support/world.ts";

/** The story of a report, from workbooks to a verdict long after it; each test goes on where the one before it ended. */
let stage: PlantedWorld;
/** Numbers of cases of which the sender corrected the line, not the workbook. */
const mended = new Set<string>();
let reports: { final: Id; press: Id };
beforeAll(async () => {
  stage = await aPlantedWorld();
});
afterAll(() => stage.world.close());

test("868 cases come in from workbooks, and the nine with grams for kilograms are asked about before", async () => {
  const { world, planted } = stage;
  const mixed = new Set(planted.mixed);
  const large: string[] = [];
  for (const [code, rows] of planted.books) {
    const sent = await sendWorkbook(world, contactOf(stage, code), rows);
    for (const { status, caseNo, notes } of await rowsOf(sent)) {
      expect(["ok", "question"], caseNo).toContain(status);
      if (notes.some(({ key }) => key === "check.large_quantity")) large.push(caseNo);
    }
    for (const caseNo of await answerQuestions(sent, mixed)) mended.add(caseNo);
    await bringIn(world, sent);
    expect(await stateOf(sent), code).toBe("done");
  }
  expect(mixed.size).toBe(MIXED);
  expect(large).toEqual(expect.arrayContaining([...mixed]));
  const all = UNIQUE + DUPLICATES;
  expect(await inDatabase(world)).toMatchObject({ reports: all, released: all, counted: all });
}, 120_000);

test("31 of them are found as duplicates, and merged with the word of both owners: 837 remain", async () => {
  const { world, ocu } = stage;
  const { matches } = await read(ocu, (tx, self) => foundDuplicates(tx, self, ocu));
  const states = await mergePlanted(stage, matches);
  expect(states).toEqual(Array.from({ length: DUPLICATES }, () => ["proposed", "merged"]));
  expect(await inDatabase(world)).toMatchObject({ counted: UNIQUE });
  const left = await read(ocu, (tx, self) => foundDuplicates(tx, self, ocu));
  expect(left.matches.length).toBeLessThan(DUPLICATES / 2);
  await tellAllApart(stage, left.matches);
  expect((await read(ocu, (tx, self) => foundDuplicates(tx, self, ocu))).matches).toEqual([]);
}, 120_000);

test("the same workbooks again change nothing", async () => {
  const { world, planted } = stage;
  const before = await inDatabase(world);
  for (const [code, rows] of planted.books) {
    const sent = await sendWorkbook(world, contactOf(stage, code), rows);
    await bringIn(world, sent);
    // What was corrected while it came in is asked about once more, as a correction that nobody has to make.
    for (const { outcome, caseNo } of await rowsOf(sent)) {
      if (!mended.has(caseNo)) expect(outcome, caseNo).toBe("unchanged");
      if (planted.mixed.includes(caseNo)) expect(outcome, caseNo).toBe("updated");
    }
  }
  expect(await inDatabase(world)).toEqual(before);
}, 120_000);

test("a report of the 837 is frozen, and three of ten highlights are in neither PDF, deck nor press sheet", async () => {
  const { analyst } = stage;
  const cases = [...stage.contacts.keys()].filter((code) => code.endsWith("-CUS")).slice(0, HIGHLIGHTS);
  reports = {
    final: await aReportWithHighlights(stage, cases, { kind: "end_of_operation", audience: "participants" }),
    press: await aReportWithHighlights(stage, cases, { kind: "press_sheet", audience: "public" }),
  };
  for (const report of Object.values(reports)) {
    for (const form of ["pdf", "pptx"] as const) {
      const words = await wordsIn(analyst, report, form);
      for (let at = 0; at < HIGHLIGHTS; at += 1)
        expect(words.includes(markOf(at)), `${form} ${markOf(at)}`).toBe(!UNCLEARED.includes(at));
      expect(words).not.toContain(NAMED_IN_REMARKS);
    }
  }
  const edition = await read(analyst, (tx) => findEdition(tx, stage.world.operationId, reports.final, 1));
  expect(edition?.results.figures.cases.total).toBe(UNIQUE);
}, 120_000);

test("the deck names the twenty countries as the list does, in its order, and nobody", async () => {
  const { planted, analyst, world } = stage;
  const { slides, words } = await deckIn(analyst, reports.final);
  const listed = planted.countries.map((code) => gazetteer().countryName(code));
  const tables = slides.flatMap((slide) => tablesIn(slide, "a"));
  const named = tables.flatMap(([head, ...rows]) => (head?.[0] === "Administration" ? rows.map(([name]) => name) : []));
  expect(named).toEqual(listed.toSorted(new Intl.Collator("en").compare));
  const outside = namesOutsideTheList();
  expect(outside).toEqual(expect.arrayContaining(["Taiwan", "Great Britain", "Vietnam"]));
  const isSaid = (name: string) =>
    new RegExp(`(?<!\\p{L})${name.replaceAll(/[^\p{L}\p{M}\p{N}]/gu, ".")}(?!\\p{L})`, "iu").test(words);
  expect(outside.filter(isSaid)).toEqual([]);
  const persons = await world.owner<{ name: string }[]>`select name from persons`;
  expect(persons.filter(({ name }) => words.includes(name))).toEqual([]);
  expect(words).not.toContain(NAMED_IN_REMARKS);
}, 120_000);

test("a verdict 14 months later leaves the frozen report's hash as it was", async () => {
  const { world, lead } = stage;
  await publishReport(lead, aCommand({ report: reports.final, edition: 1 }));
  await world.owner`update operations set state = 'debrief'`;
  await giveAllReasons(lead);
  await close(lead);
  await world.owner`update operation_closings set closed_at = closed_at - interval '14 months'`;
  const version = () =>
    world.owner`select e::text, e.hash from operation_report_editions e where report_id = ${reports.final}`;
  const before = await version();
  const [kept] = await world.owner<{ id: Id }[]>`
    select f.id from seizure_facts f join agencies a on a.id = f.agency_id
    where f.ended_by is null and f.state = 'submitted' and a.code = 'TH-CUS' and f.occurred_on < '2021-06-01' limit 1`;
  await tell(contactOf(stage, "TH-CUS"), kept?.id ?? "");
  expect(await version()).toEqual(before);
  const edition = await read(lead, (tx) => findEdition(tx, world.operationId, reports.final, 1));
  expect(edition && hashOfFigures(edition.results)).toBe(before[0]?.hash);
}, 120_000);
