import { afterAll, beforeAll, expect, test } from "vitest";
import {
  acceptInvitation,
  changePassword,
  createPerson,
  endMySession,
  endSessions,
  invitedPerson,
  invitePerson,
  signIn,
  signOut,
  signOutEverywhere,
  suspendPerson,
  touchSession,
} from "#app/services/accounts.server.ts";
import { passwordWork } from "#app/services/passwords.server.ts";
import { read } from "#app/services/write.server.ts";
import { createAdministrator } from "#db/first-administrator.ts";
import { findMyself, listMySessions } from "#db/queries/accounts.server.ts";
import { beginAs } from "#db/queries/acting.server.ts";
import { insertInvitation } from "#db/queries/sign-in.server.ts";
import { anInstallation, type Installation, type Office, PASSWORD } from "#tests/support/installation.ts";
import { aCommand } from "#tests/support/world.ts";

let here: Installation;
let office: Office;
let count = 0;

beforeAll(async () => {
  here = await anInstallation();
  office = await here.office("VN");
});
afterAll(() => here.close());

/** Somebody with an address of one's own. */
async function someone() {
  const email = `officer${++count}@example.org`;
  return { email, ...(await here.person(office, { email })) };
}

const enter = (email: string, password = PASSWORD) => signIn(here.house, { email, password, label: "Firefox" });
const acting = (token: string) => ({ house: here.house, token, operationId: null });

test("the right password opens a session, in whatever case the address is written", async () => {
  const { email } = await someone();
  const opened = await enter(email.toUpperCase());
  const myself = await read(acting(opened?.token ?? ""), (tx) => findMyself(tx));
  expect(myself?.email).toBe(email);
});

test("an unknown account and a wrong password are answered alike, after one computation each", async () => {
  const { email } = await someone();
  const costOf = async (address: string) => {
    const before = passwordWork().started;
    expect(await enter(address, "not the password at all")).toBeNull();
    return passwordWork().started - before;
  };
  expect(await costOf(email)).toBe(1);
  expect(await costOf("nobody@example.org")).toBe(1);
});

test("signing out ends this session and no other", async () => {
  const { email, token } = await someone();
  const other = await enter(email);
  await signOut(acting(token));
  await expect(read(acting(token), (tx) => findMyself(tx))).rejects.toMatchObject({ kind: "unauthenticated" });
  expect(await read(acting(other?.token ?? ""), (tx) => findMyself(tx))).toMatchObject({ email });
});

test("signing out everywhere ends every session of the account", async () => {
  const { email, token } = await someone();
  const other = await enter(email);
  await signOutEverywhere(acting(token));
  for (const ended of [token, other?.token ?? ""]) {
    await expect(read(acting(ended), (tx) => findMyself(tx))).rejects.toMatchObject({ kind: "unauthenticated" });
  }
});

test("the own sessions are listed, and one of them can be ended from another", async () => {
  const { email, token } = await someone();
  const other = await enter(email);
  const sessions = await read(acting(token), (tx) => listMySessions(tx));
  const elsewhere = sessions.filter((session) => !session.current);
  expect(sessions.length).toBe(2);
  expect(elsewhere.map((session) => session.label)).toEqual(["Firefox"]);
  await endMySession(acting(token), elsewhere[0]?.id ?? "");
  await expect(read(acting(other?.token ?? ""), (tx) => findMyself(tx))).rejects.toMatchObject({
    kind: "unauthenticated",
  });
});

test("an invitation sets a password once", async () => {
  const { personId } = await someone();
  const { token = "" } = await invitePerson(here.administrator, aCommand({ personId }));
  expect((await invitedPerson(here.house, token))?.personId).toBe(personId);
  expect(await acceptInvitation(here.house, { token, password: "a heron waits all day", label: "" })).not.toBeNull();
  expect(await acceptInvitation(here.house, { token, password: "a heron waits all day", label: "" })).toBeNull();
  expect(await invitedPerson(here.house, token)).toBeNull();
});

test("who is a member of nothing makes no link for an account that has no password yet", async () => {
  const { agencyId, unitId } = office;
  const [personId, other] = [crypto.randomUUID(), await someone()];
  const person = { id: personId, agencyId, unitId, name: "Officer New", email: "new@example.org" };
  await createPerson(here.administrator, aCommand({ ...person, administrator: false, mayOpen: false }));
  const { token = "" } = await invitePerson(here.administrator, aCommand({ personId }));
  await expect(invitePerson(other, aCommand({ personId }))).rejects.toMatchObject({ kind: "forbidden" });
  // The database says so too, whoever asks it past the services.
  const past = here.house.db.transaction(async (tx) => {
    await beginAs(tx, other.token, null);
    await insertInvitation(tx, { id: crypto.randomUUID(), personId, hash: Buffer.alloc(32), hours: 1 });
  });
  await expect(past).rejects.toMatchObject({ cause: { code: "42501" } });
  expect((await invitedPerson(here.house, token))?.personId).toBe(personId);
});

