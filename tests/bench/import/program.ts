import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

type Run = { path: string; env: NodeJS.ProcessEnv; agency: string; more?: readonly string[] };

/** The program as shipped, from its start to its end: how long it took, and the most memory it held. */
export function runImport({ path, env, agency, more = [] }: Run): Promise<{ seconds: number; peak: number }> {
  const began = performance.now();
  const told = ["--operation", "THRONGZ", "--agency", agency, ...more];
  const child = spawn(process.execPath, ["realtime/start.mjs", "./import.ts", path, ...told], {
    env,
    stdio: ["ignore", "ignore", "inherit"],
  });
  let peak = 0;
  const looking = setInterval(() => {
    peak = Math.max(peak, peakOf(child.pid ?? 0));
  }, 200);
  return new Promise((resolve, reject) => {
    child.once("exit", (code) => {
      clearInterval(looking);
      if (code === 0) resolve({ seconds: (performance.now() - began) / 1_000, peak });
      else reject(new Error(`the import ended with ${code}`));
    });
  });
}

/** The most memory a process has held so far, in MB, where the system tells (Linux). */
function peakOf(pid: number): number {
  try {
    const found = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
    return Math.round(Number(found?.[1] ?? 0) / 1_024);
  } catch {
    return 0;
  }
}
