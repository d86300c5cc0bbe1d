import { buffer } from "node:stream/consumers";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mediaOfCase } from "#app/media-of-case.server.ts";
import { removeAttachment } from "#app/services/attachments.server.ts";
import { eraseSeizure } from "#app/services/erasing.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { clearPicture, maskPicture, withdrawPicture } from "#app/services/media-pictures.server.ts";
import { holdSeizure } from "#app/services/seizures.server.ts";
import { read } from "#app/services/write.server.ts";
import { findPicture, logOf } from "#db/queries/media.server.ts";
import { findFact } from "#db/queries/seizures.server.ts";
import { aCommand } from "#tests/support/world.ts";
import { aDesk, type Desk } from "./media-world.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});
afterAll(() => desk.world.close());

const seen = (picture: string, by: Acting) => read(by, (tx) => findPicture(tx, desk.world.operationId, picture));

const FACE = { kind: "face" as const, x: 9, y: 9, width: 6, height: 6 };

async function masked(masks = [FACE], by: Acting = desk.thai) {
  const [id, attachment] = [crypto.randomUUID(), await desk.photoOf(await desk.release())];
  await maskPicture(by, aCommand({ id, attachment, caption: "Ivory in crates", masks }));
  return id;
}

describe("a masked copy", () => {
  test("is drawn anew: even where a mask lies, and with nothing beside its points", async () => {
    const picture = await masked();
    const row = await seen(picture, desk.thai);
    const stored = await desk.world.house.files.read(row?.viewKey ?? "");
    if (!stored) throw new Error("no file");
    const bytes = await buffer(stored.stream);
    const { exif, xmp, iptc, icc, format } = await sharp(bytes).metadata();
    expect({ exif, xmp, iptc, icc, format }).toEqual({ format: "jpeg" });
    // From the square in which the mask begins to the one in which it ends.
    const under = await sharp(bytes).extract({ left: 8, top: 8, width: 8, height: 8 }).raw().toBuffer();
    expect(new Set(under).size).toBe(1);
    expect(row).toMatchObject({ width: 32, height: 32, clearedAt: null });
  });

  test("is its owner's until it is cleared, and then for those who run the desk; in a release for its readers", async () => {
    const picture = await masked();
    expect(await seen(picture, desk.thai)).not.toBeNull();
    for (const by of [desk.lead, desk.ocu, desk.lao, desk.analyst]) expect(await seen(picture, by)).toBeNull();
    await expect(desk.plan({ pictures: [picture] })).rejects.toMatchObject({ message: "media.picture.not_cleared" });
    await clearPicture(desk.thai, aCommand({ picture, looked: true as const, note: "Only hands" }));
    expect(await seen(picture, desk.lead)).toMatchObject({
      note: "Only hands",
      clearedName: expect.stringMatching(/\S/),
    });
    for (const by of [desk.lao, desk.analyst, desk.observer]) expect(await seen(picture, by)).toBeNull();
    const release = await desk.plan({ pictures: [picture] });
    expect(await seen(picture, desk.lao)).not.toBeNull();
    expect(await seen(picture, desk.observer)).toBeNull();
    await desk.due(release);
    await desk.runClock();
    expect(await seen(picture, desk.observer)).not.toBeNull();
  });

  test("is made, cleared and taken out by contact points of its owner alone, each once", async () => {
    const picture = await masked();
    await expect(masked([FACE], desk.lao)).rejects.toMatchObject({ kind: "not-found" });
    await expect(masked([FACE], desk.lead)).rejects.toMatchObject({ kind: "forbidden" });
    const clearing = { picture, looked: true as const, note: "" };
    await expect(clearPicture(desk.lao, aCommand(clearing))).rejects.toMatchObject({ kind: "not-found" });
    await expect(clearPicture(desk.lead, aCommand(clearing))).rejects.toMatchObject({ kind: "forbidden" });
    await clearPicture(desk.thai, aCommand(clearing));
    await expect(clearPicture(desk.thai, aCommand(clearing))).rejects.toMatchObject({ message: "media.picture.said" });
    await withdrawPicture(desk.thai, aCommand({ picture }));
    const acts = await read(desk.thai, (tx) => logOf(tx, desk.world.operationId));
    expect(
      acts
        .filter(({ subject }) => subject === picture)
        .map(({ act }) => act)
        .reverse(),
    ).toEqual(["picture.proposed", "picture.cleared", "picture.withdrawn"]);
  });

  test("of a case that stays inside, or is held back, is not cleared", async () => {
    const [inside, held] = [await desk.release({ handling: "H2" }), await desk.release()];
    for (const seizure of [inside, held]) {
      const picture = await desk.picture(seizure, false);
      if (seizure === held) await holdSeizure(desk.thai, aCommand({ seizure, base: 1, reason: "" }));
      await expect(
        clearPicture(desk.thai, aCommand({ picture, looked: true as const, note: "" })),
      ).rejects.toMatchObject({ message: "media.picture.barred" });
      expect(await seen(picture, desk.thai)).toMatchObject({ clearedAt: null });
    }
  });

  test("that is taken out keeps a release from going out", async () => {
    const picture = await desk.picture(await desk.release());
    const release = await desk.plan({ pictures: [picture] });
    await withdrawPicture(desk.thai, aCommand({ picture }));
    await desk.due(release);
    await desk.runClock();
    expect(await desk.seen(release, desk.lead)).toMatchObject({ state: "embargoed", waitsFor: "picture" });
  });

  test("goes with the photo that it was made of, and with the case", async () => {
    const seizure = await desk.release();
    const first = await desk.picture(seizure);
    const second = await desk.picture(seizure);
    const attachment = (await seen(first, desk.thai))?.attachmentId ?? "";
    await removeAttachment(desk.thai, aCommand({ attachment, seizure }));
    expect(await seen(first, desk.thai)).toBeNull();
    await desk.mark(seizure);
    const said = await desk.world.owner<{ hash: string }[]>`
      select encode(request_hash, 'hex') as hash from commands where kind in ('media.open.mark', 'media.picture.mask')
        and id in (select unnest(commands) from media_blackouts where seizure_id = ${seizure}
          union select unnest(commands) from media_pictures where seizure_id = ${seizure})`;
    expect(said).toHaveLength(2);
    const order = { reference: "Decision 1/26", approver: "" };
    const erased = aCommand({ seizure, base: 1, reason: "A court ordered it", order });
    await eraseSeizure(desk.thai, erased, await desk.noOf(seizure));
    expect(await seen(second, desk.thai)).toBeNull();
    const left = await desk.world.owner`
      select from media_blackouts where seizure_id = ${seizure}
      union all select from commands where encode(request_hash, 'hex') = any(${said.map(({ hash }) => hash)})
      union all select from media_log where subject = ${second} and detail ? 'sha256'`;
    expect(left).toEqual([]);
  });

  test("has no mask outside of it", async () => {
    await expect(masked([{ ...FACE, x: 32 }])).rejects.toMatchObject({ message: "media.mask.outside" });
  });
});

test("the page of a case leads its owner and those who run the desk to the press, and says how it stands; others see nothing", async () => {
  const seizure = await desk.release();
  const picture = await desk.picture(seizure);
  await desk.mark(seizure);
  const onPage = (by: Acting) =>
    read(by, async (tx, self) => {
      const fact = await findFact(tx, desk.world.operationId, seizure);
      return fact && mediaOfCase(tx, self, fact);
    });
  const stands = { open: true, known: false, pictures: { all: 1, cleared: 1 } };
  expect(await onPage(desk.thai)).toMatchObject({ speaks: true, caseNo: await desk.noOf(seizure), ...stands });
  for (const by of [desk.lead, desk.ocu])
    expect(await onPage(by)).toMatchObject({ speaks: false, pictures: stands.pictures });
  for (const by of [desk.lao, desk.analyst]) expect(await onPage(by)).toBeNull();
  await withdrawPicture(desk.thai, aCommand({ picture }));
  expect(await onPage(desk.thai)).toMatchObject({ pictures: { all: 0, cleared: 0 } });
});