test("an invitation that has run out opens nothing", async () => {
  const { personId } = await someone();
  const { token = "" } = await invitePerson(here.administrator, aCommand({ personId }));
  await here.owner`update tokens set expires_at = now() - interval '1 minute' where person_id = ${personId} and kind = 'invitation'`;
  expect(await acceptInvitation(here.house, { token, password: PASSWORD, label: "" })).toBeNull();
});

test("a second invitation takes the place of the first, and the same command gives the same link", async () => {
  const { personId } = await someone();
  const first = await invitePerson(here.administrator, aCommand({ personId }));
  const again = aCommand({ personId });
  const second = await invitePerson(here.administrator, again);
  expect(await invitePerson(here.administrator, again)).toEqual(second);
  expect(await invitedPerson(here.house, first.token ?? "")).toBeNull();
  expect(await invitedPerson(here.house, second.token ?? "")).not.toBeNull();
});

test("secrets lie nowhere in the database", async () => {
  const { personId } = await someone();
  const { token = "" } = await invitePerson(here.administrator, aCommand({ personId }));
  const found = await here.owner`select 1 from commands where outcome::text like ${`%${token}%`}`;
  expect(found.length).toBe(0);
});

test("a suspended account cannot sign in, and its open session ends", async () => {
  const { email, token, personId } = await someone();
  await suspendPerson(here.administrator, aCommand({ personId, state: "suspended" as const }));
  expect(await enter(email)).toBeNull();
  await expect(read(acting(token), (tx) => findMyself(tx))).rejects.toMatchObject({ kind: "unauthenticated" });
});

test("an administrator ends somebody's sessions, and nobody else does", async () => {
  const victim = await someone();
  const other = await someone();
  const command = aCommand({ personId: victim.personId });
  await expect(endSessions(other, command)).rejects.toMatchObject({ kind: "forbidden" });
  await endSessions(here.administrator, aCommand({ personId: victim.personId }));
  await expect(read(victim, (tx) => findMyself(tx))).rejects.toMatchObject({ kind: "unauthenticated" });
});

test("a changed password needs the old one and ends the other sessions", async () => {
  const { email, token } = await someone();
  const other = await enter(email);
  const password = "the new moon over Hanoi";
  await expect(changePassword(acting(token), { old: "wrong", password })).rejects.toMatchObject({
    detail: { fields: { old: ["password.wrong"] } },
  });
  await changePassword(acting(token), { old: PASSWORD, password });
  expect(await enter(email)).toBeNull();
  expect(await enter(email, password)).not.toBeNull();
  expect(await read(acting(token), (tx) => findMyself(tx))).toMatchObject({ email });
  await expect(read(acting(other?.token ?? ""), (tx) => findMyself(tx))).rejects.toMatchObject({
    kind: "unauthenticated",
  });
});

test("a session in use goes on past twelve hours, one that rests ends", async () => {
  const [used, resting] = [await someone(), await someone()];
  const age = (person: string, hours: number) =>
    here.owner`update tokens set used_at = now() - make_interval(hours => ${hours}) where person_id = ${person}`;
  await age(used.personId, 11);
  await touchSession(used);
  const [{ idle } = { idle: null }] = await here.owner`
    select extract(epoch from now() - used_at)::int as idle from tokens
    where person_id = ${used.personId} and kind = 'session'`;
  expect(idle).toBeLessThan(60);
  await age(resting.personId, 13);
  await expect(touchSession(resting)).rejects.toMatchObject({ kind: "unauthenticated" });
});

test("a session begins only with the proof of the application", async () => {
  const { personId } = await someone();
  const smuggled = here.house.db.execute(
    `select start_session(gen_random_uuid(), '${personId}', sha256('x'), '', 1, sha256('guess'))`,
  );
  await expect(smuggled).rejects.toThrow();
});

test("the first administrator is made once; another needs to be asked for", async () => {
  const wanted = {
    email: "second@example.org",
    name: "Second",
    administrationCode: "HQ",
    administrationName: "Headquarters",
    agencyCode: "HQ",
    agencyName: "Headquarters",
    unitName: "Systems",
  };
  await expect(createAdministrator(here.ownerUrl, wanted)).rejects.toThrow("There is an administrator already");
  expect((await createAdministrator(here.ownerUrl, { ...wanted, force: true })).path).toMatch(
    /^\/invitation\/[\w-]{43}$/,
  );
});
