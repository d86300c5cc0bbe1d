/** What the page of an operation's links shows: what nobody answered, what belongs together, what was dismissed. */
export const LINK_VIEWS = ["open", "linked", "apart"] as const;
export type LinkView = (typeof LINK_VIEWS)[number];

/** The view that an address asks for; what is open where it asks for none. */
export function linkViewOf(asked: string | null): LinkView {
  return LINK_VIEWS.find((view) => view === asked) ?? "open";
}
