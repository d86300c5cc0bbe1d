import type { House } from "#app/services/house.server.ts";
import { openDatabase } from "#db/client.server.ts";
import { startSealer } from "#realtime/sealer.ts";
import { startViewWatches } from "#realtime/view-watches.ts";
import { aStore } from "./files.ts";

/** A process that seals, and tells whoever watches views of a database, until it is killed. */
const [appUrl = "", secret = ""] = process.argv.slice(2);
const { db } = openDatabase(appUrl, { max: 4, name: "naga watches" });
const log = { info: () => {}, error: () => {} };
const sealer = startSealer({ db, log: log, told: () => {} });
const house: House = { db, poke: sealer.poke, secret, ...aStore(), log };
startViewWatches(house, log);
process.stdout.write("ready\n");
