import fc from "fast-check";
import { expect, test } from "vitest";
import { canonical } from "#app/domain/import/case.ts";

const Name = fc.string({ maxLength: 8 }).filter((name) => !/^\d+$/.test(name) && name !== "__proto__");
const { value: Content } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    ...[fc.string(), fc.integer(), fc.double(), fc.boolean(), fc.constant(null), fc.constant(undefined)],
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(Name, tie("value"), { maxKeys: 5, noNullPrototype: true }),
  ),
}));

/** As it was first written down, by which the hashes in every installation were made. */
const first = (value: unknown) =>
  JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([left], [right]) => (left < right ? -1 : 1)))
      : part,
  );

function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, part]) => [name, turned(part)] as const)
      .reverse(),
  );
}

test("what a file said is written down as it always was, whatever the order of its parts", () => {
  fc.assert(
    fc.property(fc.dictionary(Name, Content, { noNullPrototype: true }), (said) => {
      expect(canonical(said)).toBe(first(said));
      expect(canonical(turned(said))).toBe(first(said));
    }),
  );
});
