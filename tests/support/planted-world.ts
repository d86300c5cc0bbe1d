import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Match } from "#app/domain/duplicates/find.ts";
import type { Id } from "#app/domain/id.ts";
import { agreeing } from "#app/domain/import/agreed.ts";
import { agreeToMerge, proposeMerge, tellApart } from "#app/services/duplicates.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { asBearer } from "#app/services/import-job.server.ts";
import { agreeToRow, mendRow } from "#app/services/import-mending.server.ts";
import { workOnImports } from "#app/services/import-work.server.ts";
import { answerImport, receivePart, startImport } from "#app/services/imports.server.ts";
import { findImport, type ImportRow, rowsAfter } from "#db/queries/imports.server.ts";
import { gazetteer } from "#seeds/gazetteer.server.ts";
import { type MadeCell, writeWorkbook } from "#tests/spreadsheet/workbook-maker.ts";
import { aFolder } from "./files.ts";
import { type Planted, plantedWorkbooks, UNIT_COLUMN } from "./planted-workbooks.ts";
import { aCommand, agencyOf, aWorld, type World } from "./world.ts";

/** Agencies of twenty countries that send workbooks, each with the contact point who sends it, and who leads and coordinates. */
export type PlantedWorld = {
  world: World;
  planted: Planted;
  lead: Acting;
  analyst: Acting;
  ocu: Acting;
  contacts: Map<string, Acting>;
};

export async function aPlantedWorld(): Promise<PlantedWorld> {
  const planted = plantedWorkbooks();
  const codes = [...planted.books.keys()];
  const world = await aWorld({ steps: Object.fromEntries(codes.map((code) => [code, 0])) });
  await leave(world, "LA-CUS");
  const contacts = new Map<string, Acting>();
  for (const code of codes) {
    const agency = world.agencies[code] ?? (await world.agency(code));
    contacts.set(code, await world.join({ role: "ncp", agency }));
  }
  await nameAll(world, planted.countries);
  return {
    ...{ world, planted, contacts },
    lead: await world.join({ role: "lead", agency: agencyOf(world, "VN-CUS") }),
    analyst: await world.join({ role: "analyst", agency: agencyOf(world, "VN-CUS") }),
    ocu: await world.join({ role: "ocu", agency: agencyOf(world, "RILO") }),
  };
}

async function leave({ owner, agencies }: World, code: string): Promise<void> {
  await owner`delete from participants where agency_id = ${agencies[code]?.id ?? ""}`;
}

/** The list of names as the leads set it, and what coordinates is no country. */
async function nameAll({ owner }: World, countries: readonly string[]): Promise<void> {
  for (const code of countries) {
    await owner`update participant_administrations p set official_name = ${gazetteer().countryName(code)}
      from administrations a where a.id = p.administration_id and a.code = ${code}`;
  }
  await owner`update administrations set kind = 'organisation' where code = 'RI'`;
}

const folder = aFolder();
const work = ({ house }: World) =>
  workOnImports(house, { id: crypto.randomUUID(), pause: async () => {}, isOver: () => false });

type Sent = { by: Acting; id: Id };

/** A workbook as the page sends it: read, and the tier of its cases said. */
export async function sendWorkbook(world: World, by: Acting, rows: MadeCell[][]): Promise<Sent> {
  const id = crypto.randomUUID();
  const path = join(folder, `${id}.xlsx`);
  await writeWorkbook(path, { rows });
  const content = readFileSync(path);
  await receivePart(by, { id, fileName: "Seizures 2021.xlsx", fileBytes: content.length, place: 0, content });
  await work(world);
  await answerImport(by, aCommand({ importId: id, answers: { handling: "H0" } }));
  return { by, id };
}

export const rowsOf = ({ by, id }: Sent): Promise<ImportRow[]> =>
  asBearer(by, (tx, { operationId }) => rowsAfter(tx, { operationId, id }, -1, 10_000));

export async function stateOf({ by, id }: Sent): Promise<string | undefined> {
  return (await asBearer(by, (tx, { operationId }) => findImport(tx, { operationId, id })))?.state;
}

/** What a choice among several names means here. */
const MEANT: Readonly<Record<string, string>> = { Korea: "South Korea", Pythons: "Pythonidae" };

