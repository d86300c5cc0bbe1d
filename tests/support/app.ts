import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const HOME = fileURLToPath(new URL("../..", import.meta.url));

/** The product as it is started for real: a process of its own over a data folder. */
export interface App {
  address: string;
  process: ChildProcess;
  /** Everything it wrote so far. */
  output(): string;
  /** Ends it in order. */
  stop(): Promise<void>;
  /** Ends it without warning; its database stays. */
  kill(): Promise<void>;
}

interface AppOptions {
  dataDir: string;
  port?: number;
  variables?: Record<string, string>;
}

/** Starts the app over `dataDir` and resolves when it says that it is ready. */
export async function startApp({ dataDir, port, variables = {} }: AppOptions): Promise<App> {
  const at = port ?? (await freePort());
  const { DATABASE_URL, DATABASE_OWNER_URL, ORIGIN, SESSION_SECRET, ...environment } = process.env;
  const child = spawn(process.execPath, ["realtime/start.mjs"], {
    cwd: HOME,
    env: {
      ...environment,
      NODE_ENV: "production",
      LOG_LEVEL: "warn",
      DATA_DIR: dataDir,
      PORT: String(at),
      ...variables,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const lines: string[] = [];
  const ready = saysReady(child, lines);
  await ready;
  return {
    address: `http://localhost:${at}`,
    process: child,
    output: () => lines.join("\n"),
    stop: () => end(child, "SIGTERM"),
    kill: () => end(child, "SIGKILL"),
  };
}

function saysReady(child: ChildProcess, lines: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on("line", (line) => {
        lines.push(line);
        if (line.startsWith("Naga is ready")) resolve();
      });
    }
    child.once("exit", (code) =>
      reject(new Error(`The app ended with ${code} before it was ready:\n${lines.join("\n")}`)),
    );
  });
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill(signal);
  await gone;
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}
