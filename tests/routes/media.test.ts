import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mediaPage } from "#app/media-page.server.ts";
import { clocksAt } from "#app/media-releases-page.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { sayKnown } from "#app/services/media-cases.server.ts";
import { holdSeizure } from "#app/services/seizures.server.ts";
import { read } from "#app/services/write.server.ts";
import { aDesk, type Desk } from "#tests/services/media-world.ts";
import { aCommand } from "#tests/support/world.ts";
import { loader } from "../../app/routes/operations.$operationId.media.pictures.$pictureId.$form.ts";
import { requestAs } from "../support/visit.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});
afterAll(() => desk.world.close());

const pageOf = (by: Acting, caseNo = "", photo = "") => read(by, (tx, self) => mediaPage(tx, self, { caseNo, photo }));

async function ask({ token }: Acting, pictureId: string, form: string): Promise<number | string> {
  const { house, operationId } = desk.world;
  const params = { operationId, pictureId, form };
  const path = `/operations/${operationId}/media/pictures/${pictureId}/${form}`;
  try {
    const answer = await loader(requestAs(path, { house, token, params }));
    if (!(answer instanceof Response) || !answer.body) return "no file";
    const bytes = await answer.arrayBuffer();
    expect(bytes.byteLength).toBe(Number(answer.headers.get("Content-Length")));
    return answer.headers.get("Content-Type") ?? "";
  } catch (thrown) {
    return typeof thrown === "object" && thrown !== null && "init" in thrown
      ? Number(Object(thrown.init).status)
      : Promise.reject(thrown);
  }
}

describe("the desk", () => {
  test("tells whoever does not run it of no administration that is silent: a number alone, before the minute and after it", async () => {
    const report = await desk.publicReport(await desk.release());
    const release = await desk.plan({ edition: { report, number: 1 }, title: "Two weeks" });
    const lineFor = async (by: Acting) => (await pageOf(by)).releases.find(({ id }) => id === release);
    const counted = (await desk.edition(report))?.results.counts.participation.silent ?? 0;
    expect(counted).toBeGreaterThan(0);
    const said = async (by: Acting) => {
      const line = await lineFor(by);
      expect(line?.silent).toBe(counted);
      expect(line?.names).toBeNull();
      expect(JSON.stringify({ ...line, clocks: [] })).not.toMatch(/"(LA|VN|TH)"/);
      // Everybody who takes part is named, whether silent or not.
      expect((await pageOf(by)).codes.sort()).toEqual(["LA", "RI", "TH", "VN"]);
    };
    for (const by of [desk.thai, desk.lao, desk.analyst, desk.partner]) await said(by);
    expect(await lineFor(desk.observer)).toBeUndefined();
    await desk.due(release);
    await desk.runClock();
    for (const by of [desk.observer, desk.lao]) await said(by);
  });

  test("shows the one minute by every clock of those who take part", async () => {
    const release = await desk.plan({ day: "2099-08-12", time: "18:00" });
    const line = (await pageOf(desk.lao)).releases.find(({ id }) => id === release);
    expect(line?.releaseAt).toBe("2099-08-12T11:00:00.000Z");
    expect(line?.clocks.map(({ day, time, codes }) => ({ day, time, codes: [...codes].sort() }))).toEqual([
      { day: "2099-08-12", time: "18:00", codes: ["LA", "TH", "VN"] },
    ]);
  });

  test("says to leads which case is open only while they see it, and to others not even that one is", async () => {
    const seizure = await desk.release();
    const report = await desk.publicReport(seizure);
    const release = await desk.plan({ edition: { report, number: 1 } });
    await desk.mark(seizure);
    const way = async (by: Acting) => (await pageOf(by)).releases.find(({ id }) => id === release)?.way;
    const no = await desk.noOf(seizure);
    expect(await way(desk.lead)).toMatchObject({ hindrance: "black", openCases: 1, marks: [{ caseNo: no }] });
    expect(await way(desk.lao)).toBeNull();
    await holdSeizure(desk.thai, aCommand({ seizure, base: 1, reason: "" }));
    expect(await way(desk.lead)).toMatchObject({ hindrance: "black", openCases: 1, marks: [] });
    expect(JSON.stringify(await pageOf(desk.lead))).not.toContain(no);
  });

  test("shows beside a release what of its cases is public in their countries already", async () => {
    const seizure = await desk.release();
    const report = await desk.publicReport(seizure);
    const release = await desk.plan({ edition: { report, number: 1 } });
    const seizureNo = await desk.noOf(seizure);
    const said = { seizure: seizureNo, outlet: "Thai PBS", source: "", day: "2021-04-20" };
    await sayKnown(desk.thai, aCommand(said));
    const line = (await pageOf(desk.lead)).releases.find(({ id }) => id === release);
    expect(line?.known).toMatchObject([{ outlet: "Thai PBS", day: "2021-04-20", caseNo: seizureNo }]);
  });

  test("opens own cases and photos to their contact points, and nobody else's", async () => {
    const seizure = await desk.release();
    const photo = await desk.photoOf(seizure);
    const no = await desk.noOf(seizure);
    expect(await pageOf(desk.thai, no, photo)).toMatchObject({
      ownCase: { seizure, photos: [photo] },
      photo: { attachment: photo, width: 32, height: 32 },
    });
    for (const by of [desk.lao, desk.lead])
      expect(await pageOf(by, no, photo)).toMatchObject({ ownCase: null, photo: null });
  });
});

test("a country of several zones is told by the clock of its capital, beside those whose clocks agree", () => {
  const clocks = clocksAt(new Date("2026-12-12T17:30:00Z"), ["AU", "CN", "ID", "MY", "VN", "RILO", "QX"]);
  expect(clocks).toEqual([
    { day: "2026-12-13", time: "00:30", codes: ["ID", "VN"] },
    { day: "2026-12-13", time: "01:30", codes: ["CN", "MY"] },
    { day: "2026-12-13", time: "04:30", codes: ["AU"] },
  ]);
});

test("a masked picture is served to those who may see it, and what lies under it to nobody", async () => {
  const picture = await desk.picture(await desk.release());
  expect(await ask(desk.lead, picture, "view")).toBe("image/jpeg");
  expect(await ask(desk.thai, picture, "thumb")).toBe("image/webp");
  for (const form of ["view", "thumb"]) expect(await ask(desk.observer, picture, form)).toBe(404);
  for (const form of ["original", "attachment", ""]) expect(await ask(desk.lead, picture, form)).toBe(404);
  expect(await ask(desk.lead, crypto.randomUUID(), "view")).toBe(404);
  const release = await desk.plan({ pictures: [picture] });
  await desk.due(release);
  await desk.runClock();
  expect(await ask(desk.observer, picture, "view")).toBe("image/jpeg");
});
