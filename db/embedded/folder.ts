import { randomBytes } from "node:crypto";
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { Refusal } from "../refusal.ts";
import type { Identity } from "./identity.ts";

/** Where a cluster lies: `<dataDir>/postgres-18/`, with the server's own files in `data`. */
export interface ClusterFolder {
  home: string;
  data: string;
  passwords: string;
  log: string;
}

export interface Passwords {
  super: string;
  owner: string;
  app: string;
  read: string;
}

export function clusterFolder(dataDir: string, major: number, making = false): ClusterFolder {
  const home = join(dataDir, `postgres-${major}${making ? ".new" : ""}`);
  return { home, data: join(home, "data"), passwords: join(home, "passwords.json"), log: join(home, "postgres.log") };
}

/** Makes the folder of this installation and refuses one in which nothing can be kept. */
export function openDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o711 });
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    throw new Refusal(
      `${dataDir} cannot be written: give this user the right to, or set DATA_DIR to a folder of yours.`,
    );
  }
}

/** Whether a whole cluster lies there; a folder that is neither absent nor whole is refused. */
export function clusterExists(folder: ClusterFolder): boolean {
  if (!existsSync(folder.home)) return false;
  for (const path of [join(folder.data, "PG_VERSION"), join(folder.data, "global", "pg_control"), folder.passwords]) {
    if (existsSync(path)) continue;
    throw new Refusal(
      `${folder.home} is not a whole database (${path.slice(folder.home.length + 1)} is missing): restore it from a backup, or move it away to start with an empty one.`,
    );
  }
  return true;
}

/** A database of another major version must never be passed over in silence for a new, empty one. */
export function refuseOtherMajor(dataDir: string, major: number): void {
  const other = readdirSync(dataDir).find((name) => /^postgres-\d+$/.test(name) && name !== `postgres-${major}`);
  if (!other) return;
  throw new Refusal(
    `${join(dataDir, other)} is a database of another version than PostgreSQL ${major}: start it with the Naga that made it and back up, or move it away to start with an empty one.`,
  );
}

/** The folders of a cluster to be made, owned by whom PostgreSQL runs as, closed to everybody else. */
export function layFolder(folder: ClusterFolder, identity: Identity): void {
  mkdirSync(folder.data, { recursive: true, mode: 0o700 });
  chmodSync(folder.home, identity.how === "setuid" ? 0o711 : 0o700);
  giveTo(identity, folder.data);
}

export function giveTo(identity: Identity, path: string): void {
  if (identity.how === "setuid") chownSync(path, identity.uid, identity.gid);
}

export function writePasswords(folder: ClusterFolder): Passwords {
  const password = () => randomBytes(24).toString("base64url");
  const made = { super: password(), owner: password(), app: password(), read: password() };
  writeFileSync(folder.passwords, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  return made;
}

export function readPasswords(folder: ClusterFolder): Passwords {
  try {
    return JSON.parse(readFileSync(folder.passwords, "utf8")) as Passwords;
  } catch {
    throw new Refusal(
      `${folder.passwords} cannot be read: start Naga as the user who owns it, or restore it from a backup.`,
    );
  }
}
