import { searchKey } from "../search-key.ts";

/**
 * Slips of the hand between two texts: letters put in, left out, mistaken or changed with their neighbour (optimal
 * string alignment).
 */
export function slips(left: string, right: string): number {
  let [before, above, line] = [lineOf(right), lineOf(right), lineOf(right)];
  for (let row = 1; row <= left.length; row++) {
    [before, above, line] = [above, line, before];
    line[0] = row;
    const letter = left.charCodeAt(row - 1);
    for (let column = 1; column <= right.length; column++) {
      const mistaken = letter === right.charCodeAt(column - 1) ? 0 : 1;
      let least = Math.min(at(above, column) + 1, at(line, column - 1) + 1, at(above, column - 1) + mistaken);
      if (isSwapped(left, row, right, column)) least = Math.min(least, at(before, column - 2) + 1);
      line[column] = least;
    }
  }
  return at(line, right.length);
}

/** How many letters of the right are put in before the first of the left. */
function lineOf(right: string): number[] {
  const line: number[] = [];
  for (let column = 0; column <= right.length; column++) line.push(column);
  return line;
}

function at(line: readonly number[], column: number): number {
  return line[column] ?? 0;
}

function isSwapped(left: string, row: number, right: string, column: number): boolean {
  if (row < 2 || column < 2 || left.charCodeAt(row - 1) !== right.charCodeAt(column - 2)) return false;
  return left.charCodeAt(row - 2) === right.charCodeAt(column - 1);
}

/** 1 for the same word, less with every slip for the longer of the two, 0 for one twice as long or nothing alike. */
function wordLikeness(left: string, right: string): number {
  if (left === right) return 1;
  const [less, more] = [Math.min(left.length, right.length), Math.max(left.length, right.length)];
  return less * 2 < more ? 0 : 1 - slips(left, right) / more;
}

/** A name as it is compared: its words in lower case and without accents. */
export function wordsOf(name: string): string[] {
  const key = searchKey(name);
  return key === "" ? [] : key.split(" ");
}

/** From here on two names are the same name: one slip in a word of four letters, two in one of seven. */
export const SAME_NAME = 0.7;

/**
 * How far two names may be the same name, 0 to 1. Every word of the shorter name has to be found in the longer one, and
 * the one that is found worst decides: "Port code LO" and "Port code CH" have most letters in common and are two ports.
 */
export function nameLikeness(left: readonly string[], right: readonly string[]): number {
  const [less, more] = left.length <= right.length ? [left, right] : [right, left];
  if (less.length === 0) return 0;
  const [whole, other] = [less.join(""), more.join("")];
  if (whole === other) return 1;
  // Of names of as many words neither is a part of the other.
  if (less.length === more.length) return Math.min(worstWord(less, more), worstWord(more, less));
  // Written as one word by one of them.
  return Math.max(worstWord(less, more), wordLikeness(whole, other));
}

function worstWord(words: readonly string[], others: readonly string[]): number {
  let worst = 1;
  for (const word of words) {
    let best = others.includes(word) ? 1 : 0;
    for (const other of others) {
      if (best === 1) break;
      best = Math.max(best, wordLikeness(word, other));
    }
    worst = Math.min(worst, best);
    if (worst === 0) break;
  }
  return worst;
}
