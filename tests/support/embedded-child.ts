import { startEmbedded } from "#db/embedded/start-embedded.ts";

/**
 * A process that keeps an embedded database until it is killed: tests end it without warning.
 * Without fsync a killed server may lose what it had acknowledged (commits are not waited for).
 */
const [dataDir = "", fsync = "false"] = process.argv.slice(2);
const { appUrl, superUrl, port, pid } = await startEmbedded({ dataDir, fsync: fsync === "true" });
process.stdout.write(`${JSON.stringify({ appUrl, superUrl, port, pid: pid() })}\n`);
