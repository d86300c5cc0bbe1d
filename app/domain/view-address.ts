/** Pages of an operation whose address says all of how they are looked at. */
export const VIEW_PAGES = ["map", "statistics", "seizures"] as const;
export type ViewPage = (typeof VIEW_PAGES)[number];

/** Where a view leads, below the address of its operation. */
export function placeOfView({ page, query }: { page: ViewPage; query: string }): string {
  return query === "" ? page : `${page}?${query}`;
}
