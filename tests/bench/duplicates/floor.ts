import type { Comparable } from "#app/domain/duplicates/comparable.ts";

/** The floor: the bare rule, same agency and same case number but for capitals, spaces and punctuation; nothing else. */
export function byCaseNumberAlone(reports: readonly Comparable[]): [string, string][] {
  const byNumber = new Map<string, string[]>();
  for (const { agencyId, nationalCaseNo, id } of reports) {
    const number = nationalCaseNo.toLowerCase().replace(/[^a-z0-9]/g, "");
    if (!/\d/.test(number)) continue;
    const key = `${agencyId}|${number}`;
    byNumber.set(key, [...(byNumber.get(key) ?? []), id]);
  }
  return [...byNumber.values()].flatMap((ids) =>
    ids.flatMap((id, index) => ids.slice(index + 1).map((other): [string, string] => [id, other])),
  );
}
