/** A part of a list from one source, as the page draws it. */
export type PartOfList = {
  list: string;
  part: string;
  rows: number;
  toBeConfirmed: number | null;
  source: string;
  title: string;
  version: string;
  licence: string;
  note: string;
  validFrom: string | null;
  validTo: string | null;
};
