import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Env, refuseWeakSecret, type Settings } from "#app/env.server.ts";
import { checkCluster } from "#db/check-cluster.ts";
import { withConnection } from "#db/connect-once.ts";
import { type Embedded, joinEmbedded, startEmbedded } from "#db/embedded/start-embedded.ts";
import { refuseHalfRestored } from "#db/half-restored.ts";
import { migrate } from "#db/migrate.ts";
import { Refusal } from "#db/refusal.ts";
import { keepProofKey, proofKey } from "#db/server-secret.ts";
import { loadReference } from "#seeds/reference.server.ts";
import { beginAgain, isInUse } from "./in-use.ts";

/** An installation whose database runs, is migrated and has its reference data. */
export interface Installation {
  env: Env;
  /** Ours, where none was given. */
  embedded: Embedded | undefined;
  /** Ours, and nobody has been served from it yet: the demo data are still to be made. */
  isFresh: boolean;
  close(): Promise<void>;
}

interface OpenOptions {
  settings: Settings;
  say: (line: string) => void;
  /** For programs beside a running app: its database is used as it is. */
  join?: boolean;
}

export async function openInstallation({ settings, say, join = false }: OpenOptions): Promise<Installation> {
  const embedded = settings.embedded ? await openEmbedded(settings, say, join) : undefined;
  try {
    const isFresh = embedded !== undefined && !(await isInUse(embedded));
    if (embedded && isFresh && !embedded.isNew && !join) {
      await withConnection("DATABASE_OWNER_URL", embedded.ownerUrl, refuseHalfRestored);
      await beginAgain(embedded);
    }
    const env = complete(settings, embedded);
    await checkCluster(env);
    await migrate(env.ownerUrl);
    await keepProofKey(env.ownerUrl, proofKey(env.sessionSecret));
    await loadReference(env.ownerUrl);
    return { env, embedded, isFresh, close: async () => embedded?.stop() };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

function openEmbedded({ dataDir }: Settings, log: (line: string) => void, join: boolean): Promise<Embedded> {
  return join ? joinEmbedded({ dataDir, log }) : startEmbedded({ dataDir, log });
}

function complete(settings: Settings, embedded: Embedded | undefined): Env {
  const { appUrl = embedded?.appUrl, ownerUrl = embedded?.ownerUrl } = settings;
  const sessionSecret = settings.sessionSecret ?? (embedded ? ownSecret(settings.dataDir) : undefined);
  if (!appUrl || !ownerUrl || !sessionSecret) throw new Error("Settings are parsed, yet not complete");
  return { ...settings, appUrl, ownerUrl, sessionSecret };
}

/** Made at the first start and kept beside the data, readable by its owner alone. */
function ownSecret(dataDir: string): string {
  const path = join(dataDir, "session-secret");
  try {
    if (!existsSync(path)) writeFileSync(path, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
    const secret = readFileSync(path, "utf8").trim();
    refuseWeakSecret(secret);
    return secret;
  } catch (error) {
    const why = error instanceof Refusal ? "does not hold a secret" : "cannot be read";
    throw new Refusal(`${path} ${why}: restore it from a backup, or delete it; everybody then signs in again.`);
  }
}
