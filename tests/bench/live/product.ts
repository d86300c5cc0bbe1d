import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { Agent, request } from "node:http";
import { v7 as uuid } from "uuid";
import type { SeizureInput } from "#app/domain/seizure.ts";
import { aRouteNode, aSeizureInput, aSeizureItem } from "#seeds/builders.ts";
import { freePort } from "../../support/app.ts";
import type { Throng } from "../../support/throng.ts";

/** The product as shipped, in a process of its own, over a database that it was given. */
export async function startProduct({ appUrl, ownerUrl }: { appUrl: string; ownerUrl: string }) {
  const port = await freePort();
  const env: NodeJS.ProcessEnv = {
    PATH: process.env.PATH,
    NODE_ENV: "production",
    PORT: String(port),
    DATABASE_URL: appUrl,
    DATABASE_OWNER_URL: ownerUrl,
    SESSION_SECRET: randomBytes(32).toString("base64url"),
  };
  const child = spawn(process.execPath, ["realtime/start.mjs"], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise<void>((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`the product ended with ${code}`)));
    child.stdout.on("data", (chunk: Buffer) => {
      if (chunk.includes("Naga is ready")) resolve();
    });
  });
  return {
    port,
    /** Under which programs beside it find the same installation. */
    env,
    pid: child.pid ?? 0,
    close: () =>
      new Promise<void>((resolve) => {
        child.once("exit", () => resolve());
        child.kill("SIGTERM");
      }),
  };
}

/** A report as they come: two items, four places, some codes. */
export function aReport(): SeizureInput {
  const seizure = aSeizureInput();
  return {
    ...seizure,
    occurredOn: new Date().toISOString().slice(0, 10),
    items: [aSeizureItem(), aSeizureItem({ commodity: "F1.pangolin_scales", quantity: "340" })],
    route: [aRouteNode(), ...seizure.route],
    detections: ["scanner", "documentary_profile"],
    controlReasons: ["risk_profile"],
    concealmentMethods: ["mixed_with_legal"],
  };
}

/** Posts reports one after the other over one connection, each by the next key. */
export function poster({ operationId, keys }: Throng, port: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  let turn = 0;
  return {
    close: () => agent.destroy(),
    post(body: string): Promise<void> {
      const headers = {
        Authorization: `Bearer ${keys[turn++ % keys.length]}`,
        "Content-Type": "application/json",
        "Content-Length": Buffer.byteLength(body),
      };
      const path = `/api/v1/operations/${operationId}/seizures`;
      return new Promise((resolve, reject) => {
        const asked = request({ port, host: "127.0.0.1", method: "POST", path, headers, agent }, (response) => {
          const chunks: Buffer[] = [];
          response.on("data", (chunk: Buffer) => chunks.push(chunk));
          response.on("end", () => {
            if (response.statusCode === 200) resolve();
            else reject(new Error(`${response.statusCode} ${Buffer.concat(chunks).toString("utf8", 0, 500)}`));
          });
        });
        asked.on("error", reject);
        asked.end(body);
      });
    },
  };
}

export function bodyOf(seizure: SeizureInput): string {
  return JSON.stringify({ commandId: uuid(), seizure });
}
