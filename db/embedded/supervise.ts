import { setTimeout as pause } from "node:timers/promises";
import type { Running } from "./launch.ts";
import { stopServer } from "./leftover.ts";

export interface Supervised {
  pid(): number;
  stop(): Promise<void>;
}

interface Watch {
  first: Running;
  restart(): Promise<Running>;
  log(line: string): void;
}

/** Starts the server again whenever it ends without having been asked to; tries for as long as the app lives. */
export function supervise({ first, restart, log }: Watch): Supervised {
  let running = first;
  let stopping = false;

  async function watch(): Promise<void> {
    for (;;) {
      await running.gone;
      if (stopping) return;
      log("database ended unasked, starting it again");
      running = await startAgain();
      if (stopping) await stopServer(running.pid);
    }
  }

  async function startAgain(): Promise<Running> {
    for (let tries = 1; ; tries++) {
      try {
        return await restart();
      } catch (error) {
        if (stopping) return { ...running, gone: Promise.resolve() };
        log(`database does not start yet: ${error instanceof Error ? error.message : error}`);
        await pause(Math.min(2_000, 100 * tries));
      }
    }
  }

  const watching = watch();
  return {
    pid: () => running.pid,
    async stop() {
      stopping = true;
      await stopServer(running.pid);
      await watching;
    },
  };
}
