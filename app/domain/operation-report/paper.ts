/** Words in one look. */
export type Run = { text: string; bold: boolean; italic: boolean };

export type WrittenBlock = { kind: "paragraph" | "heading" | "bullets" | "numbers"; items: Run[][] };
/** What somebody wrote, with tables and pictures between. */
export type PaperBlock = WrittenBlock | { kind: "part"; part: PaperPart };

export type PaperPart = {
  title: string;
  /** The chart as SVG, and the same in words. */
  picture: { svg: string; alt: string } | null;
  table: { heads: { name: string; numeric: boolean }[]; rows: string[][] } | null;
  notes: string[];
};

export type PaperSection = {
  number: string;
  title: string;
  blocks: PaperBlock[];
  parts: PaperPart[];
  /** Begins a page. */
  ownPage?: boolean;
};

/** A report ready to be set in type: every word and number as it is printed, in one language. */
export type Paper = {
  /** BCP 47, for hyphens, for screen readers and for the choice of letters. */
  lang: string;
  title: string;
  operation: string;
  period: string;
  /** On every page. */
  marking: string;
  /** Version, cut-off, event, hash, rules. */
  origin: string[];
  contents: string;
  /** "Page {n} of {total}", with the places for both numbers. */
  pageOf: string;
  sections: PaperSection[];
};

/** Sets a paper in type: a PDF that carries its fonts, its structure and its language. */
export type Typeset = (paper: Paper) => Promise<Uint8Array>;

/** For programs that set none. */
export const noTypesetting: Typeset = () => Promise.reject(new Error("This program sets no papers"));
