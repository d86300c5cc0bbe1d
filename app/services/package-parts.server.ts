import { createHash } from "node:crypto";
import type { Tx } from "#db/client.server.ts";
import type { Membership } from "#db/queries/acting.server.ts";
import { handableAfter } from "#db/queries/case-exports.server.ts";
import { findEdition, publishedReports } from "#db/queries/operation-reports.server.ts";
import {
  OWN_RECORDS,
  type OwnFile,
  type OwnRecords,
  ownFiles,
  ownReadings,
  ownRecords,
} from "#db/queries/own-records.server.ts";
import { type Naming, rowsOfCase } from "../domain/cen/out.ts";
import { shapeOf } from "../domain/cen/shape.ts";
import { figureLines } from "../domain/operation-report/lines.ts";
import { isForRole } from "../domain/operation-report/report.ts";
import { type CellOut, writeWorkbook } from "../spreadsheet/write-workbook.server.ts";
import type { House } from "./house.server.ts";
import { type Entry, jsonList } from "./package-archive.server.ts";

export type Packing = {
  tx: Tx;
  member: Membership;
  house: House;
  naming: Naming;
  agency: { name: string; administration: string };
  /** As of when; all of it is read from one state of the database. */
  asOf: Date;
  /** How many records went into which file. */
  counts: Record<string, number>;
  /** Says how far it is, and ends the work where it is another's by now. */
  far: (n: number) => Promise<void>;
};

const KINDS = Object.keys(OWN_RECORDS) as OwnRecords[];

/** Everything that goes into a package, in its order. A kind of record that comes later has its line here. */
export function* partsOf(packing: Packing, files: readonly OwnFile[]): Generator<Entry> {
  const { tx, member } = packing;
  yield { name: "README.txt", content: () => readMe(packing) };
  for (const kind of KINDS) {
    yield listed(packing, `${kind}.json`, () => ownRecords(tx, kind, member), kind === "cases");
  }
  yield { name: "cases.xlsx", content: () => workbook(packing) };
  yield listed(packing, "who_read_them.json", async function* () {
    yield await ownReadings(tx);
  });
  yield listed(packing, "published_figures.json", () => ownFigures(packing));
  yield* fileParts(packing, files);
}

function listed(packing: Packing, name: string, pages: () => AsyncIterable<string[]>, isWay = false): Entry {
  const { counts, far } = packing;
  const count = async (n: number) => {
    counts[name] = (counts[name] ?? 0) + n;
    if (isWay) await far(n);
  };
  counts[name] = 0;
  return { name, content: () => jsonList(pages(), count) };
}

const CASES_AT_ONCE = 500;

/** Released cases in the layout that imports read again; all versions and the rest stand in the list beside it. */
function workbook({ tx, member, house: { cen }, naming, agency, asOf }: Packing) {
  const about = [
    ["Operation", member.operation.code],
    ["Agency", agency.name],
    ["As of", asOf.toISOString()],
  ];
  const shape = shapeOf(cen, "cen", about);
  const cell = (text: string, at: number): CellOut => ({ text, number: shape.numbers.includes(at) });
  async function* rows(): AsyncGenerator<CellOut[]> {
    yield shape.headings.map((text) => ({ text, style: "heading" as const }));
    for (let after = ""; ; ) {
      const found = await handableAfter(tx, member, after, CASES_AT_ONCE);
      for (const { input, messageNo } of found) {
        const told = { input, messageNo, agency: agency.name, administration: agency.administration };
        yield* rowsOfCase(told, cen.layouts.cen, cen, naming).map((line) => line.map(cell));
      }
      const last = found.at(-1);
      if (!last) return;
      after = last.caseNo;
    }
  }
  const widths = shape.headings.map((heading) => Math.max(14, heading.length + 2));
  return writeWorkbook([
    { name: shape.sheet, widths, headed: true, rows: rows() },
    { name: "About", widths: [28, 90], headed: false, rows: shape.about },
  ]);
}

/** Of each published report that the agency may read, the lines that count what its administration reported. */
async function* ownFigures({ tx, member }: Packing): AsyncGenerator<string[]> {
  const { operationId, administrationCode, role } = member;
  for (const { reportId, number } of await publishedReports(tx, operationId)) {
    const edition = await findEdition(tx, operationId, reportId, number);
    if (!edition || !isForRole(edition.audience, role)) continue;
    const { title, hash, publishedAt, asOf, results } = edition;
    const own = figureLines(results).filter(({ line }) => {
      const [list, ...by] = line.split("/");
      return list === "byReporter" && by.includes(administrationCode);
    });
    yield [JSON.stringify({ report: reportId, version: number, title, publishedAt, asOf, hash, lines: own })];
  }
}

/** The files themselves, as they came, and what is known of each in a list after them. */
function* fileParts(packing: Packing, files: readonly OwnFile[]): Generator<Entry> {
  const { house, far, counts } = packing;
  const told: string[] = [];
  for (const { key, ...file } of files) {
    const path = `files/${file.seizureId}/${file.id}${endingOf(file)}`;
    const content = async function* () {
      const found = await house.files.read(key);
      const hash = createHash("sha256");
      if (found) {
        for await (const piece of found.stream) {
          const bytes = Buffer.from(piece);
          hash.update(bytes);
          yield bytes;
        }
      }
      // What is not in the store any more, or is not what it was, is said and not passed over.
      const asItCame = found !== null && (file.sha256 === null || hash.digest("hex") === file.sha256);
      told.push(JSON.stringify({ path, ...file, asItCame }));
      await far(1);
    };
    yield { name: path, content };
  }
  counts["files.json"] = files.length;
  yield { name: "files.json", content: () => jsonList(pageOf(told), () => {}) };
}

async function* pageOf(records: string[]): AsyncGenerator<string[]> {
  yield records;
}

/** Of a name from somebody's device nothing but a plain ending is taken. */
const endingOf = ({ name }: Pick<OwnFile, "name">) => /\.[a-z0-9]{1,5}$/i.exec(name ?? "")?.[0].toLowerCase() ?? "";

/** Metadata of all files of the agency: known before the archive is begun, which names its files in order. */
export async function allOwnFiles({ tx, member }: Pick<Packing, "tx" | "member">): Promise<OwnFile[]> {
  const all: OwnFile[] = [];
  for (;;) {
    const found = await ownFiles(tx, member, all.at(-1)?.id ?? null);
    if (found.length === 0) return all;
    all.push(...found);
  }
}

async function* readMe({ member, agency, asOf }: Packing): AsyncGenerator<string> {
  yield `Records of ${agency.name} (${agency.administration})
Operation ${member.operation.code}, as of ${asOf.toISOString()}

Handling: this archive holds names of persons. It is for ${agency.name} alone.

cases.json                every case that was released, with all versions, names, approvals, summaries,
                          outcomes and merges
cases.xlsx                cases as they stand, one line for each item
drafts.json               reports that were never released
entered_for_posts.json    who reported by telephone or on paper what a contact point entered
tallies.json              daily tallies, every version
questions.json            questions about cases, with answers
said_to_press.json        what was said of cases at the media desk: public already, open, and masked pictures with
                          the releases that they are in
tally_questions.json      questions about tallies that differ from the cases, with answers
watch_log.json            the watch log
who_read_them.json        which other agencies had a case before them, from when to when
published_figures.json    lines of published reports that count what ${agency.administration} reported
files/, files.json        photos and documents as they came
SHA256SUMS                checksums: sha256sum --check SHA256SUMS

Records of other agencies are not in it, shared with this one or not.
`;
}
