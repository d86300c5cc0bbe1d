import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "../client.server.ts";

const Row = z.object({ family: z.string(), cases: z.number().int().nullable() });
export type PanelRow = z.infer<typeof Row>;

/** The fixed panel of observers: cases in all and by family letter; null where a cell is too small to be shown. */
export async function observerPanel(tx: Tx): Promise<PanelRow[]> {
  return z.array(Row).parse([...(await tx.execute(sql`select family, cases from observer_panel() order by family`))]);
}
