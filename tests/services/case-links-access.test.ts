import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Nominal } from "#app/domain/seizure.ts";
import { narrowSeizure } from "#app/services/narrowing.server.ts";
import { read } from "#app/services/write.server.ts";
import { linkAnswers } from "#db/queries/case-links.server.ts";
import { aRouteNode } from "#seeds/builders.ts";
import { aCommand, agencyOf } from "#tests/support/world.ts";
import { aLinkWorld, around, kindsOf, marked, ofOperation, release, say } from "./case-links-world.ts";

let all: Awaited<ReturnType<typeof aLinkWorld>>;
beforeAll(async () => {
  all = await aLinkWorld();
});
afterAll(() => all.world.close());

const only = (code: string) => ({ kind: "agencies" as const, agencies: [agencyOf(all.world, code).id] });
const truck = (recipients: string[] = []) => Nominal.parse({ registration: "51D-339.02", recipients });

describe("reasons come from what the reader may read of both cases", () => {
  test("a mark links for those who read both cases; who reads the facts of one alone is told nothing of it", async () => {
    const { world, viet, thai, lao, desk } = all;
    const open = await release(viet, { items: marked("Golden Horn 7") });
    const closed = await release(thai, { items: marked("GOLDEN-HORN 7"), audience: only("VN-CUS") });
    for (const reader of [viet, thai, desk]) {
      expect(kindsOf(await around(world, reader, open))[closed]).toEqual(["mark", "commodity", "close"]);
    }
    expect(await around(world, lao, open)).toEqual([]);
    const pairs = (await ofOperation(world, lao)).map(({ one, other }) => [one.id, other.id].sort());
    expect(pairs).not.toContainEqual([open, closed].sort());
    expect((await ofOperation(world, desk)).map(({ one, other }) => [one.id, other.id].sort())).toContainEqual(
      [open, closed].sort(),
    );
  });

  test("a registration links for those alone who may see the names of both", async () => {
    const { world, viet, thai, desk } = all;
    const viets = agencyOf(world, "VN-CUS").id;
    const one = await release(viet, { nominal: truck(), occurredOn: "2021-06-01" });
    const other = await release(thai, { nominal: truck([viets]), occurredOn: "2021-06-02" });
    expect(kindsOf(await around(world, viet, one))).toEqual({ [other]: ["registration", "commodity", "close"] });
    // Thailand sees no names of Viet Nam's case, and the coordination unit none of either.
    for (const reader of [thai, desk]) expect(await around(world, reader, one)).toEqual([]);
  });

  test("two readers are given different reasons for the same pair", async () => {
    const { world, viet, thai, desk } = all;
    const viets = agencyOf(world, "VN-CUS").id;
    const nominal = Nominal.parse({ waybill: "160-1122 3344", recipients: [viets] });
    const one = await release(viet, { nominal, containerNo: "MSKU1234565", occurredOn: "2021-07-01" });
    const other = await release(thai, { nominal, containerNo: "MSKU1234565", occurredOn: "2021-07-01" });
    expect(kindsOf(await around(world, viet, one))[other]).toEqual(["container", "waybill", "commodity", "close"]);
    expect(kindsOf(await around(world, desk, one))[other]).toEqual(["container", "commodity", "close"]);
    expect(kindsOf(await around(world, thai, one))[other]).toEqual(["container", "commodity", "close"]);
  });

  test("who counts facts alone is given reasons of facts alone", async () => {
    const { world, viet, thai, lao } = all;
    const way = { concealmentPlaces: ["dissolved"], concealmentMethods: ["anaesthetised"], audience: only("VN-CUS") };
    const route = [aRouteNode()];
    // Others hide otherwise, so that this way is rare.
    for (let at = 0; at < 60; at++) await release(viet, { concealmentPlaces: ["luggage"], occurredOn: "2021-08-01" });
    const seized = { ...way, route, containerNo: "TGHU7654320", occurredOn: "2021-09-01" };
    const [one, other] = [await release(viet, seized), await release(thai, seized)];
    expect(kindsOf(await around(world, lao, one))[other]).toEqual(["hidden", "route", "commodity", "close"]);
    expect(kindsOf(await around(world, viet, one))[other]).toEqual([
      "container",
      "hidden",
      "route",
      "commodity",
      "close",
    ]);
  });
});

test("an answer is there for those who read both cases, and is gone for who loses one of them", async () => {
  const { world, viet, thai, lao, analyst } = all;
  const [one, other] = [
    await release(viet, { items: marked("Red Star") }),
    await release(thai, { items: marked("Red Star") }),
  ];
  await say(analyst, [one, other], "linked", 0, "Same sender");
  const seenBy = (reader: typeof viet) => read(reader, (tx) => linkAnswers(tx, world.operationId, one));
  for (const reader of [viet, thai, lao]) {
    expect(await seenBy(reader)).toMatchObject([{ answer: "linked", note: "Same sender", author: "Officer LA-CUS" }]);
  }
  await narrowSeizure(viet, aCommand({ seizure: one, base: 1, keep: [agencyOf(world, "TH-CUS").id], reason: "" }));
  expect(await seenBy(lao)).toEqual([]);
  expect(await seenBy(thai)).toHaveLength(1);
  await expect(say(analyst, [one, other], "open", 1)).rejects.toMatchObject({ kind: "not-found" });
});

test("partners and reporters answer nothing, not even by plain SQL", async () => {
  const { world, as, viet, thai } = all;
  const [one, other] = [await release(viet), await release(thai)];
  for (const role of ["reporter", "partner"] as const) {
    const member = await as(role, "VN-CUS");
    await expect(say(member, [one, other], "linked")).rejects.toMatchObject({ kind: "forbidden" });
    const [first, second] = [one, other].sort();
    const written = read(member, (tx) =>
      tx.execute(
        `insert into case_links (operation_id, one, other, version, answer, reasons, author_id, command_id)
         values ('${world.operationId}', '${first}', '${second}', 1, 'linked', '{}', '${member.memberId}', gen_random_uuid())`,
      ),
    );
    await expect(written).rejects.toThrow();
  }
});
