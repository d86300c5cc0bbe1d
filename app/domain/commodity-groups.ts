/** The group of a commodity code: "F2" for "F2.raw_ivory". */
export function groupOf(code: string): string {
  return code.slice(0, 2);
}

/** The nine slots that have a mark and a colour on every screen; a commodity group belongs to one for ever. */
export const SLOTS = ["D", "P", "I", "R", "T", "B", "G", "L", "O"] as const;
export type Slot = (typeof SLOTS)[number];

const SLOT_OF_GROUP: Record<string, Slot> = {
  P1: "P",
  P2: "P",
  F1: "G",
  F2: "I",
  F3: "R",
  F5: "T",
  F6: "T",
  F7: "B",
};

/** Drugs D1–D7 share the crystal, timber and plants L1–L4 the leaf; what has no mark of its own is 'other'. */
export function slotOf(code: string): Slot {
  const group = groupOf(code);
  if (group.startsWith("D")) return "D";
  if (group.startsWith("L")) return "L";
  return SLOT_OF_GROUP[group] ?? "O";
}

/** The four headline families of a joint operation. */
export const FAMILIES = ["drugs", "precursors", "wildlife", "timber", "other"] as const;
export type Family = (typeof FAMILIES)[number];

export function familyOf(code: string): Family {
  const letter = code.charAt(0);
  if (letter === "D") return "drugs";
  if (letter === "P") return "precursors";
  if (letter === "F") return "wildlife";
  if (letter === "L") return "timber";
  return "other";
}

/** What a quantity measures. Quantities are never added across dimensions. */
export const DIMENSIONS = ["mass", "volume", "count", "timber_volume", "area", "length", "money"] as const;
export type Dimension = (typeof DIMENSIONS)[number];
