/** A list of reference data by parts and sources: how many rows, from where, by which version, and since when. */
export type ListPart = {
  list: string;
  part: string;
  rows: number;
  /** How many of them are from memory and to be confirmed; null where rows say nothing of it. */
  toBeConfirmed: number | null;
  source: string;
  title: string;
  version: string;
  licence: string;
  note: string;
  /** First and last day of which the source speaks. */
  validFrom: string | null;
  validTo: string | null;
};
