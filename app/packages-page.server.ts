import { v7 as uuid } from "uuid";
import type { Tx } from "#db/client.server.ts";
import type { Self } from "#db/queries/acting.server.ts";
import { keptUntil } from "#db/queries/closing.server.ts";
import { findPackage, listPackages, type RecordPackage } from "#db/queries/record-packages.server.ts";
import type { PackagesPageData } from "./components/closing/package-types.ts";
import { may } from "./domain/access.ts";
import { Id } from "./domain/id.ts";
import { Problem } from "./domain/problem.ts";
import { memberOf, mustBeAllowed } from "./services/write.server.ts";

const LISTED = 50;

/** The agency's packages, for its contact points; null for everybody else. */
export async function packagesPage(tx: Tx, self: Self): Promise<PackagesPageData | null> {
  const member = memberOf(self);
  if (!may(member, "records.take", member.operation.state, { agencyId: member.agencyId })) return null;
  const found = await listPackages(tx, member, LISTED);
  return {
    lines: found.map(({ by, askedAt, asOf, counts, ...one }) => ({
      ...one,
      by: by ?? "",
      askedAt: askedAt.toISOString(),
      asOf: asOf?.toISOString() ?? null,
      cases: counts["cases.json"] ?? 0,
      files: counts["files.json"] ?? 0,
    })),
    keptUntil: await keptUntil(tx, member.operationId),
    command: uuid(),
    fresh: uuid(),
  };
}

/** The finished package in the address; one that is not of the reader's agency is not there. */
export async function packageInAddress(tx: Tx, self: Self, packageId: string | undefined): Promise<RecordPackage> {
  const { agencyId } = memberOf(self);
  const { operationId } = mustBeAllowed(self, "records.take", { agencyId });
  const id = Id.safeParse(packageId);
  const of = id.success ? await findPackage(tx, { operationId, id: id.data }) : undefined;
  if (of?.state !== "done") throw new Problem("not-found", "package.unknown");
  return of;
}
