import postgres from "postgres";
import type { Passwords } from "./folder.ts";

export const ROLES = { owner: "naga_owner", app: "naga_app", read: "naga_read" } as const;
export const DATABASE = "naga";
export const SUPERUSER = "postgres";

export function databaseUrl(user: string, password: string, port: number, database: string): string {
  return `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

/** The three roles, none of which can pass over row-level security, and the database that the owner owns. */
export async function makeRolesAndDatabase(port: number, passwords: Passwords): Promise<void> {
  const url = (database: string) => databaseUrl(SUPERUSER, passwords.super, port, database);
  const server = postgres(url("postgres"), { max: 1, onnotice: () => {} });
  try {
    for (const [key, role] of Object.entries(ROLES) as [keyof typeof ROLES, string][]) {
      await server.unsafe(
        `create role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password '${passwords[key]}'`,
      );
    }
    await makeDatabase(server, DATABASE);
  } finally {
    await server.end();
  }
  await addExtensions(url(DATABASE));
}

/** A database of the owner's to which only the three roles connect; a template's grants are not copied by itself. */
export async function makeDatabase(server: postgres.Sql, name: string, template = "template0"): Promise<void> {
  const strategy = template === "template0" ? "" : "strategy file_copy";
  await server.unsafe(`create database "${name}" owner ${ROLES.owner} template "${template}" ${strategy}`);
  await server.unsafe(`revoke all on database "${name}" from public`);
  await server.unsafe(`grant connect on database "${name}" to ${ROLES.app}, ${ROLES.read}`);
}

/** An empty database in place of the one there is. */
export async function renewDatabase(superUrl: string): Promise<void> {
  const server = postgres(Object.assign(new URL(superUrl), { pathname: "/postgres" }).href, {
    max: 1,
    onnotice: () => {},
  });
  try {
    await server.unsafe(`drop database if exists "${DATABASE}" with (force)`);
    await makeDatabase(server, DATABASE);
  } finally {
    await server.end();
  }
  await addExtensions(superUrl);
}

async function addExtensions(url: string): Promise<void> {
  const database = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await database`create extension if not exists pg_trgm`;
    await database`create extension if not exists unaccent`;
    await database`create extension if not exists pgcrypto`;
  } finally {
    await database.end();
  }
}
