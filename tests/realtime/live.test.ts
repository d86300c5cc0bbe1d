import { afterAll, beforeAll, expect, test } from "vitest";
import type { Id } from "#app/domain/id.ts";
import { addPiece, beginUpload, finishUpload, removeAttachment } from "#app/services/attachments.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { holdSeizure, unholdSeizure, withdrawSeizure } from "#app/services/seizures.server.ts";
import { writeSummary } from "#app/services/summaries.server.ts";
import type { Frame } from "#realtime/protocol.ts";
import { aSeizureInput } from "#seeds/builders.ts";
import { aPhoto } from "../attachments/sample-files.ts";
import { aLiveWorld, eventually, type LiveMember, type LiveWorld, type Watcher, watch } from "../support/live.ts";
import { aCommand, agencyOf } from "../support/world.ts";

let world: LiveWorld;
let officer: LiveMember;

beforeAll(async () => {
  world = await aLiveWorld({ steps: { "VN-CUS": 0 } });
  officer = await world.member({ role: "ncp", agency: agencyOf(world, "VN-CUS") });
});
afterAll(() => world.close());

async function aReleasedSeizure(by: LiveMember = officer) {
  const seizure = aSeizureInput();
  await submitReport(by, aCommand(seizure));
  return seizure.id;
}

test("a released seizure reaches everybody who reads facts, once, with its facts", async () => {
  const thailand = await watch(await world.member({ role: "ncp", agency: agencyOf(world, "TH-CUS") }), world);
  const id = await aReleasedSeizure();
  await eventually(() => expect(thailand.has(id)).toBe(true));
  expect(thailand.arrivals.map((fact) => [fact.id, fact.messageNo])).toEqual([
    [id, expect.stringContaining("OMD-VN-")],
  ]);
  thailand.close();
});

test("what its owner holds back or withdraws is gone for others in the same frame, and still there for the owner", async () => {
  const thailand = await watch(await world.member({ role: "analyst", agency: agencyOf(world, "TH-CUS") }), world);
  const owner = await watch(officer, world);
  const id = await aReleasedSeizure();
  await eventually(() => expect([thailand.has(id), owner.has(id)]).toEqual([true, true]));

  await holdSeizure(officer, aCommand({ seizure: id, base: 1, reason: "" }));
  await eventually(() => expect(thailand.has(id)).toBe(false));
  expect(thailand.frames.at(-1)).toMatchObject({ events: [], facts: [], gone: [id] });
  await eventually(() => expect(owner.frames.at(-1)).toMatchObject({ gone: [] }));
  expect(owner.has(id)).toBe(true);

  await unholdSeizure(officer, aCommand({ seizure: id, base: 1, reason: "" }));
  await eventually(() => expect(thailand.has(id)).toBe(true));

  await withdrawSeizure(officer, aCommand({ seizure: id, base: 1, reason: "doubled" }));
  await eventually(() => expect(thailand.has(id)).toBe(false));
  await eventually(() => expect(owner.live.view().snapshot?.fact(id)?.state).toBe("withdrawn"));
  thailand.close();
  owner.close();
});

test("what comes to a case is told to those who read it at once, and nobody else hears a word", async () => {
  const readers = [agencyOf(world, "TH-CUS").id];
  const audience = { kind: "agencies" as const, agencies: readers };
  const seizure = aSeizureInput({ narrative: "Hai ngà voi.", language: "vi", audience });
  await submitReport(officer, aCommand(seizure));
  const join = async (role: "ncp" | "ocu" | "analyst", code: string) =>
    watch(await world.member({ role, agency: agencyOf(world, code) }), world);
  const thai = await join("ncp", "TH-CUS");
  const lao = await join("ncp", "LA-CUS");
  const ocu = await join("ocu", "RILO");
  const analyst = await join("analyst", "VN-CUS");
  const everybody = [thai, lao, ocu, analyst];
  const heard = () =>
    everybody.map(({ frames }) =>
      frames
        .flatMap(({ events }) => events)
        .map(touched)
        .filter(Boolean)
        .join(" "),
    );
  const touched = ({ type, body }: Frame["events"][number]) => (body?.case === seizure.id ? type : "");
  const upTo = ({ frames }: Watcher) =>
    Math.max(0, ...frames.filter(({ kind }) => kind === "operation").map(({ to }) => to));

  const summary = { seizure: seizure.id, language: "en" as const, about: 1, base: 0, text: "Two tusks." };
  await writeSummary(officer, aCommand(summary));
  const once = "case.touched";
  await eventually(() => expect(heard()).toEqual([once, "", once, once]));

  const upload = await aPhotoAt(officer, seizure.id, "case");
  await eventually(() => expect(heard()).toEqual([`${once} ${once}`, "", `${once} ${once}`, `${once} ${once}`]));
  const own = await aPhotoAt(officer, seizure.id, "own");
  await eventually(() => expect(heard()[3]).toBe(`${once} ${once} ${once}`));
  await removeAttachment(officer, aCommand({ attachment: upload, seizure: seizure.id }));
  await eventually(() => expect(heard()[0]).toBe(`${once} ${once} ${once}`));

  // All are told up to the same number, and no frame of those who do not read the case names it or has its facts.
  await eventually(() => expect(new Set(everybody.map(upTo)).size).toBe(1));
  expect(heard()[2]).toBe(`${once} ${once} ${once}`);
  const later = lao.frames.filter(({ events }) => !events.some(({ type }) => type === "seizure.released"));
  expect(JSON.stringify(later)).not.toContain(seizure.id);
  for (const { frames } of everybody) {
    for (const id of [upload, own]) expect(JSON.stringify(frames)).not.toContain(id);
  }
  for (const { close } of everybody) close();
});

async function aPhotoAt(by: LiveMember, seizure: Id, audience: "case" | "own"): Promise<Id> {
  const upload = crypto.randomUUID();
  const content = await aPhoto({ width: 32, height: 32 });
  const told = { kind: "photo" as const, audience, name: "IMG_7.jpg", bytes: content.length };
  await beginUpload(by, aCommand({ id: upload, seizure, ...told }));
  await addPiece(by, { upload, seizure, position: 0, content });
  await finishUpload(by, aCommand({ upload, seizure }));
  return upload;
}
