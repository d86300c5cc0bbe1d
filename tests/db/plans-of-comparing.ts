import { z } from "zod";
import { loader } from "#app/routes/api.v1.operations.$operationId.seizures._index.ts";
import type { Acting } from "#app/services/house.server.ts";
import type { Tx } from "#db/client.server.ts";
import type { Membership } from "#db/queries/acting.server.ts";
import { usualQuantities } from "#db/queries/report-form.server.ts";
import { visit } from "#tests/support/visit.ts";

/** What a new case is compared with. */
export const OF_COMPARING = {
  "usual quantities of two kinds": (tx: Tx, { operationId }: Membership) =>
    usualQuantities(tx, operationId, [
      { commodity: "ivory_raw", unit: "kg" },
      { commodity: "live_plants", unit: "kg" },
    ]),
};

/** What the rows of a file are compared with. */
export const usualOfAll = (tx: Tx, { operationId }: Membership) => usualQuantities(tx, operationId, "all");

const Page = z.object({
  seizures: z.array(z.object({ id: z.string() })),
  total: z.number(),
  next: z.string().nullable(),
  head: z.number(),
});

/**
 * What a machine asks for that keeps a copy: what changed after a number of the feed, the page behind the first, and
 * those of them in which a text is found.
 */
export async function changesFor({ house, token, operationId }: Acting, back: number) {
  const ask = async (query: Record<string, string>) => {
    const params = { operationId: operationId ?? "" };
    const headers = { Authorization: `Bearer ${token}` };
    const path = `/api/v1/operations/${operationId}/seizures?${new URLSearchParams(query)}`;
    return Page.parse((await visit(loader, path, { house, params, headers })).data);
  };
  const { head } = await ask({ limit: "1" });
  const changedAfter = String(head - back);
  const { total, next: cursor } = await ask({ changedAfter });
  // Some are held back by their owners.
  if (total < back * 0.9 || cursor === null) throw new Error(`${total} seizures of ${back} changes`);
  return [
    () => ask({ changedAfter }),
    () => ask({ changedAfter, cursor }),
    () => ask({ changedAfter, search: "ivory" }),
  ];
}
