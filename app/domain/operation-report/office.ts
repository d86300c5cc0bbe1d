import type { Deck } from "./deck.ts";
import type { Paper } from "./paper.ts";

/** Makes files that offices edit. A deck takes the host's template for the operation of that code, where there is one. */
export type OfficeDoors = {
  docx: (paper: Paper) => Promise<Uint8Array>;
  pptx: (deck: Deck, operation: string) => Promise<Uint8Array>;
};

const none = () => Promise.reject(new Error("This program makes no files for offices"));

/** For programs that make no such files. */
export const noOffice: OfficeDoors = { docx: none, pptx: none };
