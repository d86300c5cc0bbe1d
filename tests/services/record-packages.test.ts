import { createHash } from "node:crypto";
import { afterEach, describe, expect, test } from "vitest";
import { sweepFiles } from "#app/attachments/sweep.server.ts";
import { Nominal } from "#app/domain/seizure.ts";
import { TallyInput } from "#app/domain/tally/tally.ts";
import { noteAccess } from "#app/services/access-log.server.ts";
import { addPiece, beginUpload, finishUpload } from "#app/services/attachments.server.ts";
import { answerQuestion, askQuestion } from "#app/services/checks.server.ts";
import { eraseSeizure } from "#app/services/erasing.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { noteTaking } from "#app/services/record-packages.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { amendSeizure } from "#app/services/seizures.server.ts";
import { postTallies } from "#app/services/tallies.server.ts";
import { aSeizureInput } from "#seeds/builders.ts";
import { aPhoto } from "#tests/attachments/sample-files.ts";
import { closeWhole, closingReport } from "#tests/support/closing-world.ts";
import { archiveOf, ask, packageOf, packed, recordsIn, work } from "#tests/support/package-world.ts";
import { unpacked, wrongSums } from "#tests/support/unpacked.ts";
import { aCommand, agencyOf, aWorld, type World } from "#tests/support/world.ts";

const worlds: World[] = [];
afterEach(async () => {
  await Promise.all(worlds.splice(0).map((world) => world.close()));
});

async function aGround() {
  const world = await aWorld({
    steps: { "VN-CUS": 0, "TH-CUS": 0 },
    startsOn: "2021-05-17",
    endsOn: "2021-05-17",
  });
  worlds.push(world);
  const at = (role: "lead" | "ocu" | "ncp" | "analyst", code: string) =>
    world.join({ role, agency: agencyOf(world, code) });
  const [lead, ocu, viet, thai] = await Promise.all([
    at("lead", "VN-CUS"),
    at("ocu", "RILO"),
    at("ncp", "VN-CUS"),
    at("ncp", "TH-CUS"),
  ]);
  return { world, lead, ocu, viet, thai };
}

async function release(who: Acting, nationalCaseNo: string, over: Parameters<typeof aSeizureInput>[0] = {}) {
  const input = aSeizureInput({ nationalCaseNo, occurredOn: "2021-05-17", audience: { kind: "all" }, ...over });
  await submitReport(who, aCommand(input));
  return input;
}

async function attach(who: Acting, seizure: string, content: Buffer) {
  const upload = crypto.randomUUID();
  const told = { kind: "photo", audience: "case", name: "Haul 1.JPG", bytes: content.length } as const;
  await beginUpload(who, aCommand({ id: upload, seizure, ...told }));
  await addPiece(who, { upload, seizure, position: 0, content });
  await finishUpload(who, aCommand({ upload, seizure }));
  return upload;
}

