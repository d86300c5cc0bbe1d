import { readdirSync, readFileSync } from "node:fs";

const EVERY_MS = 50;
const KB_IN_MB = 1024;

export type Cost = { seconds: number; peak: number };

/** How long something takes, and the most memory that this process and all that it started hold meanwhile (Linux). */
export async function costOf(work: () => Promise<unknown>): Promise<Cost> {
  let peak = heldBy(process.pid);
  const looking = setInterval(() => {
    peak = Math.max(peak, heldBy(process.pid));
  }, EVERY_MS);
  const began = performance.now();
  try {
    await work();
    return { seconds: (performance.now() - began) / 1000, peak: Math.max(peak, heldBy(process.pid)) };
  } finally {
    clearInterval(looking);
  }
}

/** What one process and its descendants hold in memory, in MB; PostgreSQL's are not among them. */
function heldBy(root: number): number {
  const children = new Map<number, number[]>();
  const held = new Map<number, number>();
  for (const { pid, parent, name, kb } of processes()) {
    if (name === "postgres") continue;
    held.set(pid, kb);
    children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  const reached = [root];
  for (const pid of reached) reached.push(...(children.get(pid) ?? []));
  return Math.round(reached.reduce((sum, pid) => sum + (held.get(pid) ?? 0), 0) / KB_IN_MB);
}

type Process = { pid: number; parent: number; name: string; kb: number };

function processes(): Process[] {
  const numbers = readdirSync("/proc").filter((entry) => /^\d+$/.test(entry));
  return numbers.flatMap((pid) => {
    try {
      const status = readFileSync(`/proc/${pid}/status`, "utf8");
      const value = (key: string) => new RegExp(`^${key}:\\s+(\\S+)`, "m").exec(status)?.[1] ?? "";
      return [{ pid: Number(pid), parent: Number(value("PPid")), name: value("Name"), kb: Number(value("VmRSS")) }];
    } catch {
      // It has ended since it was listed.
      return [];
    }
  });
}
