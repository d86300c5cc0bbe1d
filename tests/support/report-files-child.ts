import { diskStore } from "#app/attachments/store.server.ts";
import type { House } from "#app/services/house.server.ts";
import { openDatabase } from "#db/client.server.ts";
import { startReportFiles } from "#realtime/report-files.ts";
import { aStore } from "./files.ts";

/** A process that makes files of reports, with a folder that outlives it, until it is killed. */
const [appUrl = "", secret = "", folder = ""] = process.argv.slice(2);
const { db } = openDatabase(appUrl, { max: 4, name: "naga report files" });
const log = { info: () => {}, error: () => {} };
const house: House = { db, poke: () => {}, secret, ...aStore(), files: diskStore(folder), log };
startReportFiles(house, log);
process.stdout.write("ready\n");
