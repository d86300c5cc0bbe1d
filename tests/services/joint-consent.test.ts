import { v7 as uuid } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import { agreeToMerge, closeDuplicate, proposeJoint } from "#app/services/duplicates.server.ts";
import { withdrawSeizure } from "#app/services/seizures.server.ts";
import { read } from "#app/services/write.server.ts";
import { listDuplicates } from "#db/queries/duplicates.server.ts";
import { aCommand } from "#tests/support/world.ts";
import { fact, jointOf, lao, ocu, openWorld, proposed, thai, told, viet, world } from "./joint-world.ts";

beforeEach(openWorld);

describe("who may", () => {
  test("the unit proposes, owners agree; what one reporter told twice is no joint case", async () => {
    const [sent, taken, again] = [await told(thai), await told(lao), await told(thai)];
    const pair = { id: uuid(), kept: sent, dropped: taken, note: "" };
    await expect(proposeJoint(thai, aCommand(pair))).rejects.toMatchObject({ kind: "forbidden" });
    await expect(proposed(sent, again)).rejects.toMatchObject({ message: "duplicate.one_reporter" });
    const duplicate = await proposed(sent, taken);
    await expect(proposed(taken, sent)).rejects.toMatchObject({ message: "duplicate.decided" });
    await expect(agreeToMerge(viet, aCommand({ duplicate }))).rejects.toMatchObject({ message: "duplicate.unknown" });
    await expect(agreeToMerge(ocu, aCommand({ duplicate }))).rejects.toMatchObject({ kind: "forbidden" });
    expect(await closeDuplicate(thai, aCommand({ duplicate, note: "Not ours" }))).toMatchObject({ state: "refused" });
    expect(await read(ocu, (tx) => listDuplicates(tx, world.operationId))).toMatchObject([
      { kind: "same_consignment", state: "refused" },
    ]);
  });

  test("where one was withdrawn meanwhile the last word is refused, and nothing is joined", async () => {
    const [sent, taken] = [await told(thai), await told(lao)];
    const duplicate = await proposed(sent, taken);
    await agreeToMerge(thai, aCommand({ duplicate }));
    await withdrawSeizure(thai, aCommand({ seizure: sent, base: 1, reason: "Not ours" }));
    await expect(agreeToMerge(lao, aCommand({ duplicate }))).rejects.toMatchObject({ kind: "stale" });
    expect(await jointOf(taken)).toBeNull();
  });

  test("no owner puts an own message into a joint case by writing a version of it", async () => {
    const [sent, taken] = [await told(thai), await told(lao)];
    const written = world.app.sql.begin(async (tx) => {
      await tx`select set_config('naga.token', ${thai.token}, true),
        set_config('naga.operation', ${world.operationId}, true)`;
      await tx`update seizure_facts set ended_by = ${uuid()} where id = ${sent} and ended_by is null`;
      await tx`insert into seizure_facts (operation_id, id, version, begun_by, message_no, agency_id, unit_id, reporter,
          state, shared, event_kind, occurred_on, date_precision, outside_window, late, cleared_at, released_at, country,
          geo_precision, place_kind, direction, mode, joint, joint_place)
        select operation_id, id, 2, begun_by, message_no, agency_id, unit_id, reporter, state, shared, event_kind,
          occurred_on, date_precision, outside_window, late, cleared_at, released_at, country, geo_precision, place_kind,
          direction, mode, ${taken}, 3 from seizure_facts where id = ${sent}`;
    });
    await written;
    expect(await fact(sent)).toMatchObject({ revision: 2, joint: null });
  });
});
