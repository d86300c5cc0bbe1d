import { connect, createServer, type Socket } from "node:net";
import type { OpenApi, OpenApiCall } from "#app/domain/api/document.ts";
import { jsonSchemas } from "./json-schemas.ts";

type Sending = {
  in?: Record<string, string>;
  query?: Record<string, string | readonly string[]>;
  body?: unknown;
  headers?: Record<string, string>;
};
type Heard = { status: number; body: Record<string, unknown>; headers: Headers };

/**
 * A national system: it knows the address of an OpenAPI document and a key, and nothing else of us. It finds calls by
 * their names in the document, looks at what it sends and hears by the document's schemas, and knows what HTTP says.
 */
export async function nationalSystem(documentUrl: string, key: string) {
  const document: OpenApi = await (await fetch(documentUrl)).json();
  const schemas = jsonSchemas(document);
  const base = new URL(document.servers[0]?.url ?? "/", documentUrl).href;
  const heard: { call: string; status: number }[] = [];

  function find(name: string): { path: string; method: string; call: OpenApiCall } {
    for (const [path, calls] of Object.entries(document.paths)) {
      for (const [method, call] of Object.entries(calls)) if (call.operationId === name) return { path, method, call };
    }
    throw new Error(`the document has no ${name}`);
  }

  async function send(name: string, sending: Sending = {}, via = base): Promise<Heard> {
    const { path, method, call } = find(name);
    const filled = path.replace(/\{(\w+)\}/g, (_, part: string) => encodeURIComponent(sending.in?.[part] ?? ""));
    const words = Object.entries(sending.query ?? {}).flatMap(([word, values]) =>
      [values].flat().map((value) => [word, value]),
    );
    const answer = await fetch(`${via}${filled}?${new URLSearchParams(words)}`, {
      method: method.toUpperCase(),
      headers: { Authorization: `Bearer ${key}`, "Content-Type": "application/json", ...sending.headers },
      body: sending.body === undefined ? undefined : JSON.stringify(sending.body),
    });
    const body = await answer.json();
    heard.push({ call: name, status: answer.status });
    const faults = faultsOf(call, answer, body);
    if (faults.length > 0)
      throw new Error(`${name} ${answer.status} is not as the document says: ${faults.join("; ")}`);
    return { status: answer.status, body, headers: answer.headers };
  }

  function faultsOf(call: OpenApiCall, answer: Response, body: unknown): string[] {
    const told = call.responses[String(answer.status)];
    if (!told) return [`no word of a ${answer.status}`];
    const part = "$ref" in told ? document.components.responses[told.$ref.split("/").at(-1) ?? ""] : told;
    const type = (answer.headers.get("Content-Type") ?? "").split(";")[0] ?? "";
    const content = part?.content?.[type];
    return content ? schemas.faultsOf(content.schema, body) : [`no word of ${type}`];
  }

  /** Sends a command until it is answered, as it is; a cut line and a busy server are waited for. */
  async function insist(name: string, sending: Sending, via = base): Promise<Heard & { tries: number }> {
    for (let tries = 1; ; tries++) {
      try {
        const answer = await send(name, sending, via);
        if (answer.status < 429) return { ...answer, tries };
        await new Promise((resolve) => setTimeout(resolve, Number(answer.headers.get("Retry-After") ?? 1) * 1_000));
      } catch (thrown) {
        if (!(thrown instanceof TypeError) || tries > 20) throw thrown;
      }
    }
  }

  /** The body of the example that the document gives, with what is one's own in it. */
  function exampleOf(name: string): Record<string, unknown> {
    const example = find(name).call.requestBody?.content["application/json"]?.example;
    if (typeof example !== "object" || example === null) throw new Error(`no example of ${name}`);
    return structuredClone(example) as Record<string, unknown>;
  }

  /** What is wrong with what came to an address of its own, by the document's word of such calls. */
  function faultsOfCall(name: string, body: unknown): string[] {
    const told = Object.values(document.webhooks).find(({ post }) => post.operationId === name);
    const schema = told?.post.requestBody.content["application/json"]?.schema;
    return schema ? schemas.faultsOf(schema, body) : [`the document has no ${name}`];
  }

  return { send, insist, exampleOf, faultsOfCall, heard, path: new URL(base).pathname };
}

/** A line to the server that swallows the first answers: what was asked arrives, and its sender never hears of it. */
export async function lineThatCuts(port: number, cuts: number): Promise<{ address: string; close: () => void }> {
  let left = cuts;
  const open = new Set<Socket>();
  const line = createServer((near) => {
    const far = connect(port, "127.0.0.1");
    open.add(near).add(far);
    near.pipe(far);
    far.on("data", (data) => {
      if (left-- > 0) near.destroy();
      else near.write(data);
    });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on("error", () => other.destroy());
      one.on("close", () => other.destroy());
    }
  });
  await new Promise<void>((resolve) => line.listen(0, "127.0.0.1", resolve));
  const address = line.address();
  if (typeof address !== "object" || address === null) throw new Error("the line has no port");
  const close = () => {
    for (const one of open) one.destroy();
    line.close();
  };
  return { address: `http://127.0.0.1:${address.port}`, close };
}
