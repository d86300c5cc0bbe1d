import { afterAll, beforeAll, expect, test } from "vitest";
import { loader as account } from "#app/routes/account.tsx";
import { action as accept, loader as invitation } from "#app/routes/invitation.$token.tsx";
import { action as signIn, loader as signInPage } from "#app/routes/sign-in.tsx";
import { action as signOut } from "#app/routes/sign-out.ts";
import { invitePerson } from "#app/services/accounts.server.ts";
import { anInstallation, type Installation, PASSWORD } from "#tests/support/installation.ts";
import { visit } from "#tests/support/visit.ts";
import { aCommand } from "#tests/support/world.ts";

let here: Installation;
const EMAIL = "mai@example.org";
let mai: Awaited<ReturnType<Installation["person"]>>;

beforeAll(async () => {
  here = await anInstallation();
  mai = await here.person(await here.office("VN"), { email: EMAIL });
});
afterAll(() => here.close());

const tryWith = (form: Record<string, string>, tries?: number) =>
  visit(signIn, "/sign-in", { house: here.house, form, ...(tries === undefined ? {} : { tries }) });

test("the right password leads on, with a cookie that scripts cannot read", async () => {
  const said = await tryWith({ email: EMAIL, password: PASSWORD, next: "/operations/new" });
  expect(said).toMatchObject({ status: 302, to: "/operations/new" });
  expect(said.cookie).toMatch(/^naga_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+$/);
});

test("an unknown account and a wrong password get the same answer, with the address kept and the password not", async () => {
  const known = await tryWith({ email: EMAIL, password: "wrong" });
  const unknown = await tryWith({ email: "nobody@example.org", password: "wrong" });
  expect(known).toMatchObject({ status: 422, data: { refused: { problem: "sign_in.refused" } } });
  expect(known.data.refused).toMatchObject({ form: { email: EMAIL } });
  expect(JSON.stringify(known.data)).not.toContain("wrong");
  const alike = (data: Record<string, unknown>) => JSON.stringify(data).replaceAll(/[a-z]+@example.org/g, "");
  expect(alike(unknown.data)).toBe(alike(known.data));
});

test("after too many tries not even the right password is looked at", async () => {
  const said = await tryWith({ email: EMAIL, password: PASSWORD }, 0);
  expect(said).toMatchObject({ status: 429, cookie: null, data: { refused: { problem: "too-many" } } });
});

test.each(["//evil.example", "/\\evil.example", "https://evil.example/", "javascript:alert(1)", "/\t/evil.example"])(
  "the way on stays in this installation: %j",
  async (next) => {
    expect((await tryWith({ email: EMAIL, password: PASSWORD, next })).to).toMatch(/^\/(?![/\\])/);
  },
);

test("who is signed in is not asked again; who is not comes back to where the way led", async () => {
  const asked = await visit(signInPage, "/sign-in?next=/account", { house: here.house, token: mai.token });
  expect(asked).toMatchObject({ status: 302, to: "/account" });
  const sent = await visit(account, "/account", { house: here.house });
  expect(sent).toMatchObject({ status: 302, to: "/sign-in?next=%2Faccount" });
});

test("signing out ends the session in the database and takes the cookie away", async () => {
  const { cookie } = await tryWith({ email: EMAIL, password: PASSWORD });
  const token = /naga_session=([\w-]{43})/.exec(cookie ?? "")?.[1] ?? "";
  const left = await visit(signOut, "/sign-out", { house: here.house, token, form: {} });
  expect(left).toMatchObject({ status: 302, to: "/sign-in" });
  expect(left.cookie).toContain("Max-Age=0");
  expect((await visit(account, "/account", { house: here.house, token })).to).toContain("/sign-in");
});

test("an invitation sets a password and signs in; afterwards its page says that it is over", async () => {
  const { token = "" } = await invitePerson(here.administrator, aCommand({ personId: mai.personId }));
  const at = { house: here.house, params: { token } };
  expect(await visit(invitation, `/invitation/${token}`, at)).toMatchObject({ status: 200 });
  const differing = { password: "a heron waits all day", again_password: "a heron waits all night" };
  expect(await visit(accept, `/invitation/${token}`, { ...at, form: differing })).toMatchObject({
    status: 422,
    data: { refused: { fields: { again: ["password.mismatch"] } } },
  });
  const weak = { password: "password1234", again_password: "password1234" };
  expect(await visit(accept, `/invitation/${token}`, { ...at, form: weak })).toMatchObject({
    status: 422,
    data: { refused: { fields: { password: ["password.guessable"] } } },
  });
  const good = { password: PASSWORD, again_password: PASSWORD };
  expect(await visit(accept, `/invitation/${token}`, { ...at, form: good })).toMatchObject({ status: 302, to: "/" });
  expect(await visit(invitation, `/invitation/${token}`, at)).toMatchObject({ status: 410, data: { invited: null } });
});
