import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { diskStore } from "#app/attachments/store.server.ts";
import { readCenMapping } from "#app/cen-mapping.server.ts";
import { readContributionMapping } from "#app/contribution-mapping.server.ts";
import type { House } from "#app/services/house.server.ts";
import { NO_WEBHOOKS } from "#app/webhooks/call.server.ts";
import { officeMaker } from "#realtime/office/office-maker.ts";
import { typesetter } from "#realtime/typesetting/typesetter.ts";

/** A store of files of this test's own, gone with its process; nothing is scanned, and nothing sent anywhere. */
export function aStore(): Pick<House, "files" | "scan" | "webhooks" | "cen" | "contributions" | "typeset" | "office"> {
  return {
    files: diskStore(aFolder()),
    scan: null,
    webhooks: NO_WEBHOOKS,
    cen: readCenMapping(),
    contributions: readContributionMapping(),
    typeset: typesetter(),
    office: officeMaker({ templates: null }),
  };
}

/** A folder of this test's own, gone with its process. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "naga-files-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
