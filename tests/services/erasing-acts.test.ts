import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { returnReport } from "#app/services/clearance.server.ts";
import { agreeToMerge, closeDuplicate, proposeJoint, proposeMerge } from "#app/services/duplicates.server.ts";
import { eraseSeizure } from "#app/services/erasing.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { confirmEntry, enterOnBehalf } from "#app/services/on-behalf.server.ts";
import { discardDraft, saveDraft, submitReport } from "#app/services/reports.server.ts";
import { holdSeizure, withdrawSeizure } from "#app/services/seizures.server.ts";
import { read } from "#app/services/write.server.ts";
import { freezeDeadlines } from "#db/queries/deadlines.server.ts";
import { findErasure, frozenDaysOf } from "#db/queries/erasures.server.ts";
import { visibleFacts } from "#db/queries/facts.server.ts";
import { findReport } from "#db/queries/reports.server.ts";
import { aCommand, agencyOf } from "#tests/support/world.ts";
import {
  aCase,
  asked,
  contact,
  erase,
  everyWord,
  ocu,
  officer,
  openWorld,
  released,
  tablesWith,
  thai,
  thaiContact,
  world,
} from "./erasing-world.ts";

beforeAll(openWorld);
afterAll(() => world.close());

describe("before it is erased", () => {
  test("its owner's contact point knows which sums count it, those of a time when it was held back left out", async () => {
    const input = await released();
    await world.owner`update seizure_facts set released_at = '2021-09-14T00:00Z' where id = ${input.id}`;
    const days = (who: Acting) => read(who, (tx) => frozenDaysOf(tx, input.id));
    const again = async () => {
      await world.owner`delete from deadline_sums`;
      await freezeDeadlines(world.house.db);
    };
    await again();
    expect(await days(contact)).toEqual(["2021-09-14", "2021-09-15"]);
    for (const other of [thaiContact, thai, ocu, officer]) expect(await days(other)).toEqual([]);
    await holdSeizure(contact, aCommand({ seizure: input.id, base: 1, reason: "" }));
    expect(await days(contact)).toEqual(["2021-09-14", "2021-09-15"]);
    await again();
    expect(await days(contact)).toEqual([]);
  });

  test("it is named once more, by either number; the wrong one, a stale version and a reason left out change nothing", async () => {
    const input = await released();
    await expect(eraseSeizure(contact, asked(input.id), "ERASE")).rejects.toMatchObject({
      detail: { fields: { confirm: ["erase.confirm.other"] } },
    });
    await expect(erase(contact, input, { base: 2 })).rejects.toMatchObject({ kind: "stale" });
    const [fact] = await read(contact, (tx) => visibleFacts(tx, world.operationId, [input.id]));
    expect(await eraseSeizure(contact, asked(input.id), ` ${fact?.messageNo.toLowerCase()} `)).toMatchObject({
      state: "erased",
    });
  });

  test("a merge of it is undone first", async () => {
    const [kept, dropped] = [await released(), await released()];
    const duplicate = crypto.randomUUID();
    await proposeMerge(ocu, aCommand({ id: duplicate, kept: kept.id, dropped: dropped.id, note: "" }));
    await agreeToMerge(contact, aCommand({ duplicate }));
    await expect(erase(contact, kept)).rejects.toMatchObject({ message: "erase.merged" });
    await expect(erase(contact, dropped, { base: 2 })).rejects.toMatchObject({ message: "erase.merged" });
    await closeDuplicate(contact, aCommand({ duplicate, note: "Two parcels" }));
    expect(await erase(contact, dropped, { base: 3 })).toMatchObject({ state: "erased" });
    expect(await erase(contact, kept)).toMatchObject({ state: "erased" });
  });

  test("a joint case is parted first", async () => {
    const [own, other] = [await released(), aCase()];
    await submitReport(thaiContact, aCommand(other));
    const duplicate = crypto.randomUUID();
    await proposeJoint(ocu, aCommand({ id: duplicate, kept: own.id, dropped: other.id, note: "" }));
    await agreeToMerge(contact, aCommand({ duplicate }));
    await agreeToMerge(thaiContact, aCommand({ duplicate }));
    await expect(erase(contact, own, { base: 2 })).rejects.toMatchObject({ message: "erase.merged" });
    await closeDuplicate(contact, aCommand({ duplicate, note: "Two consignments" }));
    expect(await erase(contact, own, { base: 3 })).toMatchObject({ state: "erased" });
  });
});

