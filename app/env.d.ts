import "@remix-run/node";
import type { Logger } from "pino";
import type { Database } from "#db/client.server.ts";
import type { Limits } from "#realtime/http/limits.ts";
import type { House } from "./services/house.server.ts";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }

  /** What the server hands to every loader and action. */
  interface AppLoadContext {
    nonce: string;
    requestId: string;
    log: Logger;
    /** What services work through: app-role database, sealer, proof secret, log. */
    house: House;
    /** True behind https: cookies then carry `__Host-` and Secure. */
    secure: boolean;
    /** The pool of the app role; `reading` goes to the read role where one is given. */
    database: Database;
    reading: Database;
    limits: Limits;
    /** Where an operator lays national boundary files. */
    boundariesFolder: string;
    /** The caller's address, as far as trusted proxies tell it. */
    address: string;
  }
}
