/**
 * What is known of a cell's part of all cases before: a gamma distribution, of `cases` among `among`. Its mean is
 * cases / among, and it is the vaguer the smaller both are.
 */
export type Known = { cases: number; among: number };

/**
 * How much better `cases` among `among` fit a part that is `times` what it was than one that stayed, as a logarithm. Both
 * are predicted from what is known, so little knowledge makes little evidence (Poisson counts, gamma knowledge).
 */
export function evidenceOf(known: Known, { cases, among }: Known, times: number): number {
  const stayed = known.among + among;
  const changed = known.among + times * among;
  return cases * Math.log(times) - (known.cases + cases) * Math.log(changed / stayed);
}

/** How many cases would have come among so many, by what is known. */
export function expectedOf(known: Known, among: number): number {
  return (known.cases / known.among) * among;
}

/** How likely at most so many cases are when the part stayed: the tail of the negative binomial that is predicted. */
export function chanceOfAtMost(known: Known, { cases, among }: Known): number {
  const fails = known.among / (known.among + among);
  let term = fails ** known.cases;
  let sum = term;
  for (let count = 1; count <= cases; count++) {
    term *= ((known.cases + count - 1) / count) * (1 - fails);
    sum += term;
  }
  return Math.min(1, sum);
}
