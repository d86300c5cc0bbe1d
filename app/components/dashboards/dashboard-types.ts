import type { Panel } from "#app/domain/dashboard.ts";

export type ListedDashboard = {
  id: string;
  name: string;
  shared: boolean;
  version: number;
  panels: number;
  own: boolean;
  /** Who made it; null where that is not known any more. */
  maker: string | null;
  agency: string | null;
};

export type OpenDashboard = Omit<ListedDashboard, "panels"> & { panels: readonly Panel[] };

/** The filter of a view that is kept, for a panel to take. */
export type FilterToChoose = { name: string; query: string };
