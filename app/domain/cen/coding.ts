import { searchKey } from "../search-key.ts";
import type { CenMapping } from "./mapping.ts";

/** Codes of this system and their words in the other one, both ways. */
export type Coding = {
  /** The word of a code: as the mapping has it, else the code itself. */
  wordOf: (list: string, code: string) => string;
  /** The code that a word stands for; null where the mapping has no such word. */
  codeOf: (list: string, word: string) => string | null;
};

type Pairs = Record<string, Readonly<Record<string, string>>>;

const MADE = new WeakMap<CenMapping, Coding>();

/** Made once for each mapping: every cell of a file asks it. */
export function codingOf(mapping: CenMapping): Coding {
  const known = MADE.get(mapping);
  if (known) return known;
  const pairs: Pairs = { ...mapping.codes, unit: mapping.units, commodity: mapping.commodities };
  const back = new Map(Object.entries(pairs).map(([list, words]) => [list, backwards(words)]));
  const coding: Coding = {
    wordOf: (list, code) => pairs[list]?.[code] ?? code,
    codeOf: (list, word) => back.get(list)?.get(searchKey(word)) ?? null,
  };
  MADE.set(mapping, coding);
  return coding;
}

/** Of codes that share a word, the first is meant; a code written as such is itself. */
function backwards(words: Readonly<Record<string, string>>): Map<string, string> {
  const codes = new Map<string, string>();
  for (const [code, word] of Object.entries(words)) if (!codes.has(searchKey(word))) codes.set(searchKey(word), code);
  for (const code of Object.keys(words)) if (!codes.has(searchKey(code))) codes.set(searchKey(code), code);
  return codes;
}
