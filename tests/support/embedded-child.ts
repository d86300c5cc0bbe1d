import { startEmbedded } from "#db/embedded/start-embedded.ts";

/** A process that keeps an embedded database until it is killed: tests end it without warning. */
const [dataDir = ""] = process.argv.slice(2);
const { appUrl, superUrl, port, pid } = await startEmbedded({ dataDir, fsync: false });
process.stdout.write(`${JSON.stringify({ appUrl, superUrl, port, pid: pid() })}\n`);
