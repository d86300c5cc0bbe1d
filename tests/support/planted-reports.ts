import type { Id } from "#app/domain/id.ts";
import { COUNTRY_WORDS } from "#app/domain/import/country-words.ts";
import type { Paper, Run } from "#app/domain/operation-report/paper.ts";
import type { ReportAudience, ReportKind } from "#app/domain/operation-report/report.ts";
import {
  chooseHighlight,
  clearHighlight,
  refuseHighlight,
  takeBackClearance,
} from "#app/services/highlights.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { beginReport, freezeReport } from "#app/services/operation-reports.server.ts";
import { gazetteer } from "#seeds/gazetteer.server.ts";
import { referenceFile } from "#seeds/reference-files.server.ts";
import { openOffice } from "./office-files.ts";
import { contactOf, type PlantedWorld } from "./planted-world.ts";
import { askForFile, contentOf, reportFileOf, workOnFiles } from "./report-file-world.ts";
import { aCommand } from "./world.ts";

export const HIGHLIGHTS = 10;
/** Not answered, refused, and taken back. */
export const UNCLEARED = [2, 5, 8];
/** A word for each of the ten, no one within another. */
export const markOf = (at: number) => `Quillmark${"abcdefghij"[at]}`;

/** A frozen report in which a case of each of these agencies was chosen, and seven of ten were cleared by them. */
export async function aReportWithHighlights(
  stage: PlantedWorld,
  codes: readonly string[],
  { kind, audience }: { kind: ReportKind; audience: ReportAudience },
): Promise<Id> {
  const { analyst } = stage;
  const report = crypto.randomUUID();
  await beginReport(analyst, aCommand({ id: report, kind, audience, title: "Mekong Dragon", from: null, to: null }));
  for (const [at, code] of codes.entries()) {
    const seizure = await aCaseOf(stage, code);
    const words = `${markOf(at)}: found in air cargo`;
    await chooseHighlight(analyst, aCommand({ report, seizure, base: 0, words }));
    await answer(contactOf(stage, code), { report, seizure, version: 1, words }, at);
  }
  await freezeReport(analyst, aCommand({ report, reckoning: 1 }));
  return report;
}

async function aCaseOf({ world }: PlantedWorld, code: string): Promise<Id> {
  const [found] = await world.owner<{ id: Id }[]>`
    select f.id from seizure_facts f join agencies a on a.id = f.agency_id
    where f.ended_by is null and f.state = 'submitted' and a.code = ${code} order by f.message_no limit 1`;
  if (!found) throw new Error(`no case of ${code}`);
  return found.id;
}

type Asked = { report: Id; seizure: Id; version: number; words: string };

async function answer(owner: Acting, { words, ...named }: Asked, at: number): Promise<void> {
  if (at === UNCLEARED[0]) return;
  if (at === UNCLEARED[1]) await refuseHighlight(owner, aCommand({ ...named, reason: "Before the court" }));
  else await clearHighlight(owner, aCommand({ ...named, words }));
  if (at === UNCLEARED[2]) await takeBackClearance(owner, aCommand({ ...named, reason: "" }));
}

/** Every word that is printed, as it was handed to typesetting; of a deck every word of its parts. */
export async function wordsIn(by: Acting, report: Id, form: "pdf" | "pptx"): Promise<string> {
  return form === "pptx" ? (await deckIn(by, report)).words : printedIn(by, report);
}

async function printedIn(by: Acting, report: Id): Promise<string> {
  const printed: Paper[] = [];
  const typeset = (paper: Paper) => {
    printed.push(paper);
    return by.house.typeset(paper);
  };
  const made = await fileOf({ ...by, house: { ...by.house, typeset } }, report, "pdf");
  if (made.subarray(0, 5).toString() !== "%PDF-") throw new Error("no PDF");
  return JSON.stringify(printed, (key, value: unknown) => (key === "items" ? inOnePiece(value as Run[][]) : value));
}

/** Words of several faces stand in several pieces. */
const inOnePiece = (items: Run[][]) => items.map((runs) => runs.map(({ text }) => text).join(""));

async function fileOf(by: Acting, report: Id, form: "pdf" | "pptx"): Promise<Buffer> {
  const id = await askForFile(by, report, form);
  await workOnFiles(by.house);
  return contentOf(by, await reportFileOf(by, id));
}

/** A deck as the program makes it: its slides, and every word of all its parts, the workbooks behind its charts too. */
export async function deckIn(by: Acting, report: Id): Promise<{ slides: string[]; words: string }> {
  const { parts } = await openOffice(await fileOf(by, report, "pptx"));
  const texts = [...parts].filter(([name]) => name.endsWith(".xml"));
  const books = [...parts].flatMap(([name, part]) => (name.endsWith(".xlsx") ? [part] : []));
  const behind = (await Promise.all(books.map((book) => openOffice(book)))).flatMap((book) => [...book.parts.values()]);
  return {
    slides: texts.flatMap(([name, part]) => (/^ppt\/slides\/slide\d+\.xml$/.test(name) ? [String(part)] : [])),
    words: [...texts.map(([, part]) => part), ...behind].flatMap((part) => wordsOf(String(part))).join("\n"),
  };
}

const wordsOf = (xml: string) => [...xml.matchAll(/>([^<]+)</g)].map(([, words = ""]) => words);

/** Names under which a country is known and which the list does not have: nothing that leaves the operation has one. */
export function namesOutsideTheList(): string[] {
  const rows = referenceFile("countries").filter(({ iso2 }) => iso2 !== "XX");
  const listed = rows.map(({ iso2 = "" }) => gazetteer().countryName(iso2).toLowerCase());
  const known = rows.flatMap(({ name_en = "", aliases_en = "" }) => [name_en, ...aliases_en.split("|")]);
  const informal = Object.keys(COUNTRY_WORDS).filter((name) => !COUNTRY_WORDS[name]?.includes("XX"));
  return [...known, ...informal].filter(
    (name) => name.length > 3 && !listed.some((official) => official.includes(name.toLowerCase())),
  );
}
