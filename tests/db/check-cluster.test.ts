import postgres from "postgres";
import { expect, test } from "vitest";
import { checkCluster } from "#db/check-cluster.ts";
import { Refusal } from "#db/refusal.ts";
import { freshDatabase } from "#tests/support/database.ts";

const db = await freshDatabase();
const settled = { ...db, mustBeDurable: false };

async function asSuperuser<T>(work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(db.superUrl, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

/** The one line with which a start with these urls is refused. */
async function refusal(urls: Parameters<typeof checkCluster>[0]): Promise<string> {
  const error = await checkCluster(urls).then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(error).toBeInstanceOf(Refusal);
  const { message } = error as Refusal;
  expect(message).not.toContain("\n");
  return message;
}

/** A role of its own for one test: roles are the cluster's and outlive the database. */
async function roleThat(name: string, options: string): Promise<string> {
  await asSuperuser((sql) => sql.unsafe(`create role ${name} login password 'secret-of-a-test' ${options}`));
  return Object.assign(new URL(db.appUrl), { username: name, password: "secret-of-a-test" }).href;
}

async function grantConnect(name: string): Promise<void> {
  await asSuperuser((sql) => sql.unsafe(`grant connect on database "${db.name}" to ${name}`));
}

test("the three roles of a prepared database pass", async () => {
  await expect(checkCluster(settled)).resolves.toBeUndefined();
});

test("a server that does not flush what it acknowledges is refused", async () => {
  expect(await refusal(db)).toMatch(/fsync, full_page_writes, synchronous_commit/);
});

test("an app role that is superuser is refused", async () => {
  expect(await refusal({ ...settled, appUrl: db.superUrl })).toMatch(/row-level security/);
});

test("an app role with BYPASSRLS is refused", async () => {
  const appUrl = await roleThat("passes_over", "bypassrls");
  await grantConnect("passes_over");
  expect(await refusal({ ...settled, appUrl })).toMatch(/passes_over .*row-level security/);
});

test("an app role that owns the tables, or may become the one who does, is refused", async () => {
  expect(await refusal({ ...settled, appUrl: db.ownerUrl })).toMatch(/owns the tables/);
  const appUrl = await roleThat("becomes_owner", "in role naga_owner");
  expect(await refusal({ ...settled, appUrl })).toMatch(/owns the tables/);
});

test("an app role of another name, without the rights that migrations give, is refused", async () => {
  expect(await refusal({ ...settled, appUrl: db.readUrl })).toMatch(/must sign in as naga_app/);
});

test("migrations as anybody but the owner are refused", async () => {
  expect(await refusal({ ...settled, ownerUrl: db.superUrl })).toMatch(/must sign in as naga_owner/);
});

test("a locale that breaks search in Vietnamese and Chinese is refused", async () => {
  const name = `${db.name}_c`;
  await asSuperuser(async (sql) => {
    await sql.unsafe(`create database "${name}" owner naga_owner template template0 locale 'C'`);
    await sql.unsafe(`grant connect on database "${name}" to naga_app`);
  });
  const at = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  expect(await refusal({ ...settled, ownerUrl: at(db.ownerUrl), appUrl: at(db.appUrl) })).toMatch(
    /locale \(C\) breaks search/,
  );
});

test("an address where nobody answers is named without its password", async () => {
  const appUrl = "postgres://naga_app:very-secret@127.0.0.1:1/naga";
  const line = await refusal({ ...settled, appUrl });
  expect(line).toMatch(/naga at 127\.0\.0\.1:1 .*ECONNREFUSED/);
  expect(line).not.toContain("very-secret");
});
