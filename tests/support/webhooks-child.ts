import type { House } from "#app/services/house.server.ts";
import { openDatabase } from "#db/client.server.ts";
import { startWebhooks } from "#realtime/webhooks.ts";
import { aStore } from "./files.ts";
import { doorsHere } from "./webhook-world.ts";

/** A process that sends what the webhooks of a database are to be told, until it is killed. */
const [appUrl = "", secret = ""] = process.argv.slice(2);
const { db } = openDatabase(appUrl, { max: 4, name: "naga webhooks" });
const log = { info: () => {}, error: () => {} };
const house: House = { db, poke: () => {}, secret, ...aStore(), webhooks: doorsHere(), log };
startWebhooks(house, log);
process.stdout.write("ready\n");