describe("who erases", () => {
  test("is a contact point of the owner, in a closed operation too, and nobody else", async () => {
    const input = await released();
    for (const other of [officer, thai, thaiContact, ocu]) {
      await expect(erase(other, input)).rejects.toMatchObject({ kind: expect.stringMatching(/forbidden|not-found/) });
    }
    const direct = (who: Acting) =>
      read(who, (tx) => tx.execute(`select * from erase_record('${input.id}', 1, 'x', 'y', '')`));
    for (const other of [officer, thai, ocu]) await expect(direct(other)).rejects.toBeDefined();
    await world.owner`update operations set state = 'closed' where id = ${world.operationId}`;
    try {
      expect(await erase(contact, input)).toMatchObject({ state: "erased" });
    } finally {
      await world.owner`update operations set state = 'active' where id = ${world.operationId}`;
    }
  });

  test("does so once per command; another one says that it is erased, and no command of before is answered again", async () => {
    const input = aCase();
    const sending = aCommand(input);
    await submitReport(contact, sending);
    const command = asked(input.id);
    const first = await eraseSeizure(contact, command, input.nationalCaseNo);
    expect(await eraseSeizure(contact, command, input.nationalCaseNo)).toEqual(first);
    await expect(erase(contact, input)).rejects.toMatchObject({ message: "seizure.erased" });
    await expect(submitReport(contact, sending)).rejects.toMatchObject({ message: "command.reused" });
    await expect(submitReport(contact, aCommand(input))).rejects.toMatchObject({ message: "seizure.erased" });
    const draft = { id: input.id, form: {}, baseVersion: null };
    await expect(saveDraft(contact, aCommand(draft))).rejects.toMatchObject({ message: "seizure.erased" });
    await expect(withdrawSeizure(contact, aCommand({ seizure: input.id, base: 1, reason: "x" }))).rejects.toMatchObject(
      {
        kind: "not-found",
      },
    );
  });

  test("may do so of two at once one time only", async () => {
    const input = await released();
    const both = await Promise.allSettled([erase(contact, input), erase(contact, input)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("leaves the application no other way to take a row away", async () => {
    const tables = await world.owner<{ name: string }[]>`
      select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
        and has_table_privilege('naga_app', c.oid, 'DELETE')`;
    // Photos are taken from a record under the rights of their own; the others are no records: a choice not to be shown as
    // present, and pieces of files on their way.
    const views = ["saved_views", "view_cases", "view_notices", "view_watches"];
    const files = ["attachment_originals", "attachments", "import_parts", "upload_pieces", "uploads"];
    const may = [...files, ...views, "dashboards", "presence_hidden"].sort();
    expect(tables.map(({ name }) => name).sort()).toEqual(may);
  });
});

describe("a report that was not released", () => {
  test("is erased with its draft, its entry for a post and the decisions on it, whatever state it is in", async () => {
    const police = await world.join({ role: "ncp", agency: agencyOf(world, "VN-POL") });
    const post = await world.join({ role: "reporter", agency: agencyOf(world, "VN-POL") });
    const input = aCase({ narrative: "Quillmarkstory" });
    const unitId = agencyOf(world, "VN-POL").units[0].id;
    const told = {
      informant: "Sergeant Quillmarklan",
      channel: "telephone" as const,
      cameAt: "2021-05-17T09:05:00.000Z",
    };
    await enterOnBehalf(police, aCommand({ seizure: input, behalf: { unitId, ...told } }));
    await confirmEntry(post, aCommand({ seizure: input.id }));
    await returnReport(police, aCommand({ seizure: input.id, baseVersion: 1, note: "Quillmarkreturn" }));
    expect(await erase(police, input, { base: 2 })).toMatchObject({ lost: "0" });
    const words = await everyWord();
    for (const text of ["quillmark", input.nationalCaseNo]) expect(tablesWith(words, text)).toEqual([]);
    expect(await read(post, (tx) => findReport(tx, world.operationId, input.id))).toMatchObject({
      state: "erased",
      input: null,
    });
    expect(await read(thai, (tx) => findErasure(tx, world.operationId, input.id))).toBeUndefined();

    const draft = crypto.randomUUID();
    await saveDraft(police, aCommand({ id: draft, form: { narrative: "Quillmarkdraft" }, baseVersion: null }));
    await discardDraft(police, aCommand({ seizure: draft, baseVersion: 1 }));
    await eraseSeizure(police, asked(draft, { base: 2 }), draft.slice(-8));
    expect(tablesWith(await everyWord(), "quillmark")).toEqual([]);
  });
});
