import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { s3Store } from "#app/attachments/s3-store.server.ts";
import { readBackupSecrets, readSettings, type Settings } from "#app/env.server.ts";
import { newKey, readBackupKey } from "#db/backup/age-key.ts";
import { megabytes } from "#db/backup/describe.ts";
import { exported } from "#db/backup/export.ts";
import type { Header } from "#db/backup/format.ts";
import { partOf, writeSealed } from "#db/backup/sealed-file.ts";
import { withConnection } from "#db/connect-once.ts";
import { refuseHalfRestored } from "#db/half-restored.ts";
import { Refusal } from "#db/refusal.ts";
import { whenInterrupted } from "./start/interrupted.ts";
import { withOneLineRefusals } from "./start/one-line.ts";
import { openOwnerDatabase } from "./start/owner-database.ts";
import { refuseTooLittleRoom } from "./start/room.ts";
import { ToldProgress, tell } from "./start/told-progress.ts";

/** `npm run backup`: everything of an installation in one sealed file, while people go on writing. */
const USAGE =
  "Usage: npm run backup -- <folder or new file>, or npm run backup -- --new-key <new file> (a pair of keys to seal backups with)";

/** What text of tables takes, against the pages of tables and indexes in which it lies; three times what was measured. */
const SHARE_OF_DATABASE = 0.25;

function readArguments(): { to?: string | undefined; newKey?: string | undefined } {
  try {
    const options = { "new-key": { type: "string" } } as const;
    const { positionals, values } = parseArgs({ args: process.argv.slice(3), allowPositionals: true, options });
    const [to, ...more] = positionals;
    if (more.length === 0 && (to === undefined) !== (values["new-key"] === undefined)) {
      return { to, newKey: values["new-key"] };
    }
  } catch {
    // told below like a missing argument
  }
  throw new Refusal(USAGE);
}

async function makeKey(path: string): Promise<void> {
  const { file, publicKey } = await newKey();
  try {
    writeFileSync(path, file, { mode: 0o600, flag: "wx" });
  } catch {
    throw new Refusal(`${path} cannot be written: name a new file in a folder of yours.`);
  }
  tell(`${path} opens what it seals: keep a copy where no fire and no thief reaches both it and the backups.`);
  tell("On the server the public key in a file of its own is enough:");
  process.stdout.write(`${publicKey}\n`);
}

/** In a folder it is named after the hour, so that backups lie in their order. */
function targetOf(to: string): string {
  const name = `naga-${new Date().toISOString().replaceAll(/[-:]|\.\d+/g, "")}.tar.gz.age`;
  const path = existsSync(to) && statSync(to).isDirectory() ? join(to, name) : to;
  if (existsSync(path)) throw new Refusal(`${path} is there already: name a new file, or a folder.`);
  return path;
}

async function refuseNothing(ownerUrl: string): Promise<void> {
  await withConnection("DATABASE_OWNER_URL", ownerUrl, async (sql) => {
    await refuseHalfRestored(sql);
    const [row] = await sql<{ made: boolean }[]>`
      select to_regclass('drizzle.__drizzle_migrations') is not null and to_regclass('jobs.version') is not null as made`;
    if (!row?.made) throw new Refusal("This database holds nothing of Naga yet: there is nothing to back up.");
  });
}

function versionOfNaga(): string {
  const { version } = JSON.parse(readFileSync(fileURLToPath(new URL("../package.json", import.meta.url)), "utf8"));
  return String(version);
}

async function backUp(path: string, settings: Settings): Promise<void> {
  const key = await readBackupKey(readBackupSecrets());
  const { ownerUrl, close } = await openOwnerDatabase(settings, tell);
  whenInterrupted(async () => {
    rmSync(partOf(path), { force: true });
    await close();
    tell("Interrupted: no backup was made.");
  });
  try {
    await refuseNothing(ownerUrl);
    const told = new ToldProgress("read");
    const begun = ({ databaseBytes, filesBytes, tables }: Header) => {
      refuseTooLittleRoom(path, databaseBytes * SHARE_OF_DATABASE + filesBytes);
      tell(`${tables.length} tables and ${megabytes(filesBytes)} of files are written to ${partOf(path)} …`);
    };
    const bucket = settings.s3 && s3Store(settings.s3);
    const source = { ownerUrl, dataDir: settings.dataDir, bucket, app: versionOfNaga(), say: tell, count: told.count };
    const size = await writeSealed(path, key, exported(source, begun));
    tell(`${told.sum()}; ${megabytes(size)} written. Prove it with npm run restore -- --verify ${path}`);
    process.stdout.write(`${path}\n`);
  } finally {
    await close();
  }
}

await withOneLineRefusals(async () => {
  if (existsSync(".env")) process.loadEnvFile?.(".env");
  const { to, newKey: keyFile } = readArguments();
  if (keyFile !== undefined) await makeKey(keyFile);
  if (to !== undefined) await backUp(targetOf(to), readSettings());
});
