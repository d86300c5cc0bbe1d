import { z } from "zod";
import { Refusal } from "#db/refusal.ts";
import type { S3Settings } from "./attachments/s3-store.server.ts";
import { readCenMapping } from "./cen-mapping.server.ts";
import { readContributionMapping } from "./contribution-mapping.server.ts";
import type { CenMapping } from "./domain/cen/mapping.ts";
import type { ContributionMapping } from "./domain/contribution/mapping.ts";
import { type AddressRules, NO_ADDRESSES, readAddressRules } from "./webhooks/addresses.server.ts";

/** The settings of this process, parsed once from its environment. Nobody else reads `process.env`. */
export interface Env {
  port: number;
  host: string;
  /** The address that browsers know, without a path; unset, each request's own host counts. */
  origin: string | undefined;
  /** Whether browsers reach us over https: cookies are then `Secure` and carry the `__Host-` prefix. */
  secure: boolean;
  dataDir: string;
  logLevel: string;
  /** How many proxies, or which, stand before us and may name the caller's address. */
  trustProxy: number | string | false;
  /** Whether PostgreSQL is ours, with demo data, or was given. */
  embedded: boolean;
  appUrl: string;
  ownerUrl: string;
  readUrl: string | undefined;
  /** Signs what leaves the server and comes back, and hides what it counts by (addresses, accounts). */
  sessionSecret: string;
  /** The store of photos and documents; unset, they lie in the data folder. */
  s3: S3Settings | undefined;
  /** ClamAV's daemon: a path of its socket, or host:port. */
  scanner: string | undefined;
  /** Where webhooks may be sent; unset, nowhere. */
  webhookAddresses: AddressRules;
  /** How workbooks and messages of CEN and CENcomm look: ours, or the installation's own file. */
  cenMapping: CenMapping;
  /** How contributions to yearly reports look here. */
  contributionMapping: ContributionMapping;
}

/** What the environment says; of an embedded database the urls and the secret are known only once it runs. */
export type Settings = Omit<Env, "appUrl" | "ownerUrl" | "sessionSecret"> &
  Partial<Pick<Env, "appUrl" | "ownerUrl" | "sessionSecret">>;

const SECRET_LENGTH = 32;
const LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

const text = z
  .string()
  .trim()
  .optional()
  .transform((value) => value || undefined);

const Variables = z.object({
  PORT: text.refine((value) => value === undefined || isPort(value), "must be a port number, 1 to 65535"),
  HOST: text,
  ORIGIN: text.refine(
    (value) => value === undefined || isOrigin(value),
    "must be like https://naga.example.org, without a path",
  ),
  DATA_DIR: text,
  LOG_LEVEL: text.refine(
    (value) => value === undefined || LEVELS.some((level) => level === value),
    `must be one of ${LEVELS.join(", ")}`,
  ),
  TRUST_PROXY: text.refine(
    (value) => value !== "true",
    "must be the number of proxies or their addresses: true would trust everybody",
  ),
  DATABASE_URL: text.refine(isDatabaseUrl, "must be like postgres://naga_app:password@host:5432/naga"),
  DATABASE_OWNER_URL: text.refine(isDatabaseUrl, "must be like postgres://naga_owner:password@host:5432/naga"),
  DATABASE_READ_URL: text.refine(isDatabaseUrl, "must be like postgres://naga_read:password@host:5432/naga"),
  SESSION_SECRET: text,
  S3_ENDPOINT: text.refine(
    (value) => value === undefined || isOrigin(value),
    "must be like https://store.example.org, without a path",
  ),
  S3_REGION: text,
  S3_BUCKET: text,
  S3_ACCESS_KEY: text,
  S3_SECRET_KEY: text,
  CLAMAV: text.refine(
    (value) => value === undefined || /^\/|^.+:\d{1,5}$/.test(value),
    "must be the path of clamd's socket, or its host:port",
  ),
  CEN_MAPPING: text,
  CONTRIBUTION_MAPPING: text,
  WEBHOOK_ADDRESSES: text.refine(
    (value) => readAddressRules(value) !== null,
    "must be names and networks with commas between, like *.customs.example.org, 10.20.0.0/16",
  ),
});

type Source = Readonly<Record<string, string | undefined>>;

