import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "../refusal.ts";
import { eventually, isAlive, type PidFile, processesIn, readPidFile } from "./process.ts";

/** The server of this very cluster that outlived its app, if there is one. */
export function findLeftover(data: string): PidFile | undefined {
  const file = readPidFile(data);
  return file && isAlive(file.pid) && servesFolder(file.pid, data) ? file : undefined;
}

/** A pid by itself proves nothing: after a reboot the number belongs to any program. */
function servesFolder(pid: number, data: string): boolean {
  const pids = processesIn(data);
  if (pids) return pids.includes(pid);
  const { stdout } = spawnSync("ps", ["-ww", "-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  return stdout.includes("postgres") && stdout.includes(data);
}

/**
 * Removes a pid file whose pid is a zombie or somebody else's process: the server would take either for a live one.
 * Waits first until the last child of the dead server has left, because the file is what guards its shared memory.
 */
export async function clearStalePidFile(data: string): Promise<void> {
  const file = readPidFile(data);
  if (!file || findLeftover(data) || !pidExists(file.pid)) return;
  const left = () => processesIn(data) ?? [];
  if (!(await eventually(() => left().length === 0, 15_000))) {
    throw new Refusal(
      `Processes of a dead PostgreSQL still work in ${data}: end them (${left().join(", ")}) and start again.`,
    );
  }
  rmSync(join(data, "postmaster.pid"), { force: true });
}

function pidExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Fast stop: open transactions are rolled back, everything committed is on disk; harder if it does not go. */
export async function stopServer(pid: number): Promise<void> {
  for (const [signal, withinMs] of [
    ["SIGINT", 20_000],
    ["SIGQUIT", 5_000],
    ["SIGKILL", 5_000],
  ] as const) {
    if (!isAlive(pid)) return;
    process.kill(pid, signal);
    if (await eventually(() => !isAlive(pid), withinMs)) return;
  }
}
