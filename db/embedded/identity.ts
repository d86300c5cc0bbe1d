import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { Refusal } from "../refusal.ts";

/**
 * As whom PostgreSQL runs: it refuses to run as root. `direct` is the ordinary user who starts Naga, `setuid` another
 * user of this machine, `unshare` root seen as an ordinary user from inside a user namespace (files stay root's).
 */
export type Identity = { how: "direct" } | { how: "unshare" } | { how: "setuid"; uid: number; gid: number };

interface Program {
  file: string;
  args: string[];
  uid?: number;
  gid?: number;
  env: NodeJS.ProcessEnv;
}

/** Nothing of ours is handed down: neither secrets nor settings of other PostgreSQL programs. */
const CLEAN: NodeJS.ProcessEnv = { NODE_ENV: "production" };
const UNSHARE = ["--user", "--map-user=1000", "--map-group=1000", "--"];

/** How to start `file` as this identity. */
export function programAs(identity: Identity, file: string, args: string[]): Program {
  if (identity.how === "unshare")
    return { file: "unshare", args: [...UNSHARE, file, ...args], env: { ...CLEAN, PATH: "/usr/bin:/bin" } };
  if (identity.how === "setuid") return { file, args, uid: identity.uid, gid: identity.gid, env: CLEAN };
  return { file, args, env: CLEAN };
}

/** Chooses the identity for a cluster in `data`, of which nothing or everything exists already. */
export function chooseIdentity(postgres: string, data: string): Identity {
  const mine = process.getuid?.() ?? 0;
  const owner = existsSync(data) ? statSync(data) : undefined;
  if (mine !== 0) {
    if (owner && owner.uid !== mine) {
      throw new Refusal(
        `${data} belongs to another user: start Naga as that user, or set DATA_DIR to a folder of yours.`,
      );
    }
    return mustRun({ how: "direct" }, postgres);
  }
  if (owner && owner.uid !== 0) return mustRun({ how: "setuid", uid: owner.uid, gid: owner.gid }, postgres);
  if (owner) return mustRun({ how: "unshare" }, postgres);
  return firstThatRuns(postgres, data);
}

function firstThatRuns(postgres: string, data: string): Identity {
  const user = unprivilegedUser();
  if (user && openToAll(dirname(data)) && runs(user, postgres)) return user;
  if (runs({ how: "unshare" }, postgres)) return { how: "unshare" };
  throw new Refusal(
    "PostgreSQL does not run as root and no other way was found here: start Naga as an ordinary user, or move it to a folder open to all (such as /opt).",
  );
}

function mustRun(identity: Identity, postgres: string): Identity {
  if (runs(identity, postgres)) return identity;
  throw new Refusal(
    `${postgres} does not run on this machine for the owner of the data folder: it needs glibc and a path that user may read. Move Naga, or set DATABASE_URL and DATABASE_OWNER_URL.`,
  );
}

function runs(identity: Identity, postgres: string): boolean {
  const { file, args, ...ids } = programAs(identity, postgres, ["--version"]);
  return spawnSync(file, args, { ...ids, stdio: "ignore", cwd: "/", timeout: 10_000 }).status === 0;
}

/** Whether every folder that exists on the way may be entered by everybody. */
function openToAll(folder: string): boolean {
  for (let path = resolve(folder); ; path = dirname(path)) {
    if (existsSync(path) && (statSync(path).mode & 0o001) === 0) return false;
    if (path === dirname(path)) return true;
  }
}

function unprivilegedUser(): Identity | undefined {
  const users = existsSync("/etc/passwd") ? readFileSync("/etc/passwd", "utf8").split("\n") : [];
  for (const name of ["postgres", "_postgres", "nobody", "daemon"]) {
    const [, , uid, gid] = users.find((line) => line.startsWith(`${name}:`))?.split(":") ?? [];
    if (Number(uid) > 0 && Number(gid) > 0) return { how: "setuid", uid: Number(uid), gid: Number(gid) };
  }
}
