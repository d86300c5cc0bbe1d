import { nameOrder } from "../components/charts/count-bars.ts";
import type { Erratum } from "../components/operation-report/beside-types.ts";
import type { ReportSource, ReportWords } from "../components/operation-report/document-types.ts";
import { lastOfErrata } from "../components/operation-report/errata-state.ts";
import { placeName } from "../components/operation-report/erratum-place.ts";
import { whatIsSigned } from "../components/operation-report/signed-table.ts";
import type { EditionSignatures } from "../components/operation-report/signing-types.ts";
import type { PaperPart, PaperSection } from "../domain/operation-report/paper.ts";
import type { SheetOut } from "../spreadsheet/write-workbook.server.ts";

type Annex = {
  title: string;
  /** What is to be known of all rows, before them. */
  under: string;
  heads: string[];
  rows: string[][];
};

/** What stands beside a frozen version in files of it. Files travel: who has not signed is a number in each of them. */
function annexesOf({ beside, edition }: ReportSource, words: ReportWords): Annex[] {
  if (!beside) return [];
  const { signatures, errata } = beside;
  return [
    ...(signatures ? [signaturesAnnex(signatures, words)] : []),
    ...(errata.length > 0 ? [errataAnnex(errata, edition ?? 1, words)] : []),
  ];
}

function errataAnnex(errata: readonly Erratum[], edition: number, words: ReportWords): Annex {
  const { text, format } = words;
  const by = (author: string, at: string) => `${author}, ${format.moment(at)}`;
  return {
    title: text("operation_report.errata.title", { n: edition }),
    heads: ["section", "said", "correct", "reason", "by"].map((name) => text.label(`operation_report.errata.${name}`)),
    rows: errata.map(({ section, line, said, correct, reason, author, at, withdrawn }) => [
      [text.label(`operation_report.section.${section}`), placeName(line, words)].filter(Boolean).join(": "),
      said,
      correct,
      withdrawn === null
        ? reason
        : `${reason}\n${text("operation_report.errata.withdrawn_by", { by: by(withdrawn.author, withdrawn.at), reason: withdrawn.reason })}`,
      by(author, at),
    ]),
    under: text("operation_report.errata.as_of", { at: format.moment(lastOfErrata(errata) ?? "") }),
  };
}

function signaturesAnnex({ lines, unsigned }: EditionSignatures, words: ReportWords): Annex {
  const { text, format, country } = words;
  const signed = lines
    .filter(({ state }) => state === "signed")
    .map(({ code, ...line }) => ({ ...line, label: code === null ? "" : country(code) }))
    .sort(nameOrder(format.locale));
  return {
    title: text("operation_report.signatures"),
    heads: ["administration", "signer", "signed_at", "signed"].map((name) =>
      text.label(`operation_report.column.${name}`),
    ),
    rows: signed.map(({ label, signer, agency, at, sections }) => [
      label,
      text("operation_report.signature.by", { signer: signer ?? "", agency: agency ?? "" }),
      at === null ? "" : format.moment(at),
      whatIsSigned(sections, words),
    ]),
    under: text("operation_report.signature.unsigned", { n: unsigned }),
  };
}

/** Annexes as sections at the end, with letters, each on a page of its own. */
export function annexSections(source: ReportSource, words: ReportWords): PaperSection[] {
  return annexesOf(source, words).map(({ title, under, heads, rows }, at) => {
    const part: PaperPart = {
      title: under,
      picture: null,
      table: { heads: heads.map((name) => ({ name, numeric: false })), rows },
      notes: [],
    };
    return { number: letter(at), title, blocks: [], parts: [part], ownPage: true };
  });
}

export function annexSheets(source: ReportSource, words: ReportWords): SheetOut[] {
  return annexesOf(source, words).map(({ title, under, heads, rows }, at) => ({
    name: `${letter(at)} ${title}`,
    widths: heads.map(() => 36),
    headed: true,
    rows: [heads.map((head) => ({ text: head, style: "heading" as const })), ...rows, [], [under]],
  }));
}

const letter = (at: number) => String.fromCharCode("A".charCodeAt(0) + at);
