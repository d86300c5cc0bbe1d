import type { House } from "#app/services/house.server.ts";
import { importFile } from "#app/services/import-file.server.ts";
import { openDatabase } from "#db/client.server.ts";
import { aStore } from "./files.ts";

/** A program that brings in a file which lies beside it, until it is killed. */
const [appUrl = "", secret = "", operationId = "", token = "", path = ""] = process.argv.slice(2);
const { db } = openDatabase(appUrl, { max: 4, name: "naga import" });
const log = { info: () => {}, error: () => {} };
const house: House = { db, poke: () => {}, secret, ...aStore(), log };
process.stdout.write("ready\n");
await importFile({ house, token, operationId }, { path, answers: { handling: "H1" }, mode: "good", corrects: false });
