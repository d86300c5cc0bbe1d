import {
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  TableOfContents,
  TabStopType,
  TextRun,
} from "docx";
import type { Paper, PaperPart } from "../../app/domain/operation-report/paper.ts";
import { blockParagraphs, directed, line, pictureParagraph } from "./docx-blocks.ts";
import { COLOURS, NUMBERING, PAGE, stylesFor, TEXT_WIDTH } from "./docx-look.ts";
import { tableOf } from "./docx-table.ts";
import { writable } from "./letters.ts";
import { steadied, unpacked } from "./package-parts.ts";
import { pixelsOf } from "./pixels.ts";

/** Pixels for each point of a drawing: sharp where an office prints it. */
const SCALE = 2.5;

/** A report as an office edits it: headings, lists and tables of its own kind, and charts as pictures with their words. */
export async function docxOf(paper: Paper): Promise<Uint8Array> {
  const parts = paper.sections.flatMap(({ blocks, parts: own }) => [
    ...blocks.flatMap((block) => (block.kind === "part" ? [block.part] : [])),
    ...own,
  ]);
  const drawn = parts.flatMap(({ picture }) => picture ?? []);
  const pictureOf = new Map<Picture, Uint8Array>();
  for (const picture of drawn) pictureOf.set(picture, await pixelsOf(picture.svg, SCALE));
  const document = new Document({
    title: writable(paper.title),
    subject: writable(paper.operation),
    description: writable(paper.marking),
    // Who made it is not for the readers of a report.
    ...{ creator: "Naga", lastModifiedBy: "Naga" },
    styles: stylesFor(paper.lang),
    numbering: NUMBERING,
    sections: [
      {
        properties: { page: PAGE_PROPERTIES },
        headers: { default: header(paper) },
        footers: { default: footer(paper) },
        children: [...cover(paper), ...contents(paper), ...body(paper, (picture) => pictureOf.get(picture))],
      },
    ],
  });
  return steadied(await unpacked(await Packer.toBuffer(document)));
}

const PAGE_PROPERTIES = {
  size: { width: PAGE.width, height: PAGE.height },
  margin: {
    ...{ left: PAGE.side, right: PAGE.side, top: PAGE.top, bottom: PAGE.bottom },
    ...{ header: PAGE.edge, footer: PAGE.edge },
  },
};

const atTheEnd = { tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }] };
const small = { size: 15, color: COLOURS.soft };

function header({ marking, operation }: Paper): Header {
  return new Header({
    children: [
      new Paragraph({
        border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: COLOURS.line, space: 4 } },
        children: [new TextRun({ ...directed(marking), ...small, bold: true, color: COLOURS.mark })],
      }),
      new Paragraph({ spacing: { after: 0 }, children: [new TextRun({ ...directed(operation), ...small })] }),
    ],
  });
}

function footer({ marking, origin, pageOf }: Paper): Footer {
  const number = pageOf.split(/(\{n\}|\{total\})/).map((piece) => {
    if (piece === "{n}") return PageNumber.CURRENT;
    return piece === "{total}" ? PageNumber.TOTAL_PAGES : piece;
  });
  return new Footer({
    children: [
      new Paragraph({
        ...atTheEnd,
        spacing: { after: 0 },
        children: [
          new TextRun({ ...directed(origin.slice(0, 2).join(" · ")), ...small }),
          new TextRun({ children: ["\t", ...number], ...small }),
        ],
      }),
      new Paragraph({ spacing: { after: 0 }, children: [new TextRun({ ...directed(marking), ...small })] }),
    ],
  });
}

function cover({ title, operation, period, marking, origin }: Paper): Paragraph[] {
  return [
    new Paragraph({ spacing: { before: 2400 }, children: [] }),
    line(title, "Title"),
    line(operation, "Subtitle"),
    line(period, "Subtitle"),
    line(marking, "Marking"),
    ...origin.map((fact) => line(fact, "Note")),
    new Paragraph({ children: [new PageBreak()] }),
  ];
}

/**
 * Every section with its link; its page is counted by the office that opens it. Laying pages out here instead took twenty
 * seconds for tables of 200 countries, and minutes for a word of ten thousand letters.
 */
function contents({ contents: words }: Paper) {
  return [
    line(words, "ContentsHead"),
    new TableOfContents(writable(words), { hyperlink: true, headingStyleRange: "1-1" }),
    new Paragraph({ children: [new PageBreak()] }),
  ];
}

type Picture = NonNullable<PaperPart["picture"]>;
type Pictures = (picture: Picture) => Uint8Array | undefined;

function body({ sections }: Paper, pictureOf: Pictures) {
  let list = 0;
  return sections.flatMap(({ number, title, blocks, parts, ownPage = false }) => [
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      pageBreakBefore: ownPage,
      children: [new TextRun(directed(`${number} ${title}`))],
    }),
    ...blocks.flatMap((block) =>
      block.kind === "part" ? figure(block.part, pictureOf) : blockParagraphs(block, ++list),
    ),
    ...parts.flatMap((part) => figure(part, pictureOf)),
  ]);
}

function figure({ title, picture, table, notes }: PaperPart, pictureOf: Pictures) {
  const png = picture && pictureOf(picture);
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun(directed(title))] }),
    ...(picture && png ? [pictureParagraph(png, { title, alt: picture.alt })] : []),
    ...(table && table.rows.length > 0 ? [tableOf(table)] : []),
    ...notes.map((note) => line(note, "Note")),
  ];
}
