import { buffer } from "node:stream/consumers";
import type { Tx } from "#db/client.server.ts";
import { listCountries } from "#db/queries/reference.server.ts";
import type { ReportSource, ReportWords } from "../components/operation-report/document-types.ts";
import type { Id } from "../domain/id.ts";
import {
  contributionForm,
  FORMS_AT_ONCE,
  type ReportForm,
  SINGLE_FORMS,
  type TakenForm,
} from "../domain/operation-report/report-forms.ts";
import { Problem } from "../domain/problem.ts";
import { formatFor, textFor } from "../messages/all.server.ts";
import type { Locale } from "../messages/index.ts";
import { editionFor, sourceOf } from "../operation-report-page.server.ts";
import { besideEdition } from "../report-signing-page.server.ts";
import type { Acting, House } from "../services/house.server.ts";
import { read } from "../services/write.server.ts";
import { WORKBOOK_TYPE } from "../spreadsheet/write-workbook.server.ts";
import { archiveOf } from "./archive.server.ts";
import { csvOfReport } from "./csv.server.ts";
import { deckOf } from "./deck.server.ts";
import { geojsonOf } from "./geojson.server.ts";
import { htmlOf } from "./html.server.ts";
import { paperOf } from "./paper.server.ts";
import { workbookOf } from "./workbook.server.ts";

type Made = { source: ReportSource; words: ReportWords; house: House };
type Single = (typeof SINGLE_FORMS)[number];

const OPEN_XML = "application/vnd.openxmlformats-officedocument";

const MAKING: Record<Single, { type: string; make: (of: Made) => Promise<Uint8Array> }> = {
  pdf: { type: "application/pdf", make: async ({ source, words, house }) => house.typeset(paperOf(source, words)) },
  xlsx: { type: WORKBOOK_TYPE, make: ({ source, words }) => buffer(workbookOf(source, words)) },
  html: {
    type: "text/html; charset=utf-8",
    make: async ({ source, words }) => Buffer.from(htmlOf(paperOf(source, words))),
  },
  docx: {
    type: `${OPEN_XML}.wordprocessingml.document`,
    make: ({ source, words, house }) => house.office.docx(paperOf(source, words, Number.POSITIVE_INFINITY)),
  },
  pptx: {
    type: `${OPEN_XML}.presentationml.presentation`,
    make: ({ source, words, house }) => house.office.pptx(deckOf(source, words), source.results.context.code),
  },
  geojson: {
    type: "application/geo+json",
    make: async ({ source, words }) => Buffer.from(JSON.stringify(geojsonOf(source, words), null, 1)),
  },
  csv: { type: "text/csv; charset=utf-8", make: async ({ source, words }) => Buffer.from(csvOfReport(source, words)) },
};
/** The forms that go out at once, by the names under which they are asked for. */
export const FILES_AT_ONCE = new Map(FORMS_AT_ONCE.map((form) => [`report.${form}`, form]));

type Named = { report: Id; number: number };
type Asked = { form: ReportForm; locale: Locale };

/** What files of a version are made from, and how they are called. */
export type EditionToMake = Made & { name: string };

/** A frozen version as it is put into files, for whoever may read it. */
export async function editionToMake(acting: Acting, named: Named, locale: Locale): Promise<EditionToMake> {
  const { source, words } = await read(acting, async (tx, self) => {
    const edition = await editionFor(tx, self, named);
    if (!edition) throw new Problem("not-found", "operation_report.edition.unknown");
    const found = { ...sourceOf(edition), beside: await besideEdition(tx, edition) };
    return { source: found, words: await wordsFor(tx, found, locale) };
  });
  return { source, words, house: acting.house, name: `${nameOfEdition(source.results.context.code, named)}-${locale}` };
}

/** How the files of a version are called, without their language and ending. */
const nameOfEdition = (code: string, { report, number }: Named): string =>
  `${code}-report-${report.slice(0, 8)}-v${number}`.toLowerCase();

/** The same of one file. */
export function nameOfFile(code: string, named: Named, { form, locale }: { form: TakenForm; locale: string }): string {
  const name = nameOfEdition(code, named);
  return contributionForm(form) ? `${name}-${form}.xlsx` : `${name}-${locale}.${form}`;
}

export function typeOfForm(form: TakenForm): string {
  if (form === "cites" || form === "drugs" || form === "case_sheet") return WORKBOOK_TYPE;
  return form === "zip" ? "application/zip" : MAKING[form].type;
}

/** One form, or all of them in one archive; `far` hears of each that is made. */
export async function madeForm(of: EditionToMake, form: ReportForm, far: () => Promise<void>): Promise<Uint8Array> {
  if (form !== "zip") {
    const content = await MAKING[form].make(of);
    await far();
    return content;
  }
  const files = [];
  for (const one of SINGLE_FORMS) {
    files.push({ name: `${of.name}.${one}`, content: await MAKING[one].make(of) });
    await far();
  }
  return archiveOf(files);
}

/** A frozen version as a file in one language, made and sent at once. */
export async function editionFile(acting: Acting, named: Named, { form, locale }: Asked): Promise<Response> {
  const of = await editionToMake(acting, named, locale);
  return attached(await madeForm(of, form, async () => {}), `${of.name}.${form}`, typeOfForm(form));
}

function attached(content: Uint8Array, name: string, type: string): Response {
  const headers = {
    "Content-Type": type,
    "Content-Disposition": `attachment; filename="${name}"`,
    "Cache-Control": "no-store",
  };
  return new Response(new Blob([new Uint8Array(content)]), { headers });
}

async function wordsFor(tx: Tx, { results: { context } }: ReportSource, locale: Locale): Promise<ReportWords> {
  const names = new Map((await listCountries(tx, locale)).map(({ iso2, name }) => [iso2, name]));
  for (const { code, name } of context.participants) names.set(code, name);
  return {
    text: textFor(locale),
    format: formatFor(locale, context.zone),
    country: (code) => names.get(code) ?? code,
  };
}
