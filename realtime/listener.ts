import { Client } from "pg";
import { faultLog, type Log } from "./fault-log.ts";

type ListenerOptions = {
  url: string;
  log: Log;
  /** What to do with a notice, by channel. */
  channels: Record<string, (payload: string) => void>;
  /** Notices are heard from now on; what was said before was not. */
  hearing: () => void;
  /** The line is gone: nothing is heard until `hearing` is called again. */
  deaf: () => void;
};

export type Listener = { close: () => Promise<void> };

const BEAT_MS = 1_000;
const ANSWER_WITHIN_MS = 2_000;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 1_000;

/**
 * Hears PostgreSQL's notices over a connection of its own, knows when it does not, and opens another one until it does
 * again. (The pool's driver gives up for good when the first attempt to listen again fails, and does not say so.)
 */
export function listenTo(options: ListenerOptions): Listener {
  const faults = faultLog(options.log, "hearing notices");
  let ended = false;
  let end: (() => void) | undefined;
  const over = run();

  async function run(): Promise<void> {
    for (let pause = FIRST_PAUSE_MS; !ended; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      try {
        await listenOnce(options, (stop) => {
          pause = FIRST_PAUSE_MS;
          end = stop;
          faults.over();
        });
      } catch (error) {
        if (!ended) faults.note(error);
      }
      if (!ended) await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }

  return {
    async close() {
      ended = true;
      end?.();
      await over;
    },
  };
}

/** Resolves when it was ended, rejects when the connection fails or no longer answers. */
async function listenOnce(options: ListenerOptions, began: (stop: () => void) => void): Promise<void> {
  const client = new Client({
    connectionString: options.url,
    application_name: "naga notices",
    connectionTimeoutMillis: ANSWER_WITHIN_MS,
    query_timeout: ANSWER_WITHIN_MS,
  });
  let beat: NodeJS.Timeout | undefined;
  let heard = false;
  try {
    await new Promise<void>((stop, fail) => {
      client.on("error", fail);
      client.on("end", () => fail(new Error("the connection ended")));
      client.on("notification", ({ channel, payload }) => options.channels[channel]?.(payload ?? ""));
      const open = async () => {
        await client.connect();
        for (const channel of Object.keys(options.channels)) await client.query(`listen ${channel}`);
        began(stop);
        heard = true;
        options.hearing();
        beat = setInterval(() => client.query("select 1").catch(fail), BEAT_MS);
      };
      open().catch(fail);
    });
  } finally {
    clearInterval(beat);
    if (heard) options.deaf();
    client.removeAllListeners("end");
    client.on("error", () => {});
    await client.end().catch(() => {});
  }
}
