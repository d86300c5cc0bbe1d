import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sweepFiles } from "#app/attachments/sweep.server.ts";
import { filesOfRecord } from "#app/attachments-page.server.ts";
import { MOST_OF_RECORD, type UploadInput, wholeHasCome } from "#app/domain/attachment.ts";
import type { Id } from "#app/domain/id.ts";
import { Problem } from "#app/domain/problem.ts";
import {
  abandonUpload,
  addPiece,
  beginUpload,
  finishUpload,
  removeAttachment,
} from "#app/services/attachments.server.ts";
import { eraseSeizure } from "#app/services/erasing.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { narrowSeizure } from "#app/services/narrowing.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { holdSeizure } from "#app/services/seizures.server.ts";
import { memberOf, read } from "#app/services/write.server.ts";
import { findReport } from "#db/queries/reports.server.ts";
import { aSeizureInput } from "#seeds/builders.ts";
import { aPhoto, aWordDocument } from "#tests/attachments/sample-files.ts";
import { aCommand, agencyOf, aWorld, type World } from "#tests/support/world.ts";

let world: World;
let officer: Acting;
let otherPost: Acting;
let contact: Acting;
let thai: Acting;
let coordinator: Acting;
let photo: Buffer;

beforeAll(async () => {
  world = await aWorld({ steps: { "VN-CUS": 0, "TH-CUS": 0 } });
  officer = await world.join({ role: "reporter", agency: agencyOf(world, "VN-CUS") });
  otherPost = await world.join({ role: "reporter", agency: agencyOf(world, "VN-CUS"), unit: 1 });
  contact = await world.join({ role: "ncp", agency: agencyOf(world, "VN-CUS") });
  thai = await world.join({ role: "ncp", agency: agencyOf(world, "TH-CUS") });
  coordinator = await world.join({ role: "ocu", agency: agencyOf(world, "RILO") });
  photo = await aPhoto();
});
afterAll(() => world.close());

async function released(): Promise<Id> {
  const seizure = aSeizureInput({ audience: { kind: "all" } });
  await submitReport(officer, aCommand(seizure));
  return seizure.id;
}

type Over = Partial<UploadInput> & { content?: Buffer };

async function begun(acting: Acting, seizure: Id, { content = photo, ...over }: Over = {}): Promise<Id> {
  const id = crypto.randomUUID();
  const told = { kind: "photo", audience: "case", name: "IMG_0001.jpg", bytes: content.length } as const;
  await beginUpload(acting, aCommand({ id, seizure, ...told, ...over }));
  return id;
}

async function sent(acting: Acting, seizure: Id, over: Over = {}): Promise<Id> {
  const upload = await begun(acting, seizure, over);
  await addPiece(acting, { upload, seizure, position: 0, content: over.content ?? photo });
  await finishUpload(acting, aCommand({ upload, seizure }));
  return upload;
}

/** What somebody finds at the record. */
const filesSeenBy = (acting: Acting, id: Id) =>
  read(acting, async (tx, self) => {
    const report = await findReport(tx, world.operationId, id);
    return filesOfRecord(tx, memberOf(self), { id, report, released: true });
  });
const seenBy = async (acting: Acting, id: Id) => (await filesSeenBy(acting, id)).attachments;
const keyOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (thrown: unknown) => (thrown instanceof Problem ? thrown.message : String(thrown)),
  );
const keysInStore = async () => {
  const keys: string[] = [];
  for await (const { key } of world.house.files.list()) keys.push(key);
  return keys.sort();
};
const keysInRows = async () => {
  const rows = await world.owner<{ key: string }[]>`
    select view_key as key from attachments union all select thumb_key from attachments where thumb_key is not null
    union all select key from attachment_originals`;
  return rows.map(({ key }) => key).sort();
};