export function parseSettings(source: Source): Settings {
  const parsed = Variables.safeParse(source);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Refusal(`${issue?.path.join(".")} ${issue?.message}: set it so in the environment or in .env.`);
  }
  const variables = parsed.data;
  const embedded = variables.DATABASE_URL === undefined;
  refuseHalfGiven(variables, embedded);
  if (variables.TRUST_PROXY && !variables.ORIGIN) {
    throw new Refusal(
      "TRUST_PROXY is set but ORIGIN is not: behind a proxy only ORIGIN tells the address that browsers use.",
    );
  }
  return {
    port: Number(variables.PORT ?? 3000),
    host: variables.HOST ?? "127.0.0.1",
    origin: variables.ORIGIN && new URL(variables.ORIGIN).origin,
    secure: variables.ORIGIN?.startsWith("https:") ?? false,
    dataDir: variables.DATA_DIR ?? ".data",
    logLevel: variables.LOG_LEVEL ?? (embedded ? "warn" : "info"),
    trustProxy: trustedProxies(variables.TRUST_PROXY),
    embedded,
    appUrl: variables.DATABASE_URL,
    ownerUrl: variables.DATABASE_OWNER_URL,
    readUrl: variables.DATABASE_READ_URL,
    sessionSecret: variables.SESSION_SECRET,
    s3: s3Of(variables),
    scanner: variables.CLAMAV,
    webhookAddresses: readAddressRules(variables.WEBHOOK_ADDRESSES) ?? NO_ADDRESSES,
    cenMapping: readCenMapping(variables.CEN_MAPPING),
    contributionMapping: readContributionMapping(variables.CONTRIBUTION_MAPPING),
  };
}

function s3Of(variables: z.infer<typeof Variables>): S3Settings | undefined {
  const {
    S3_ENDPOINT: endpoint,
    S3_BUCKET: bucket,
    S3_ACCESS_KEY: accessKey,
    S3_SECRET_KEY: secretKey,
    S3_REGION: region = "us-east-1",
  } = variables;
  if (!endpoint && !bucket && !accessKey && !secretKey) return undefined;
  if (!endpoint || !bucket || !accessKey || !secretKey) {
    throw new Refusal("Set S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY and S3_SECRET_KEY, or none of them.");
  }
  return { endpoint, bucket, accessKey, secretKey, region };
}

function refuseHalfGiven(variables: z.infer<typeof Variables>, embedded: boolean): void {
  if (embedded) {
    if (variables.DATABASE_OWNER_URL)
      throw new Refusal("DATABASE_OWNER_URL is set but DATABASE_URL is not: set both, or neither.");
    if (variables.SESSION_SECRET) refuseWeakSecret(variables.SESSION_SECRET);
    return;
  }
  if (!variables.DATABASE_OWNER_URL) {
    throw new Refusal("DATABASE_URL is set but DATABASE_OWNER_URL is not: migrations need the role naga_owner.");
  }
  if (!variables.SESSION_SECRET) throw new Refusal(`SESSION_SECRET is missing: ${MAKE_SECRET}.`);
  refuseWeakSecret(variables.SESSION_SECRET);
}

const MAKE_SECRET = "set it to the output of  node -p \"crypto.randomBytes(32).toString('base64url')\"";
const WELL_KNOWN = /change.?me|secret|password|example|default|placeholder|12345678|abcdefgh|qwerty/i;

/** A secret that is short, known from examples, or says little for its length is as good as none. */
export function refuseWeakSecret(secret: string): void {
  const weak = secret.length < SECRET_LENGTH || WELL_KNOWN.test(secret) || new Set(secret).size < 12;
  if (weak) throw new Refusal(`SESSION_SECRET is too short or well known: ${MAKE_SECRET}.`);
}

function trustedProxies(value: string | undefined): Env["trustProxy"] {
  if (value === undefined || value === "false") return false;
  return /^\d+$/.test(value) ? Number(value) : value;
}

function isPort(value: string): boolean {
  return /^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65_535;
}

function isOrigin(value: string): boolean {
  return URL.canParse(value) && /^https?:/.test(value) && ["", "/"].includes(value.slice(new URL(value).origin.length));
}

function isDatabaseUrl(value: string | undefined): boolean {
  return value === undefined || (URL.canParse(value) && /^postgres(ql)?:$/.test(new URL(value).protocol));
}

/** What seals backups and opens them, as this process was told: never in an argument, which every process list shows. */
export function readBackupSecrets(): { passphrase: string | undefined; keyFile: string | undefined } {
  const { NAGA_BACKUP_PASSPHRASE, NAGA_BACKUP_KEY_FILE } = process.env;
  return { passphrase: text.parse(NAGA_BACKUP_PASSPHRASE), keyFile: text.parse(NAGA_BACKUP_KEY_FILE) };
}

/** What this process was started with. */
export function readSettings(): Settings {
  return parseSettings(process.env);
}
