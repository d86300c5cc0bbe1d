import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** What a running server writes about itself into `postmaster.pid`. */
export interface PidFile {
  pid: number;
  port: number;
  ready: boolean;
}

export function readPidFile(data: string): PidFile | undefined {
  try {
    const lines = readFileSync(join(data, "postmaster.pid"), "utf8").split("\n");
    const pid = Number(lines[0]);
    if (!Number.isInteger(pid) || pid <= 0) return;
    return { pid, port: Number(lines[3] ?? 0), ready: lines[7]?.trim() === "ready" };
  } catch {
    return;
  }
}

/** Alive in the sense that it can still do something: a zombie that nobody has reaped is not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  return processState(pid) !== "Z";
}

function processState(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2, stat.lastIndexOf(")") + 3);
  } catch {
    return; // no /proc here (macOS), or gone this moment
  }
}

/** Pids whose working folder is `data`: the server and its children all go there. Undefined where it cannot be told. */
export function processesIn(data: string): number[] | undefined {
  if (!existsSync("/proc/self/cwd")) return;
  const folder = realpathSync(data);
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return pids.filter((pid) => worksIn(pid, folder)).map(Number);
}

function worksIn(pid: string, folder: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === folder && processState(Number(pid)) !== "Z";
  } catch {
    return false;
  }
}

/** Looks again every few milliseconds until `seen` holds; false when the time is over. */
export async function eventually(seen: () => boolean, withinMs: number): Promise<boolean> {
  const end = Date.now() + withinMs;
  while (!seen()) {
    if (Date.now() > end) return false;
    await pause(15);
  }
  return true;
}