describe("sending", () => {
  test("comes in pieces, over broken lines, once: a piece that came is not taken again, one too early waits", async () => {
    const seizure = await released();
    const upload = await begun(officer, seizure);
    const piece = (from: number, to: number) =>
      addPiece(officer, { upload, seizure, position: from, content: photo.subarray(from, to) });
    expect(await piece(0, 300)).toEqual({ received: 300, bytes: photo.length });
    expect(await piece(0, 300)).toMatchObject({ received: 300 });
    expect(await piece(700, 900)).toMatchObject({ received: 300 });
    expect(await keyOf(finishUpload(officer, aCommand({ upload, seizure })))).toBe("attachment.incomplete");
    expect((await filesSeenBy(officer, seizure)).pending).toMatchObject([{ id: upload, received: 300 }]);
    expect(await piece(300, photo.length)).toEqual({ received: photo.length, bytes: photo.length });
    const finish = aCommand({ upload, seizure });
    const outcome = await finishUpload(officer, finish);
    expect(await finishUpload(officer, finish)).toEqual(outcome);
    expect(await keyOf(finishUpload(officer, aCommand({ upload, seizure })))).toBe("attachment.unknown");
    const { attachments, pending } = await filesSeenBy(officer, seizure);
    expect(pending).toEqual([]);
    expect(attachments).toMatchObject([
      { id: upload, kind: "photo", mediaType: "image/jpeg", hasThumb: true, width: 480, height: 640 },
    ]);
    expect(attachments[0]?.original).toMatchObject({ name: "IMG_0001.jpg", bytes: photo.length });
  });

  test("a smaller copy says to everybody that it is one, and to its owner of which photo, which is known when it comes", async () => {
    const seizure = await released();
    const whole = Buffer.concat([photo, Buffer.alloc(9_000)]);
    const of = { bytes: whole.length, sha256: createHash("sha256").update(whole).digest("hex") };
    await sent(officer, seizure, { of });
    const [copy] = await seenBy(officer, seizure);
    expect(copy).toMatchObject({ reduced: true, original: { bytes: photo.length, of } });
    expect(copy && wholeHasCome(copy, [copy])).toBe(false);
    expect(await seenBy(thai, seizure)).toMatchObject([{ reduced: true, original: null }]);
    await sent(officer, seizure, { content: whole });
    const all = await seenBy(officer, seizure);
    expect(all.map(({ reduced }) => reduced)).toEqual([true, false]);
    expect(all.map((one) => wholeHasCome(one, all))).toEqual([true, false]);
  });

  test("two pieces for one place at once: one is taken", async () => {
    const seizure = await released();
    const upload = await begun(officer, seizure);
    const both = await Promise.all(
      [200, 400].map((end) => addPiece(officer, { upload, seizure, position: 0, content: photo.subarray(0, end) })),
    );
    expect(new Set(both.map(({ received }) => received)).size).toBe(1);
  });

  test("finished twice at once under two commands, it is there once", async () => {
    const seizure = await released();
    const upload = await begun(officer, seizure);
    await addPiece(officer, { upload, seizure, position: 0, content: photo });
    const twice = await Promise.all([1, 2].map(() => keyOf(finishUpload(officer, aCommand({ upload, seizure })))));
    expect(twice.filter((said) => said === "done")).toHaveLength(1);
    expect(await seenBy(officer, seizure)).toHaveLength(1);
  });

  test("of another kind than said, malicious, or too many: refused in words, and no row", async () => {
    const seizure = await released();
    const word = await aWordDocument();
    expect(await keyOf(sent(officer, seizure, { content: word }))).toBe("attachment.no_picture");
    expect(await keyOf(sent(officer, seizure, { content: word, kind: "document" }))).toBe("done");
    const found = () => Promise.reject(new Problem("invalid", "attachment.malicious"));
    const scanned = { ...officer, house: { ...officer.house, scan: found } };
    expect(await keyOf(sent(scanned, seizure))).toBe("attachment.malicious");
    expect((await filesSeenBy(officer, seizure)).pending).toEqual([]);
    const away = () => Promise.reject(new Problem("unavailable", "attachment.scan_away"));
    const waiting = { ...officer, house: { ...officer.house, scan: away } };
    expect(await keyOf(sent(waiting, seizure))).toBe("attachment.scan_away");
    expect((await filesSeenBy(officer, seizure)).pending).toHaveLength(1);
    const few = MOST_OF_RECORD - (await filesSeenBy(officer, seizure)).pending.length - 1;
    for (let at = 0; at < few; at++) await begun(officer, seizure);
    expect(await keyOf(begun(officer, seizure))).toBe("attachment.too_many");
    expect(await seenBy(officer, seizure)).toHaveLength(1);
  });

  test("an id that is taken is the same conflict, whoever has it; a command once more is its first answer", async () => {
    const seizure = await released();
    const command = aCommand({
      id: crypto.randomUUID(),
      seizure,
      ...({ kind: "photo", audience: "case", name: "a.jpg", bytes: 10 } as const),
    });
    const first = await beginUpload(officer, command);
    expect(await beginUpload(officer, command)).toEqual(first);
    expect(await keyOf(beginUpload(contact, aCommand(command.input)))).toBe("command.reused");
  });

  test("nobody sends for another unit or agency, goes on with another's file, or gives it up", async () => {
    const seizure = await released();
    for (const stranger of [otherPost, thai, coordinator]) {
      expect(await keyOf(begun(stranger, seizure))).toMatch(/report\.unknown|access\.refused/);
    }
    const upload = await begun(officer, seizure);
    for (const stranger of [otherPost, contact, thai, coordinator]) {
      const piece = { upload, seizure, position: 0, content: photo };
      expect(await keyOf(addPiece(stranger, piece))).toBe("attachment.unknown");
      expect(await keyOf(finishUpload(stranger, aCommand({ upload, seizure })))).toBe("attachment.unknown");
      expect(await keyOf(abandonUpload(stranger, aCommand({ upload, seizure })))).toBe("attachment.unknown");
    }
    expect(await keyOf(abandonUpload(officer, aCommand({ upload, seizure })))).toBe("done");
    expect(await world.owner`select 1 from upload_pieces where upload_id = ${upload}`).toHaveLength(0);
  });
});

