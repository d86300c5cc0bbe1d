/** A reporter's first page; the same address is the desk's first page for others. */
const HOME = "routes/operations.$operationId._index";

/** Pages that have to work soon on a phone with a bad line: their texts come in a file of their own. */
const POST_ROUTES: readonly string[] = [
  "routes/operations.$operationId.seizures.new",
  "routes/operations.$operationId.seizures.$seizureId_.amend",
  "routes/operations.$operationId.seizures.$seizureId_.draft",
  "routes/outbox._index",
];

/** What these pages are drawn with, as paths in the folder `app`. */
export const POST_PAGES: readonly string[] = [
  ...["root", "routes/operations.$operationId", ...POST_ROUTES].map((route) => `${route}.tsx`),
  "components/workspace/reporter-today.tsx",
];

/** Whether a page shows nothing but what those files hold. `reports`: the reader is one who reports, and no desk. */
export function isPostPage(route: string, reports: boolean): boolean {
  return POST_ROUTES.includes(route) || (route === HOME && reports);
}
