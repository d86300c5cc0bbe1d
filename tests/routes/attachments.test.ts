import { afterAll, beforeAll, expect, test } from "vitest";
import { finishUpload } from "#app/services/attachments.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { aSeizureInput } from "#seeds/builders.ts";
import { onItsWay } from "#tests/access/file-acts.ts";
import { aCommand, agencyOf, aWorld, type World } from "#tests/support/world.ts";
import { loader } from "../../app/routes/operations.$operationId.attachments.$attachmentId.$form.ts";
import { requestAs } from "../support/visit.ts";

let world: World;
let officer: Acting;
let contact: Acting;
let thai: Acting;
let otherPost: Acting;
let stranger: Acting;
const audience = { kind: "all" } as const;

beforeAll(async () => {
  world = await aWorld({ steps: { "VN-CUS": 0 } });
  officer = await world.join({ role: "reporter", agency: agencyOf(world, "VN-CUS") });
  otherPost = await world.join({ role: "reporter", agency: agencyOf(world, "VN-CUS"), unit: 1 });
  contact = await world.join({ role: "ncp", agency: agencyOf(world, "VN-CUS") });
  thai = await world.join({ role: "analyst", agency: agencyOf(world, "TH-CUS") });
  stranger = await world.stranger();
});
afterAll(() => world.close());

async function aPhotoOf(audienceOfCase: typeof audience | { kind: "agencies"; agencies: string[] }) {
  const seizure = aSeizureInput({ audience: audienceOfCase });
  await submitReport(officer, aCommand(seizure));
  const upload = await onItsWay(officer, seizure.id, true);
  await finishUpload(officer, aCommand({ upload, seizure: seizure.id }));
  return { attachment: upload, seizure: seizure.id };
}

async function ask({ token }: Acting, attachmentId: string, form: string): Promise<Response | number> {
  const params = { operationId: world.operationId, attachmentId, form };
  const asked = requestAs(`/operations/${world.operationId}/attachments/${attachmentId}/${form}`, {
    house: world.house,
    token,
    params,
  });
  try {
    return await loader(asked);
  } catch (thrown) {
    if (thrown instanceof Response) return thrown.status;
    return typeof thrown === "object" && thrown !== null && "init" in thrown
      ? Number(Object(thrown.init).status)
      : Promise.reject(thrown);
  }
}

async function opened(asked: ReturnType<typeof ask>) {
  const answer = await asked;
  if (!(answer instanceof Response)) return answer;
  const { headers } = answer;
  const bytes = (await answer.arrayBuffer()).byteLength;
  expect(bytes).toBe(Number(headers.get("Content-Length")));
  return { type: headers.get("Content-Type"), as: headers.get("Content-Disposition")?.split(";")[0] };
}

test("the copy is for whoever reads the case, the file as it came for its owner; neither runs anything", async () => {
  const { attachment } = await aPhotoOf(audience);
  for (const reader of [officer, contact, thai]) {
    expect(await opened(ask(reader, attachment, "view"))).toEqual({ type: "image/jpeg", as: "inline" });
    expect(await opened(ask(reader, attachment, "thumb"))).toEqual({ type: "image/webp", as: "inline" });
  }
  expect(await opened(ask(contact, attachment, "original"))).toEqual({
    type: "application/octet-stream",
    as: "attachment",
  });
  expect(await ask(thai, attachment, "original")).toBe(404);
  const answer = await ask(thai, attachment, "view");
  if (!(answer instanceof Response)) throw new Error("no picture");
  await answer.body?.cancel();
  expect(answer.headers.get("Content-Security-Policy")).toBe("default-src 'none'; sandbox");
  expect(answer.headers.get("X-Content-Type-Options")).toBe("nosniff");
});

test("whoever does not read the case gets nothing, and not even that it is there", async () => {
  const { attachment } = await aPhotoOf({ kind: "agencies", agencies: [] });
  for (const form of ["view", "thumb", "original"]) {
    for (const reader of [thai, otherPost, stranger]) expect(await ask(reader, attachment, form)).toBe(404);
    expect(await ask(contact, crypto.randomUUID(), form)).toBe(404);
  }
  expect(await ask(contact, attachment, "elsewhere")).toBe(404);
  expect(await ask(contact, "../../etc/passwd", "view")).toBe(404);
});

test("opened by another agency it is written down like a reading of the case; small pictures and the own are not", async () => {
  const { attachment, seizure } = await aPhotoOf(audience);
  for (const form of ["view", "thumb"]) {
    for (const reader of [thai, contact]) await opened(ask(reader, attachment, form));
  }
  const noted = await world.owner<{ action: string }[]>`select action from access_log where subject = ${seizure}`;
  expect(noted.map(({ action }) => action)).toEqual(["attachment.read"]);
});
