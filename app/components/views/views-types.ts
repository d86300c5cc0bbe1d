import type { ViewPage } from "#app/domain/view-address.ts";

export type View = {
  id: string;
  name: string;
  page: ViewPage;
  query: string;
  own: boolean;
  shared: boolean;
  version: number;
  /** Who made it; null where that is not known any more. */
  maker: string | null;
  agency: string | null;
  watch: { threshold: number; days: number | null } | null;
  /** Names of the places that its filter speaks of. */
  places: Readonly<Record<string, string>>;
};

/** Beside a page: its views and those of other pages, and the command of the form that keeps another one. */
export type ViewsBeside = {
  keeps: boolean;
  command: string;
  views: readonly Omit<View, "watch" | "places">[];
} | null;

/** So many cases came to fit a view. */
export type ViewNotice = {
  id: string;
  viewId: string;
  /** What the view is called now. */
  view: string;
  page: ViewPage;
  query: string;
  cases: number;
  firstAt: string;
  at: string;
  read: boolean;
  /** Up to two of its cases that are counted still. */
  seizures: readonly string[];
};
