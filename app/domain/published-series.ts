/** A figure as somebody published it; two publications that differ are two figures. */
export type PublishedNumber = {
  line: string;
  value: string | null;
  unit: string;
  qualifier: string;
  definition: string;
};

export type SeriesPoint = {
  edition: string;
  /** The value that comes first in the list; null where nothing was found. */
  value: string | null;
  qualifier: string;
  definition: string | null;
  /** Other values that were published of the same. */
  others: readonly string[];
};

export type Series = {
  line: string;
  unit: string;
  points: readonly SeriesPoint[];
  /** More than one definition: the numbers are no one series. */
  broken: boolean;
};

/** Fewer are no comparison. */
const LEAST = 2;

/**
 * What was published in one unit of one line, edition by edition: an edition of which nothing was found keeps its place.
 * Editions stand in the order in which they are given.
 */
export function seriesOf(editions: readonly { name: string; figures: readonly PublishedNumber[] }[]): Series[] {
  const named = editions.flatMap(({ figures }) => figures.map(({ line, unit }) => `${line} ${unit}`));
  return [...new Set(named)].flatMap((key) => {
    const points = editions.map(({ name, figures }) =>
      pointOf(
        name,
        figures.filter((one) => `${one.line} ${one.unit}` === key),
      ),
    );
    const known = points.filter(({ value }) => value !== null);
    const [line = "", unit = ""] = key.split(" ");
    const broken = new Set(known.map(({ definition }) => definition)).size > 1;
    return known.length < LEAST ? [] : [{ line, unit, points, broken }];
  });
}

function pointOf(edition: string, figures: readonly PublishedNumber[]): SeriesPoint {
  const [first, ...rest] = figures.filter(({ value }) => value !== null);
  return {
    edition,
    value: first?.value ?? null,
    qualifier: first?.qualifier ?? "exact",
    definition: first?.definition ?? null,
    others: rest.flatMap(({ value }) => value ?? []),
  };
}
