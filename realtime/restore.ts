import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { s3Store } from "#app/attachments/s3-store.server.ts";
import { readBackupSecrets, readSettings, type Settings } from "#app/env.server.ts";
import { type BackupKey, readBackupKey } from "#db/backup/age-key.ts";
import { describe } from "#db/backup/describe.ts";
import { readBackup, type Whole } from "#db/backup/read.ts";
import { refuseUnknownMigrations, restore } from "#db/backup/restore.ts";
import { checkCluster } from "#db/check-cluster.ts";
import { type Embedded, startEmbedded } from "#db/embedded/start-embedded.ts";
import { Refusal } from "#db/refusal.ts";
import { markInUse } from "./start/in-use.ts";
import { whenInterrupted } from "./start/interrupted.ts";
import { withOneLineRefusals } from "./start/one-line.ts";
import { refuseTooLittleRoom } from "./start/room.ts";
import { ToldProgress, tell } from "./start/told-progress.ts";

/** `npm run restore`: a backup into an empty installation; with `--verify` it is only read, all of it. */
const USAGE =
  "Usage: npm run restore -- <backup> (into an empty installation), or npm run restore -- --verify <backup>";

/** Tables, indexes and the log of changes while they are filled, against the database that was backed up. */
const SHARE_OF_DATABASE = 1.5;

function readArguments(): { file: string; verify: boolean } {
  try {
    const options = { verify: { type: "boolean" } } as const;
    const { positionals, values } = parseArgs({ args: process.argv.slice(3), allowPositionals: true, options });
    const [file, ...more] = positionals;
    if (file && more.length === 0) return { file, verify: values.verify ?? false };
  } catch {
    // told below like a missing argument
  }
  throw new Refusal(USAGE);
}

type Opened = { ownerUrl: string; appUrl: string; embedded: Embedded | undefined };

/** A given database, or ours, which no app may be running on. */
async function openTarget(settings: Settings): Promise<Opened> {
  const { ownerUrl, appUrl, dataDir } = settings;
  if (ownerUrl && appUrl) return { ownerUrl, appUrl, embedded: undefined };
  const embedded = await startEmbedded({ dataDir, log: tell });
  return { ownerUrl: embedded.ownerUrl, appUrl: embedded.appUrl, embedded };
}

async function bringBack(path: string, key: BackupKey, whole: Whole, settings: Settings): Promise<void> {
  const { databaseBytes, filesBytes } = whole.header;
  const here = settings.embedded ? databaseBytes * SHARE_OF_DATABASE : 0;
  refuseTooLittleRoom(settings.dataDir, here + filesBytes);
  const { ownerUrl, appUrl, embedded } = await openTarget(settings);
  whenInterrupted(async () => {
    tell("Interrupted: the database says that it is half restored. Run npm run restore again.");
    await embedded?.stop();
  });
  try {
    await checkCluster({ ownerUrl, appUrl, readUrl: settings.readUrl });
    const told = new ToldProgress("restored");
    const bucket = settings.s3 && s3Store(settings.s3);
    await restore({ path, key, whole, ownerUrl, dataDir: settings.dataDir, bucket, say: tell, bytes: told.count });
    if (embedded) await markInUse(embedded);
    tell(`${told.sum()}. Now npm start.`);
  } finally {
    await embedded?.stop();
  }
}

await withOneLineRefusals(async () => {
  if (existsSync(".env")) process.loadEnvFile?.(".env");
  const { file, verify } = readArguments();
  const settings = verify ? undefined : readSettings();
  const told = new ToldProgress("read");
  tell(`${file} is read to its end …`);
  const key = await readBackupKey(readBackupSecrets());
  const whole = await readBackup(file, key, { bytes: told.count });
  refuseUnknownMigrations(file, whole.header);
  tell(told.sum());
  for (const line of describe(whole)) process.stdout.write(`${line}\n`);
  if (settings) await bringBack(file, key, whole, settings);
  else process.stdout.write("It is whole.\n");
});
