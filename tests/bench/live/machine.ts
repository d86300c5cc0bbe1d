import { readdirSync, readFileSync } from "node:fs";
import { loadavg } from "node:os";

const TICK_MS = 10;

/** Share of one core that processes took over a while, where the system tells (Linux); with the load beside it. */
export function cpuMeter(pids: { product: number; database: number }) {
  const began = { at: performance.now(), product: cpuMs(pids.product), database: cpuMs(pids.database) };
  return () => {
    const ms = performance.now() - began.at;
    const share = (now: number | null, before: number | null) =>
      now === null || before === null ? "unknown" : `${Math.round(((now - before) / ms) * 100)} %`;
    return [
      `server ${share(cpuMs(pids.product), began.product)}`,
      `database ${share(cpuMs(pids.database), began.database)} of a core`,
      `load average ${loadavg()[0]?.toFixed(1)}`,
    ].join(", ");
  };
}

/** Of a process and its children, in milliseconds. */
function cpuMs(pid: number): number | null {
  try {
    let ticks = 0;
    for (const name of readdirSync("/proc")) {
      if (!/^\d+$/.test(name)) continue;
      const stat = statOf(name);
      if (stat && (name === String(pid) || stat.parent === pid)) ticks += stat.ticks;
    }
    return ticks * TICK_MS;
  } catch {
    return null;
  }
}

function statOf(pid: string): { parent: number; ticks: number } | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) };
  } catch {
    return null;
  }
}
