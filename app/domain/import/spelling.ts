/**
 * How many letters have to be changed, added, left out or swapped with their neighbour to make one word of the other
 * (optimal string alignment); `most` + 1 as soon as it is more than `most`.
 */
export function changesBetween(left: string, right: string, most: number): number {
  if (Math.abs(left.length - right.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (let row = 1; row <= left.length; row++) {
    const now = [row];
    for (let at = 1; at <= right.length; at++) {
      const same = left[row - 1] === right[at - 1] ? 0 : 1;
      let least = Math.min((last[at] ?? 0) + 1, (now[at - 1] ?? 0) + 1, (last[at - 1] ?? 0) + same);
      const swapped = row > 1 && at > 1 && left[row - 1] === right[at - 2] && left[row - 2] === right[at - 1];
      if (swapped) least = Math.min(least, (before[at - 2] ?? 0) + 1);
      now.push(least);
    }
    if (Math.min(...now) > most) return most + 1;
    [before, last] = [last, now];
  }
  return last[right.length] ?? most + 1;
}

/**
 * What may be meant by a misspelt word: those that are nearest to it, if any is near enough for its length. `telling`:
 * how many of its letters tell it from others, where the rest is a word that many have.
 */
export function nearestWords(word: string, words: Iterable<string>, telling = word.length): string[] {
  const most = telling < 5 ? 0 : telling < 9 ? 1 : 2;
  let [least, found]: [number, string[]] = [most, []];
  if (most === 0) return [];
  for (const other of words) {
    const changes = changesBetween(word, other, least);
    if (changes > least) continue;
    if (changes < least) found = [];
    [least, found] = [changes, [...found, other]];
  }
  return found;
}
