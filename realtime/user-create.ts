import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { readSettings } from "#app/env.server.ts";
import { withConnection } from "#db/connect-once.ts";
import { createAdministrator } from "#db/first-administrator.ts";
import { Refusal } from "#db/refusal.ts";
import { addressOf } from "./start/greeting.ts";
import { type Installation, openInstallation } from "./start/installation.ts";
import { withOneLineRefusals } from "./start/one-line.ts";

/** `npm run user:create`: the first administrator, and the link with which he sets his password. */
const USAGE =
  "Usage: npm run user:create -- --email officer@customs.example --name 'A. Officer' --country VN --agency 'General Department of Customs' [--agency-code VN-CUS] [--unit Headquarters] [--force]";

const say = (line: string) => process.stdout.write(`${line}\n`);

function readArguments() {
  const text = { type: "string" } as const;
  const options = {
    email: text,
    name: text,
    country: text,
    agency: text,
    "agency-code": text,
    unit: text,
    force: { type: "boolean" },
  } as const;
  try {
    const { email, name, country, agency, ...rest } = parseArgs({ args: process.argv.slice(3), options }).values;
    if (email && name && country && agency) return { email, name, country: country.toUpperCase(), agency, ...rest };
  } catch {
    // told below like a missing argument
  }
  throw new Refusal(USAGE);
}

/** The name under which the reference data know a country; an organisation brings its own. */
async function nameOf(ownerUrl: string, code: string): Promise<string | undefined> {
  return withConnection("DATABASE_OWNER_URL", ownerUrl, async (sql) => {
    const [row] = await sql<{ name: string }[]>`select name from countries where iso2 = ${code}`;
    return row?.name;
  });
}

async function create({ env }: Installation): Promise<void> {
  const wanted = readArguments();
  const country = await nameOf(env.ownerUrl, wanted.country);
  const { path } = await createAdministrator(env.ownerUrl, {
    email: wanted.email,
    name: wanted.name,
    administrationCode: wanted.country,
    administrationName: country ?? wanted.country,
    administrationKind: country ? "country" : "organisation",
    agencyCode: wanted["agency-code"] ?? `${wanted.country}-CUS`,
    agencyName: wanted.agency,
    unitName: wanted.unit ?? "Headquarters",
    force: wanted.force ?? false,
  });
  say(`${wanted.email} sets a password at ${addressOf(env)}${path}`);
  say("The link works once, for three days.");
}

await withOneLineRefusals(async () => {
  if (existsSync(".env")) process.loadEnvFile?.(".env");
  readArguments();
  const installation = await openInstallation({ settings: readSettings(), say, join: true });
  try {
    await create(installation);
  } finally {
    await installation.close();
  }
});