describe("who sees it", () => {
  test("who reads the case sees the copy; name, size and hash of the original are its owner's", async () => {
    const seizure = await released();
    await sent(officer, seizure);
    for (const reader of [thai, coordinator]) {
      const [one] = await seenBy(reader, seizure);
      expect(one).toMatchObject({ kind: "photo", original: null });
    }
    expect((await seenBy(contact, seizure))[0]?.original?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(await seenBy(otherPost, seizure)).toEqual([]);
  });

  test("for the own agency alone, nobody else sees that it is there", async () => {
    const seizure = await released();
    await sent(officer, seizure, { audience: "own" });
    expect(await seenBy(officer, seizure)).toMatchObject([{ audience: "own" }]);
    for (const reader of [thai, coordinator]) expect(await seenBy(reader, seizure)).toEqual([]);
  });

  test("with the case it is narrowed and held back", async () => {
    const narrowed = await released();
    await sent(officer, narrowed);
    await narrowSeizure(contact, aCommand({ seizure: narrowed, base: 1, keep: [], reason: "" }));
    expect(await seenBy(thai, narrowed)).toEqual([]);
    const held = await released();
    await sent(officer, held);
    await holdSeizure(contact, aCommand({ seizure: held, base: 1, reason: "" }));
    for (const reader of [thai, coordinator]) expect(await seenBy(reader, held)).toEqual([]);
    expect(await seenBy(contact, held)).toHaveLength(1);
  });
});

describe("what goes", () => {
  test("after its release a contact point alone takes it away, for everybody", async () => {
    const seizure = await released();
    const attachment = await sent(officer, seizure);
    expect(await keyOf(removeAttachment(thai, aCommand({ attachment, seizure })))).toMatch(
      /report\.unknown|access\.refused/,
    );
    expect(await keyOf(removeAttachment(officer, aCommand({ attachment, seizure })))).toBe("access.refused");
    await removeAttachment(contact, aCommand({ attachment, seizure }));
    for (const reader of [officer, contact, thai]) expect(await seenBy(reader, seizure)).toEqual([]);
    const told = await world.owner<{ type: string }[]>`
      select e.type from events e join event_bodies b on b.event_id = e.id
      where b.body like ${`%${attachment}%`} order by e.at`;
    expect(told.map(({ type }) => type)).toEqual(["attachment.added", "attachment.removed"]);
  });

  test("an erased record takes its files along; the sweep leaves what rows name and what is young", async () => {
    const kept = await released();
    await sent(officer, kept);
    const gone = await released();
    await sent(officer, gone);
    await begun(officer, gone);
    const { receipt: _, ...fact } = { receipt: "", ...(await recordOf(gone)) };
    const order = { reference: "12/2026", approver: "Court" };
    await eraseSeizure(contact, aCommand({ seizure: gone, base: 1, reason: "Court", order }), fact.messageNo);
    expect(await world.owner`select 1 from attachments where seizure_id = ${gone}`).toHaveLength(0);
    expect(await world.owner`select 1 from uploads where seizure_id = ${gone}`).toHaveLength(0);
    await world.house.files.put("00000000-0000-4000-8000-000000000000", Buffer.from("left by a crash"));
    const before = await keysInStore();
    await sweepFiles(world.house);
    expect(await keysInStore()).toEqual(before);
    const later = new Date(Date.now() + 2 * 60 * 60_000);
    await Promise.all([sweepFiles(world.house, later), sweepFiles(world.house, later)]);
    expect(await keysInStore()).toEqual(await keysInRows());
  });

  test("what nobody goes on with is given up after two weeks", async () => {
    const upload = await begun(officer, await released());
    await sweepFiles(world.house, new Date(Date.now() + 13 * 86_400_000));
    expect(await world.owner`select 1 from uploads where id = ${upload}`).toHaveLength(1);
    await sweepFiles(world.house, new Date(Date.now() + 15 * 86_400_000));
    expect(await world.owner`select 1 from uploads where id = ${upload}`).toHaveLength(0);
  });
});

async function recordOf(id: Id): Promise<{ messageNo: string }> {
  const [row] = await world.owner<{ message_no: string }[]>`
    select message_no from seizure_facts where id = ${id} and ended_by is null`;
  return { messageNo: row?.message_no ?? "" };
}
