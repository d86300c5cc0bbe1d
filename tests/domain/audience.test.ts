import { describe, expect, test } from "vitest";
import { questionKey, unanswered } from "#app/domain/asked.ts";
import {
  administrationsOf,
  audienceOf,
  audienceQuestions,
  namedAmong,
  type Participant,
  type PastAudience,
  readersFor,
  usualAudience,
} from "#app/domain/audience.ts";

function agency(agencyId: string, administrationId: string, rest: Partial<Participant> = {}): Participant {
  const names = { agencyName: `${agencyId} Customs`, officialName: administrationId };
  return { agencyId, administrationId, ...names, readsAll: true, coordinates: false, people: [], ...rest };
}

const LI = { memberId: "li", name: "Li", role: "analyst" as const };
const WU = { memberId: "wu", name: "Wu", role: "ncp" as const };
const VN = agency("vn", "VN");
const VN_POLICE = agency("vn-police", "VN");
const CN = agency("cn", "CN", { people: [LI, WU] });
const TH = agency("th", "TH");
const UNODC = agency("unodc", "UN", { readsAll: false });
const ALL = [VN, VN_POLICE, CN, TH, UNODC];

const all: PastAudience = { kind: "all", readers: ["cn", "th"] };
const onlyChina: PastAudience = { kind: "agencies", readers: ["cn"] };
const onlyLi: PastAudience = { kind: "members", readers: ["li"] };

describe("who will read", () => {
  test("'all' are those who read cases; partners are named or do not read", () => {
    expect(readersFor({ kind: "all" }, ALL, "vn")).toEqual([VN_POLICE, CN, TH]);
    expect(readersFor({ kind: "agencies", agencies: ["unodc"] }, ALL, "vn")).toEqual([UNODC]);
  });

  test("named persons read, and nobody else of their agency", () => {
    const named = { kind: "members" as const, members: ["li"] };
    const readers = readersFor(named, ALL, "vn");
    expect(readers).toEqual([CN]);
    expect(namedAmong(named, readers).map(({ people }) => people)).toEqual([[LI]]);
    expect(namedAmong({ kind: "agencies", agencies: ["cn"] }, [CN])[0]?.people).toEqual([]);
  });

  test("of a form only the kind that is chosen counts", () => {
    expect(audienceOf("members", ["cn"], ["li"])).toEqual({ kind: "members", members: ["li"] });
    expect(audienceOf("agencies", ["cn"], ["li"])).toEqual({ kind: "agencies", agencies: ["cn"] });
    expect(audienceOf("", ["cn"], ["li"])).toEqual({ kind: "all" });
  });

  test("administrations are counted once, the own among them", () => {
    expect(administrationsOf(readersFor({ kind: "all" }, ALL, "vn"), "VN")).toBe(3);
    expect(administrationsOf([], "VN")).toBe(1);
  });
});

describe("the habit", () => {
  test("is what most of the last twenty reports did, the newest among equals", () => {
    expect(usualAudience([all, onlyChina, onlyChina])).toEqual({ kind: "agencies", agencies: ["cn"] });
    expect(usualAudience([all, onlyChina, all, onlyChina])).toEqual({ kind: "all" });
    expect(usualAudience([...Array<PastAudience>(20).fill(onlyChina), ...Array<PastAudience>(50).fill(all)])).toEqual({
      kind: "agencies",
      agencies: ["cn"],
    });
  });

  test("may be persons, or the own agency alone", () => {
    expect(usualAudience([onlyLi, onlyLi, all])).toEqual({ kind: "members", members: ["li"] });
    const nobody: PastAudience = { kind: "agencies", readers: [] };
    expect(usualAudience([nobody, nobody, all])).toEqual({ kind: "agencies", agencies: [] });
  });

  test("is none before three reports", () => {
    expect(usualAudience([all, all])).toBeNull();
  });

  test("'all' stays 'all' when agencies have joined since", () => {
    expect(usualAudience([all, { kind: "all", readers: ["cn"] }, all])).toEqual({ kind: "all" });
  });
});

describe("asks before sending", () => {
  const among = { participants: ALL, owner: "vn", usual: { kind: "agencies" as const, agencies: ["cn"] } };

  test("when more would read than usually do, by name, with one tap back to the habit", () => {
    const [question] = audienceQuestions({ handling: "H0", audience: { kind: "all" } }, among);
    expect(question).toMatchObject({
      check: "audience_habit",
      values: { n: 2, usual: 1, names: "vn-police Customs, th Customs" },
      answers: [{ key: "as_usual", change: { field: "audience.agencies", value: "cn" } }, { key: "as_it_is" }],
    });
  });

  test("when more than the usual persons' agencies would read", () => {
    const usual = { kind: "members" as const, members: ["li"] };
    const [question] = audienceQuestions({ handling: "H0", audience: { kind: "all" } }, { ...among, usual });
    expect(question).toMatchObject({
      values: { n: 2, usual: 1 },
      answers: [{ change: { field: "audience.members", value: "li" } }, { key: "as_it_is" }],
    });
  });

  test("when handling speaks against 'all'", () => {
    const asked = audienceQuestions({ handling: "H2", audience: { kind: "all" } }, { ...among, usual: null });
    expect(asked).toMatchObject([{ check: "audience_handling", values: { handling: "H2", n: 3 } }]);
  });

  test("and not when it is narrower, the same, or the first reports", () => {
    const audience = { kind: "agencies" as const, agencies: ["cn"] };
    expect(audienceQuestions({ handling: "H2", audience }, among)).toEqual([]);
    expect(audienceQuestions({ handling: "H0", audience: { kind: "all" } }, { ...among, usual: null })).toEqual([]);
    expect(
      audienceQuestions({ handling: "H0", audience: { kind: "all" } }, { ...among, usual: { kind: "all" } }),
    ).toEqual([]);
  });

  test("a question seen once is not asked again, unless the value is another", () => {
    const asked = audienceQuestions({ handling: "H2", audience: { kind: "all" } }, among);
    const keys = asked.map(questionKey);
    expect(unanswered(asked, keys)).toEqual([]);
    const other = audienceQuestions({ handling: "H3", audience: { kind: "all" } }, among);
    expect(unanswered(other, keys)).toEqual(other);
  });
});
