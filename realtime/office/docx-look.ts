import { AlignmentType, type INumberingOptions, type IStylesOptions, LevelFormat, LineRuleType } from "docx";
import { OFFICE_FONTS, officeLanguage } from "./letters.ts";

/** Twips: twentieths of a point. */
export const PAGE = { width: 11906, height: 16838, side: 1134, top: 1588, bottom: 1304, edge: 624 } as const;
export const TEXT_WIDTH = PAGE.width - 2 * PAGE.side;

export const COLOURS = {
  text: "1D2329",
  soft: "5A6470",
  line: "C9CFD6",
  head: "EEF2F3",
  accent: "0F6B78",
  mark: "8C2A20",
};

const FONT = {
  ...{ ascii: OFFICE_FONTS.latin, hAnsi: OFFICE_FONTS.latin },
  ...{ eastAsia: OFFICE_FONTS.eastAsia, cs: OFFICE_FONTS.complex },
};

/** Sizes are half points. */
const heading = (size: number, before: number, after: number) => ({
  run: { font: FONT, size, bold: true, color: COLOURS.text },
  paragraph: { spacing: { before, after }, keepNext: true, keepLines: true },
});

const CELL: Spacing = { before: 20, after: 20, line: 240, lineRule: LineRuleType.AUTO };

/** Styles under the names that offices know, so that an office changes the look of a report in one place. */
export function stylesFor(lang: string): IStylesOptions {
  const language = officeLanguage(lang);
  const eastAsia = language.startsWith("zh") ? language : "zh-CN";
  return {
    default: {
      document: {
        run: {
          font: FONT,
          size: 20,
          color: COLOURS.text,
          language: { value: language, eastAsia, bidirectional: "ar-SA" },
        },
        paragraph: { spacing: { after: 120, line: 276, lineRule: LineRuleType.AUTO } },
      },
      title: { run: { font: FONT, size: 52, bold: true, color: COLOURS.text }, paragraph: { spacing: { after: 160 } } },
      heading1: heading(30, 480, 200),
      heading2: heading(22, 320, 120),
      heading3: heading(20, 240, 100),
    },
    paragraphStyles: [
      own("Subtitle", "Subtitle", { size: 24 }, { after: 60 }),
      own("Marking", "Marking", { size: 20, bold: true, color: COLOURS.mark }, { before: 200, after: 200 }),
      own("Note", "Note", { size: 16, color: COLOURS.soft }, { before: 60, after: 40 }),
      own("TableText", "Table Text", { size: 17 }, CELL),
      own("TableHead", "Table Head", { size: 17, bold: true }, CELL),
      own("ContentsHead", "Contents Head", { size: 30, bold: true }, { after: 200 }),
    ],
  };
}

type Letters = { size: number; bold?: boolean; color?: string };
type Spacing = { before?: number; after: number; line?: number; lineRule?: "auto" };

function own(id: string, name: string, run: Letters, spacing: Spacing) {
  return { id, name, basedOn: "Normal", next: "Normal", quickFormat: true, run, paragraph: { spacing } };
}

export const LISTS = { bullets: "bullets", numbers: "numbers" } as const;

const hanging = { paragraph: { indent: { left: 480, hanging: 280 } } };

export const NUMBERING: INumberingOptions = {
  config: [
    {
      reference: LISTS.bullets,
      levels: [{ level: 0, format: LevelFormat.BULLET, text: "•", alignment: AlignmentType.LEFT, style: hanging }],
    },
    {
      reference: LISTS.numbers,
      levels: [{ level: 0, format: LevelFormat.DECIMAL, text: "%1.", alignment: AlignmentType.LEFT, style: hanging }],
    },
  ],
};
