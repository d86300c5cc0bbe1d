import { attachGateway } from "#realtime/gateway.ts";
import type { FreshDatabase } from "./database.ts";
import { envFor, onePage, runServer } from "./server.ts";

/** A process with a server over the database that its first argument names, until it is killed: tests end it without warning. */
const database = JSON.parse(process.argv[2] ?? "{}") as FreshDatabase;
const build = onePage(() => new Response("", { status: 404 }));
const { address } = await runServer(envFor(database), { build, attachGateway });
process.stdout.write(`${JSON.stringify({ address })}\n`);
