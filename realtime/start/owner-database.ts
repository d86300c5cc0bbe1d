import type { Settings } from "#app/env.server.ts";
import { embeddedExists, joinEmbedded } from "#db/embedded/start-embedded.ts";
import { Refusal } from "#db/refusal.ts";

/** The database as it is, without migrations; of ours, the server that runs or one of this program's own. */
export async function openOwnerDatabase(
  settings: Settings,
  log: (line: string) => void,
): Promise<{ ownerUrl: string; close: () => Promise<void> }> {
  if (settings.ownerUrl) return { ownerUrl: settings.ownerUrl, close: async () => {} };
  if (!embeddedExists(settings.dataDir)) {
    throw new Refusal(`${settings.dataDir} holds no database: set DATA_DIR or DATABASE_URL as for npm start.`);
  }
  const embedded = await joinEmbedded({ dataDir: settings.dataDir, log });
  return { ownerUrl: embedded.ownerUrl, close: embedded.stop };
}
