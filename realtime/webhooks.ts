import type { House } from "#app/services/house.server.ts";
import { webhookWorker } from "#app/services/webhook-work.server.ts";
import { sweepDeliveries } from "#db/queries/webhook-work.server.ts";
import { faultLog, type Log } from "./fault-log.ts";
import type { SideWork } from "./server.ts";

const LOOK_MS = 1_000;
const SWEEP_MS = 3_600_000;

/**
 * Sends what webhooks are to be told. Looks once a second, whatever is still under way: what another process left behind
 * is taken over when its hold runs out.
 */
export function startWebhooks(house: House, log: Log): SideWork {
  const faults = faultLog(log, "webhooks");
  let over = false;
  let swept = Number.NEGATIVE_INFINITY;
  const rounds = new Set<Promise<void>>();
  const work = webhookWorker(house, { isOver: () => over, chance: Math.random });

  async function round(): Promise<void> {
    await work();
    if (over || performance.now() - swept < SWEEP_MS) return;
    swept = performance.now();
    await sweepDeliveries(house.db);
  }

  const look = () => {
    const under: Promise<void> = round()
      .then(faults.over, faults.note)
      .finally(() => rounds.delete(under));
    rounds.add(under);
  };
  const looking = setInterval(look, LOOK_MS);
  look();
  return {
    async stop() {
      over = true;
      clearInterval(looking);
      await Promise.all(rounds);
    },
  };
}
