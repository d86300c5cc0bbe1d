import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseSettings } from "#app/env.server.ts";
import { Refusal } from "#db/refusal.ts";

const SECRET = "k8Jq2-w0Zr7_Xd4Tn5Vb9Ls3Hf6Gy1Pc0Mu8Ai2";
const GIVEN = {
  DATABASE_URL: "postgres://naga_app:a@db.example.org/naga",
  DATABASE_OWNER_URL: "postgres://naga_owner:o@db.example.org/naga",
  SESSION_SECRET: SECRET,
};

test("without any variable a database of our own serves this machine alone", () => {
  expect(parseSettings({})).toMatchObject({
    port: 3000,
    host: "127.0.0.1",
    dataDir: ".data",
    embedded: true,
    secure: false,
    trustProxy: false,
    sessionSecret: undefined,
  });
});

test("an empty variable is as good as none", () => {
  expect(parseSettings({ PORT: "", DATABASE_URL: " ", ORIGIN: "" })).toEqual(parseSettings({}));
});

test("a given database is used as given", () => {
  expect(
    parseSettings({ ...GIVEN, ORIGIN: "https://naga.example.org/", TRUST_PROXY: "1", PORT: "8080" }),
  ).toMatchObject({
    embedded: false,
    appUrl: GIVEN.DATABASE_URL,
    ownerUrl: GIVEN.DATABASE_OWNER_URL,
    sessionSecret: SECRET,
    origin: "https://naga.example.org",
    secure: true,
    trustProxy: 1,
    port: 8080,
  });
});

test.each<[string, Record<string, string>, RegExp]>([
  ["a port that is none", { PORT: "http" }, /^PORT must be a port number/],
  ["a port out of range", { PORT: "70000" }, /^PORT must be/],
  ["a port in hexadecimal", { PORT: "0x50" }, /^PORT must be/],
  ["an origin with a path", { ORIGIN: "https://naga.example.org/app" }, /^ORIGIN must be/],
  ["an origin without scheme", { ORIGIN: "naga.example.org" }, /^ORIGIN must be/],
  ["an unknown log level", { LOG_LEVEL: "loud" }, /^LOG_LEVEL must be one of/],
  [
    "trust in every proxy",
    { TRUST_PROXY: "true", ORIGIN: "https://naga.example.org" },
    /^TRUST_PROXY .*trust everybody/,
  ],
  ["a proxy without an origin", { TRUST_PROXY: "1" }, /^TRUST_PROXY is set but ORIGIN is not/],
  ["another kind of database", { ...GIVEN, DATABASE_URL: "mysql://naga_app@db/naga" }, /^DATABASE_URL must be/],
  ["the app's role alone", { DATABASE_URL: GIVEN.DATABASE_URL, SESSION_SECRET: SECRET }, /DATABASE_OWNER_URL is not/],
  ["the owner's role alone", { DATABASE_OWNER_URL: GIVEN.DATABASE_OWNER_URL }, /set both, or neither/],
  ["no secret", { ...GIVEN, SESSION_SECRET: "" }, /^SESSION_SECRET is missing/],
  ["a short secret", { ...GIVEN, SESSION_SECRET: "k8Jq2-w0Zr7_Xd4" }, /too short or well known/],
  [
    "a secret known from examples",
    { ...GIVEN, SESSION_SECRET: "change-me-please-change-me-please-change-me" },
    /well known/,
  ],
  [
    "a secret that repeats itself",
    { ...GIVEN, SESSION_SECRET: "ababababababababababababababababababab" },
    /well known/,
  ],
  ["a place for webhooks that is none", { WEBHOOK_ADDRESSES: "cases.example.org/path" }, /WEBHOOK_ADDRESSES must be/],
  ["a weak secret beside our own database", { SESSION_SECRET: "hello" }, /too short/],
])("%s is refused in one line that says what to do", (_name, variables, line) => {
  const parse = () => parseSettings(variables);
  expect(parse).toThrow(Refusal);
  expect(parse).toThrow(line);
  expect(parse).not.toThrow(/\n/);
});

test(".env.example names every variable, and holds no secret that would be accepted", () => {
  const named = [...readFileSync(".env.example", "utf8").matchAll(/^([A-Z0-9_]+)=(.*)$/gm)];
  const example = Object.fromEntries(named.map(([, name, value]) => [name, value]));
  expect(Object.keys(example).sort()).toEqual(
    [
      "CEN_MAPPING",
      "CLAMAV",
      "CONTRIBUTION_MAPPING",
      "DATABASE_OWNER_URL",
      "DATABASE_READ_URL",
      "DATABASE_URL",
      "DATA_DIR",
      "HOST",
      "LOG_LEVEL",
      "NAGA_BACKUP_KEY_FILE",
      "NAGA_BACKUP_PASSPHRASE",
      "ORIGIN",
      "PORT",
      "S3_ACCESS_KEY",
      "S3_BUCKET",
      "S3_ENDPOINT",
      "S3_REGION",
      "S3_SECRET_KEY",
      "SESSION_SECRET",
      "TRUST_PROXY",
      "WEBHOOK_ADDRESSES",
    ].sort(),
  );
  expect(parseSettings(example)).toEqual(parseSettings({}));
});
