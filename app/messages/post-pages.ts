/** A reporter's first page; the same address is the desk's first page for others. */
const HOME = "routes/operations.$operationId._index";

/** The page of what waits: also what is refused, without a line that could bring the words. */
const OUTBOX = "routes/outbox._index";

/** Pages that have to work soon on a phone with a bad line: their texts come in files of their own. */
const POST_ROUTES: readonly string[] = [
  "routes/operations.$operationId.seizures.new",
  "routes/operations.$operationId.seizures.$seizureId_.amend",
  "routes/operations.$operationId.seizures.$seizureId_.draft",
  OUTBOX,
];

const filesOf = (routes: readonly string[]) => [
  ...["root", "routes/operations.$operationId", ...routes].map((route) => `${route}.tsx`),
  "components/workspace/reporter-today.tsx",
];

/** What these pages are made of, as paths in the folder `app`. */
export const POST_PAGES: readonly string[] = filesOf(POST_ROUTES);

/** Those of them that are drawn with the first texts alone. */
export const FIRST_PAGES: readonly string[] = filesOf(POST_ROUTES.filter((route) => route !== OUTBOX));

/**
 * Which texts a page has to have before it can be drawn. `reports`: the reader is one who reports, and no desk.
 * `answers`: it is the answer to something that was sent, or says what went wrong.
 */
export function textsOf(route: string, { reports, answers }: { reports: boolean; answers: boolean }) {
  if (!POST_ROUTES.includes(route) && !(route === HOME && reports)) return ["first", "post", "rest"] as const;
  return answers || route === OUTBOX ? (["first", "post"] as const) : (["first"] as const);
}
