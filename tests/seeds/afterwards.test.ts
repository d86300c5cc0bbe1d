import { expect, test } from "vitest";
import { OUTCOME_KINDS } from "#app/domain/outcome/kinds.ts";
import { exerciseOperation } from "#seeds/exercise.server.ts";

test.each(["2026-08-14T07:02:00Z", "2026-11-28T21:10:00Z", "2027-02-01T23:59:00Z"])(
  "whenever it begins, a dozen outcomes of all kinds are told, and the media desk has something (%s)",
  (at) => {
    const now = new Date(at);
    const { releases, after } = exerciseOperation(now);
    const outcomes = after?.outcomes ?? [];
    expect(outcomes.length).toBeGreaterThanOrEqual(12);
    expect([...new Set(outcomes.map(({ said }) => said.kind))].sort()).toEqual([...OUTCOME_KINDS].sort());
    expect(new Set(outcomes.map(({ seizure }) => seizure)).size).toBeGreaterThanOrEqual(5);
    for (const { seizure, said, at: told } of outcomes) {
      const about = releases.find(({ input }) => input.id === seizure);
      expect(said.on > (about?.input.occurredOn ?? "9999")).toBe(true);
      expect(told > (about?.releasedAt ?? "9999") && told < now.toISOString()).toBe(true);
      expect(said.note).toMatch(/^Exercise/);
    }
    expect(after?.media?.releases.every(({ title, words }) => /^Exercise/.test(title) && /^Exercise/.test(words))).toBe(
      true,
    );
    expect(after?.media?.open.seizure).not.toBe(after?.media?.known.seizure);
  },
);
