import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { Refusal } from "../refusal.ts";
import type { Binaries } from "./binaries.ts";
import type { ClusterFolder } from "./folder.ts";
import { type Identity, programAs } from "./identity.ts";
import { clearStalePidFile } from "./leftover.ts";
import { freePort } from "./port.ts";
import { eventually, readPidFile } from "./process.ts";

export interface LaunchOptions {
  binaries: Binaries;
  identity: Identity;
  folder: ClusterFolder;
  /** Only tests turn it off: what is acknowledged is then lost with the power. */
  fsync: boolean;
  /** Kept over restarts, since the pools of the app know it. */
  port?: number;
}

export interface Running {
  pid: number;
  port: number;
  gone: Promise<void>;
}

const LOG_LIMIT = 20_000_000;
const READY_WITHIN_MS = 60_000;

/** Written into the server's settings: a leftover started otherwise is stopped, not taken over. */
export function launchMark(binaries: Binaries, fsync: boolean): string {
  return `v1 ${binaries.version} fsync=${fsync ? "on" : "off"}`;
}

/** The log names no values: neither statements nor the details of broken constraints, which hold personal data. */
function settings({ binaries, fsync }: LaunchOptions, port: number): string[] {
  const flush = fsync ? "on" : "off";
  const values = {
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: 150,
    fsync: flush,
    synchronous_commit: flush,
    full_page_writes: flush,
    timezone: "UTC",
    log_timezone: "UTC",
    jit: "off",
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    log_parameter_max_length_on_error: 0,
    "naga.launch": launchMark(binaries, fsync),
  };
  return Object.entries(values).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

/** Starts the server and resolves when it takes connections. */
export async function launch(options: LaunchOptions): Promise<Running> {
  const giveUpAt = Date.now() + 20_000;
  for (;;) {
    await clearStalePidFile(options.folder.data);
    const port = options.port ?? (await freePort());
    const from = prepareLog(options.folder.log);
    const running = await attempt(options, port);
    if (running) return running;
    const why = lastComplaint(options.folder.log, from);
    if (!mayPass(why, options.port === undefined) || Date.now() > giveUpAt) throw refusalFor(why, options);
    await pause(100);
  }
}

async function attempt(options: LaunchOptions, port: number): Promise<Running | undefined> {
  const { folder, binaries, identity } = options;
  const { file, args, ...ids } = programAs(identity, binaries.postgres, [
    "-D",
    folder.data,
    ...settings(options, port),
  ]);
  const output = openSync(folder.log, "a", 0o600);
  // Its own session: Ctrl-C in the terminal reaches the app alone, which stops the server when it has finished.
  const child = spawn(file, args, {
    ...ids,
    cwd: folder.data,
    detached: true,
    stdio: ["ignore", output, output],
  });
  closeSync(output);
  let ended = false;
  const gone = new Promise<void>((resolve) => {
    const end = () => {
      ended = true;
      resolve();
    };
    child.once("exit", end).once("error", end);
  });
  const isReady = () => readPidFile(folder.data)?.pid === child.pid && readPidFile(folder.data)?.ready === true;
  const settled = await eventually(() => ended || isReady(), READY_WITHIN_MS);
  if (ended || child.pid === undefined) return;
  if (!settled) {
    child.kill("SIGQUIT");
    return;
  }
  return { pid: child.pid, port, gone };
}

/** Where this start's lines begin. A log that has grown too long is put aside once. */
function prepareLog(log: string): number {
  if (!existsSync(log)) return 0;
  const { size } = statSync(log);
  if (size < LOG_LIMIT) return size;
  renameSync(log, `${log}.old`);
  return 0;
}

function lastComplaint(log: string, from: number): string {
  const lines = readFileSync(log).subarray(from).toString("utf8").trim().split("\n");
  const found = lines.findLast((line) => /FATAL|PANIC/.test(line) && !/could not create any TCP/.test(line));
  const bind = lines.findLast((line) => /could not bind|Address already in use/i.test(line));
  return (bind ?? found ?? lines.at(-1) ?? "").trim();
}

/** Reasons that go away by themselves: a server just killed is still being cleared away, or a port was taken. */
function mayPass(why: string, anyPort: boolean): boolean {
  if (/could not bind|Address already in use/i.test(why)) return anyPort;
  return /shared memory block|lock file ".*" already exists/i.test(why);
}

function refusalFor(why: string, { folder }: LaunchOptions): Refusal {
  const said = why.replace(/^.*?(FATAL|PANIC|LOG):\s*/, "") || "it said nothing";
  return new Refusal(`PostgreSQL did not start in ${folder.home} (${said}): see ${folder.log}.`);
}
