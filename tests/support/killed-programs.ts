import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** Programs that a test runs beside itself, to kill them in the middle of their work. */
export function killedPrograms(source: URL) {
  const script = fileURLToPath(source);
  const running: ChildProcess[] = [];

  /** Is at work when it has said its first word. */
  async function start(...args: string[]): Promise<ChildProcess> {
    const child = spawn(process.execPath, ["--import", "tsx", script, ...args], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    running.push(child);
    const ended = once(child, "exit").then(() => Promise.reject(new Error(`${script} ended before it was ready`)));
    ended.catch(() => {});
    await Promise.race([once(child.stdout, "data"), ended]);
    return child;
  }

  async function kill(child: ChildProcess): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill("SIGKILL");
    await gone;
  }

  return { start, kill, killAll: () => Promise.all(running.splice(0).map(kill)) };
}
