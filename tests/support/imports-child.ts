import type { House } from "#app/services/house.server.ts";
import { openDatabase } from "#db/client.server.ts";
import { startImports } from "#realtime/imports.ts";
import { aStore } from "./files.ts";

/** A process that works on the imports of a database until it is killed. */
const [appUrl = "", secret = ""] = process.argv.slice(2);
const { db } = openDatabase(appUrl, { max: 4, name: "naga imports" });
const log = { info: () => {}, error: () => {} };
const house: House = { db, poke: () => {}, secret, ...aStore(), log };
startImports(house, log);
process.stdout.write("ready\n");
