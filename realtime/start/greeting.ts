import type { Env } from "#app/env.server.ts";
import { DEMO_PASSWORD, type DemoAccount, demoAccounts } from "#seeds/world.server.ts";

/** What is printed when the app is ready: where it is, and who can sign in to the demo. */
export function greeting(env: Env): string {
  const lines = [`Naga is ready at ${addressOf(env)}`];
  if (env.embedded) lines.push("", ...demoTable(demoAccounts()), "", `Password of all demo accounts: ${DEMO_PASSWORD}`);
  if (env.embedded && !isLoopback(env.host)) {
    lines.push(`Anybody who reaches ${env.host} can sign in with these accounts: for real use, give a DATABASE_URL.`);
  }
  return lines.join("\n");
}

export function addressOf({ origin, host, port }: Pick<Env, "origin" | "host" | "port">): string {
  const name = isLoopback(host) || host === "0.0.0.0" || host === "::" ? "localhost" : host;
  return origin ?? `http://${name}:${port}`;
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || host.startsWith("127.");
}

function demoTable(accounts: DemoAccount[]): string[] {
  const widest = (of: (account: DemoAccount) => string) => Math.max(...accounts.map((account) => of(account).length));
  const [email, role] = [widest((account) => account.email), widest((account) => account.role)];
  return accounts.map((account) => `  ${account.email.padEnd(email)}  ${account.role.padEnd(role)}  ${account.name}`);
}