/**
 * The sender looks at every line that is asked about: grams are grams, a name is one of two, and all else is right. Answers
 * the numbers of the cases that now say something else than the workbook.
 */
export async function answerQuestions(sent: Sent, mixed: ReadonlySet<string>): Promise<string[]> {
  const mended: string[] = [];
  for (const row of (await rowsOf(sent)).filter(({ status }) => status === "question")) {
    const isChoice = row.questions.some((field) => agreeing(row, field) === null);
    if (mixed.has(row.caseNo) || isChoice) mended.push(row.caseNo);
    if (mixed.has(row.caseNo)) await mend(sent, row, { [UNIT_COLUMN]: "g" });
    else if (isChoice) await mend(sent, row, named(row));
    else for (const field of row.questions) await agree(sent, row, field);
  }
  return mended;
}

const mend = ({ by, id }: Sent, { row }: ImportRow, cells: Record<string, string>) =>
  mendRow(by, aCommand({ importId: id, row, cells, everywhere: false }));
const agree = ({ by, id }: Sent, { row }: ImportRow, field: string) =>
  agreeToRow(by, aCommand({ importId: id, row, field, everywhere: false }));

function named({ written }: ImportRow): Record<string, string> {
  const cells = written.map((text) =>
    text
      .split("; ")
      .map((word) => MEANT[word] ?? word)
      .join("; "),
  );
  return Object.fromEntries(cells.flatMap((text, at) => (text === written[at] ? [] : [[String(at), text]])));
}

/** Its clear lines become reports. */
export async function bringIn(world: World, { by, id }: Sent): Promise<void> {
  await startImport(by, aCommand({ importId: id, mode: "good", drafts: false, corrects: false }));
  await work(world);
}

export function contactOf({ contacts }: Pick<PlantedWorld, "contacts">, code: string): Acting {
  const contact = contacts.get(code);
  if (!contact) throw new Error(`no contact point of ${code}`);
  return contact;
}

/** How many reports there are, how many of them count, and how much was ever written. */
export async function inDatabase({ owner }: World) {
  const [row] = await owner`
    select (select count(*)::int from seizure_reports) as reports,
      (select count(*)::int from seizure_reports where state = 'released') as released,
      (select count(*)::int from seizure_facts where ended_by is null and state in ('submitted', 'verified')) as counted,
      (select count(*)::int from seizures) as versions, (select count(*)::int from seizure_facts) as fact_versions,
      (select count(*)::int from events) as events`;
  return row;
}

type PlantedPair = Planted["duplicates"][number];

/** Of what was found, the pair of case numbers that was planted; null for two cases that only look like one. */
async function plantedIn({ world, planted }: PlantedWorld, { ids }: Match): Promise<PlantedPair | null> {
  const rows = await world.owner<{ no: string }[]>`
    select national_case_no as no from seizures where ended_by is null and id = any(${[...ids]}::uuid[])`;
  const numbers = rows.map(({ no }) => no);
  return planted.duplicates.find(({ first, second }) => numbers.includes(first) && numbers.includes(second)) ?? null;
}

/** The unit proposes to merge what was planted. Answers what each of the two owners' words made of a pair. */
export async function mergePlanted(stage: PlantedWorld, found: readonly Match[]): Promise<string[][]> {
  const states: string[][] = [];
  for (const match of found) {
    const pair = await plantedIn(stage, match);
    if (!pair) continue;
    const [kept, dropped] = match.ids;
    const id = crypto.randomUUID();
    await proposeMerge(stage.ocu, aCommand({ id, kept, dropped, note: "" }));
    states.push(await agreed(stage, id, [pair.first, pair.second]));
  }
  return states;
}

/** What is left is looked at, too, and is two cases each. */
export async function tellAllApart({ ocu }: PlantedWorld, found: readonly Match[]): Promise<void> {
  for (const { ids } of found) {
    const [kept, dropped] = ids;
    await tellApart(ocu, aCommand({ id: crypto.randomUUID(), kept, dropped, note: "" }));
  }
}

async function agreed(stage: PlantedWorld, duplicate: Id, caseNos: readonly string[]): Promise<string[]> {
  const states: string[] = [];
  for (const caseNo of caseNos) {
    const owner = contactOf(stage, caseNo.split(" ")[0] ?? "");
    states.push((await agreeToMerge(owner, aCommand({ duplicate }))).state ?? "");
  }
  return states;
}
