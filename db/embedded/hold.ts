import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { Refusal } from "../refusal.ts";

const LOCK = 6_241_001;

/**
 * One app per data folder: a session of the cluster holds a lock for as long as the app lives. The lock of a killed
 * app goes with its connection, which the server notices at once.
 */
export async function holdCluster(url: string, dataDir: string): Promise<{ release(): Promise<void> }> {
  const session = postgres(url, { max: 1, max_lifetime: null, onnotice: () => {} });
  const giveUpAt = Date.now() + 5_000;
  try {
    while (!(await lock(session))) {
      if (Date.now() > giveUpAt) {
        throw new Refusal(
          `Naga already runs on ${dataDir}: stop it first, or set DATA_DIR (and PORT) for a second one.`,
        );
      }
      await pause(100);
    }
  } catch (error) {
    await session.end({ timeout: 1 });
    throw error;
  }
  return { release: () => session.end({ timeout: 1 }) };
}

async function lock(session: postgres.Sql): Promise<boolean> {
  const [row] = await session<{ held: boolean }[]>`select pg_try_advisory_lock(${LOCK}) as held`;
  return row?.held ?? false;
}
