/** Why a released report changes. */
export const AMEND_KINDS = [
  "own_error",
  "laboratory",
  "reweighing",
  "court_order",
  "instruction",
  "translation",
  "duplicate",
] as const;
export type AmendKind = (typeof AMEND_KINDS)[number];