describe("a package", () => {
  test("holds all of the own agency, nothing of others, and sums that are right", async () => {
    const { world, lead, ocu, viet, thai } = await aGround();
    const mine = await release(thai, "TH-1");
    const audience = { kind: "agencies" as const, agencies: [agencyOf(world, "TH-CUS").id] };
    const named = await release(viet, "VN-SHARED", { audience });
    const question = crypto.randomUUID();
    await askQuestion(
      ocu,
      aCommand({ id: question, seizure: mine.id, field: "commodity", question: "Which species?" }),
    );
    await answerQuestion(thai, aCommand({ question, answer: "Manis javanica" }));
    await noteAccess(viet, { action: "case.read", subject: mine.id, outcome: "shown", requestId: "r" });
    const photo = await aPhoto();
    const attachment = await attach(thai, mine.id, photo);
    await closingReport(lead);

    const { of, files } = await packed(thai);
    expect(wrongSums(files)).toEqual([]);
    expect(of).toMatchObject({ state: "done", counts: { "cases.json": 1, "questions.json": 1, "files.json": 1 } });
    expect(of.bytes).toBe((await archiveOf(thai, of)).length);
    expect(of.sha256).toBe(
      createHash("sha256")
        .update(await archiveOf(thai, of))
        .digest("hex"),
    );
    expect(recordsIn(files, "cases.json")).toMatchObject([
      { id: mine.id, versions: [{ version: 1, record: { nationalCaseNo: "TH-1" } }] },
    ]);
    expect(recordsIn(files, "questions.json")).toMatchObject([
      { question: "Which species?", answer: "Manis javanica" },
    ]);
    expect(recordsIn(files, "who_read_them.json")).toMatchObject([
      { case: mine.id, agency: expect.any(String), persons: 1 },
    ]);
    const [figures] = recordsIn(files, "published_figures.json");
    expect(figures).toMatchObject({
      version: 1,
      lines: expect.arrayContaining([{ line: "byReporter/I/TH/total", value: "1" }]),
    });
    const [told] = recordsIn(files, "files.json");
    expect(told).toMatchObject({ id: attachment, name: "Haul 1.JPG", asItCame: true });
    expect(files.get(`files/${mine.id}/${attachment}.jpg`)?.equals(photo)).toBe(true);
    const everything = [...files.values()].map(String).join("\n");
    expect(everything).not.toContain("VN-SHARED");
    expect(everything).not.toContain(named.id);
  });

  test("has every version, the names, and tallies with their amounts", async () => {
    const { viet } = await aGround();
    const input = await release(viet, "VN-1", {
      nominal: Nominal.parse({ persons: [{ name: "Somchai Testperson" }] }),
    });
    const base = { facts: 1, case: 1, nominal: 1 };
    const seizure = { ...input, narrative: "Corrected" };
    await amendSeizure(viet, aCommand({ seizure, base, kind: "own_error", reason: "A slip" }));
    const groups = [{ group: "F2", cases: 1, quantities: [{ quantity: "95500", unit: "g" }] }];
    const tally = TallyInput.parse({ day: "2021-05-17", nil: false, groups });
    await postTallies(viet, aCommand({ tallies: [tally] }));
    const { files } = await packed(viet);
    expect(recordsIn(files, "tallies.json")).toMatchObject([
      { day: "2021-05-17", groups: [{ cases: 1, quantities: [{ quantity: "95500" }] }] },
    ]);
    const [one] = recordsIn(files, "cases.json");
    expect(one).toMatchObject({ versions: [{ version: 1 }, { version: 2, stands: true, changeReason: "A slip" }] });
    expect(JSON.stringify(one)).toContain("Somchai Testperson");
  });

  test("is taken before the end and after it, by contact points alone; a new one replaces the last", async () => {
    const { world, lead, viet, thai } = await aGround();
    await release(thai, "TH-1");
    const { of: first } = await packed(thai);
    await world.owner`update operations set state = 'debrief'`;
    await closeWhole(lead);
    const { of: second } = await packed(thai);
    expect(second.state).toBe("done");
    expect(await packageOf(thai, first.id)).toMatchObject({ state: "replaced", fileKey: null });
    await noteTaking(thai, second);
    const [logged] = await world.owner`select action, subject from access_log where action = 'package.taken'`;
    expect(logged).toEqual({ action: "package.taken", subject: second.id });
    await expect(ask(lead)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(packageOf(viet, second.id)).rejects.toThrow();
    const hour = 60 * 60_000;
    expect(await sweepFiles(world.house, new Date(Date.now() + 2 * hour))).toBe(1);
    expect((await archiveOf(thai, second)).length).toBe(second.bytes);
  });

  test("is asked for once at a time, and the work of one who may not any more is stopped", async () => {
    const { world, thai } = await aGround();
    const id = await ask(thai);
    await expect(ask(thai)).rejects.toMatchObject({ message: "package.making" });
    await world.owner`update members set state = 'suspended' where id = ${thai.memberId}`;
    await work(world.house);
    const [row] = await world.owner`select state from record_packages where id = ${id}`;
    expect(row).toEqual({ state: "stopped" });
  });
});

describe("what is erased", () => {
  test("is in no package any more: the finished one is gone, the one in the making is begun anew", async () => {
    const { world, thai } = await aGround();
    const kept = await release(thai, "TH-KEPT");
    const gone = await release(thai, "TH-GONE");
    const { of } = await packed(thai);
    const second = await ask(thai);
    const lost = crypto.randomUUID();
    await world.owner`update record_packages set taken_by = ${lost}, taken_until = now() + interval '1 minute' where id = ${second}`;
    const order = { reference: "1/21", approver: "Judge" };
    await eraseSeizure(thai, aCommand({ seizure: gone.id, base: 1, reason: "Court", order }), "TH-GONE");
    expect(await packageOf(thai, of.id)).toMatchObject({ state: "erased", fileKey: null });
    await work(world.house);
    const made = await packageOf(thai, second);
    expect(made.state).toBe("done");
    const files = await unpacked(await archiveOf(thai, made));
    expect(recordsIn(files, "cases.json").map(({ id }) => id)).toEqual([kept.id]);
  });
});
