import { randomInt } from "node:crypto";
import { createServer } from "node:net";
import { Refusal } from "../refusal.ts";

/**
 * A free port below the range from which systems take the near end of outgoing connections: while the server is down,
 * a client that keeps trying a port of that range can end up connected to itself, and the server cannot come back.
 */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 200; tries++) {
    const port = randomInt(15_000, 32_000);
    if (await isFree(port)) return port;
  }
  throw new Refusal(
    "No free port was found on 127.0.0.1 between 15000 and 32000 for the database: free some and start again.",
  );
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
}
