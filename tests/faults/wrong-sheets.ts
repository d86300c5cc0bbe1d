import type { Chance, Kind } from "./drawn.ts";

export const HEADINGS = [
  "Case no",
  "Date of seizure",
  "Place of seizure",
  "Country",
  "Commodity",
  "Quantity",
  "Handling",
];
export type Row = string[];

/** A clear row, under a number of its own. */
export const aGoodRow = (caseNo: string): Row => [
  caseNo,
  "2021-05-17",
  "Hai Phong",
  "Viet Nam",
  "Ketamine",
  "5 kg",
  "H1",
];

/** What stands in one column instead, and the fields of which one has to be asked about or refused. */
export type WrongRow = { column: number; cell: string; fields: RegExp };

const inColumn = (column: number, kind: string, fields: RegExp, cell: (chance: Chance) => string): Kind<WrongRow> => ({
  kind: `row: ${kind}`,
  make: (chance) => ({ column, cell: cell(chance), fields }),
});

/** Two numbers of which either may be the month. */
const DAY_OR_MONTH = (chance: Chance) => {
  const day = 1 + chance.below(6);
  return `${day}/${day + 1 + chance.below(6)}/${chance.of(["2021", "21"])}`;
};

const ELSEWHERE = ["Bangkok", "Phnom Penh", "Vientiane", "Yangon", "Mandalay", "Kunming", "Singapore", "Dubai"];

export const WRONG_ROWS: readonly Kind<WrongRow>[] = [
  inColumn(0, "a case number too long", /^nationalCaseNo$/, (chance) => chance.letters(61 + chance.below(90))),
  inColumn(0, "no case number", /^nationalCaseNo$/, (chance) => " ".repeat(chance.below(60))),
  inColumn(1, "no day", /^occurred/, (chance) => `${chance.of(["never", "soon", "the"])} ${chance.letters(6)}`),
  inColumn(1, "no such day", /^occurred/, (chance) => `2021-02-${30 + chance.below(60)}`),
  inColumn(1, "a day or a month", /^occurred/, DAY_OR_MONTH),
  inColumn(1, "a day to come", /^occurred/, (chance) => `20${40 + chance.below(50)}-05-${10 + chance.below(19)}`),
  inColumn(2, "a place in another country", /^place/, (chance) => chance.of(ELSEWHERE)),
  inColumn(3, "no country that is known", /^place/, (chance) => `${chance.letters(11)}zz`),
  inColumn(4, "no goods", /^items/, (chance) => " ".repeat(chance.below(60))),
  inColumn(4, "no goods that are known", /^items/, (chance) => `${chance.letters(10)}x`),
  inColumn(5, "no number", /^items/, (chance) => `${chance.letters(4)} ${chance.letters(5)}`),
  inColumn(5, "thousands or a fraction", /^items/, (chance) => `${chance.digits(1)}.${chance.digits(3)} kg`),
  inColumn(5, "less than nothing", /^items/, (chance) => `-${chance.digits(3)} kg`),
  inColumn(5, "no unit that is known", /^items/, (chance) => `${chance.digits(2)} ${chance.letters(7)}`),
  inColumn(5, "larger than any quantity", /^items/, (chance) => `${chance.digits(40)} kg`),
  inColumn(5, "a formula", /^items/, (chance) => `=${chance.digits(2)}*SUM(A1:A${chance.digits(2)})`),
  inColumn(6, "no such tier", /^handling$/, (chance) => `${chance.letters(6)} ${chance.digits(2)}`),
];

/** A file that is none, with what its sender calls it; bytes as base64, so that two are told apart. */
export type WrongFile = { name: string; content: string; says?: Record<string, string> };

const aFile = (kind: string, name: string, bytes: (chance: Chance) => Buffer): Kind<WrongFile> => ({
  kind: `file: ${kind}`,
  make: (chance) => ({ name, content: bytes(chance).toString("base64") }),
});

/** A right file that is told of wrongly. */
const aPiece = (kind: string, says: (chance: Chance) => Record<string, string>): Kind<WrongFile> => ({
  kind: `piece: ${kind}`,
  make: (chance) => ({
    name: "May.csv",
    content: Buffer.from("Case no;Date\nA;B").toString("base64"),
    says: says(chance),
  }),
});

const text = (words: string) => Buffer.from(words, "utf8");

export const WRONG_FILES: readonly Kind<WrongFile>[] = [
  aFile("a document", "May.pdf", (chance) => text(`%PDF-1.7 ${chance.letters(30)}`)),
  aFile("an old workbook", "May.xls", (chance) =>
    Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), chance.bytes(90)]),
  ),
  aFile("a workbook that breaks off", "May.xlsx", (chance) =>
    Buffer.concat([text("PK\u0003\u0004"), chance.bytes(400)]),
  ),
  aFile("bytes that are no text", "May.csv", (chance) =>
    Buffer.concat([Buffer.alloc(3), chance.bytes(200), Buffer.alloc(3)]),
  ),
  aFile("a cell that breaks off", "May.csv", (chance) =>
    text(`${HEADINGS.join(";")}\n"${chance.letters(20)};2021-05-17\n`),
  ),
  aFile("too many columns", "May.csv", (chance) =>
    text(Array.from({ length: 20_000 }, (_, at) => `${chance.letters(2)}${at}`).join(";")),
  ),
  aPiece("no number of bytes", (chance) => ({ bytes: `${chance.letters(3)}${chance.digits(2)}` })),
  aPiece("more than is taken", (chance) => ({ bytes: `9${chance.digits(8)}` })),
  aPiece("no place", (chance) => ({ place: `-${chance.digits(3)}` })),
  aPiece("a place beyond the last", (chance) => ({ place: `5${chance.digits(3)}` })),
  aPiece("no content", (chance) => ({ content: `?${chance.letters(5)}` })),
  aPiece("a name without end", (chance) => ({ name: chance.letters(1_001 + chance.below(300)) })),
];
