import { CONTROL_KINDS } from "#app/domain/tally/control-kinds.ts";
import type { CasesOfGroup } from "#app/domain/tally/difference.ts";
import type { TallyVersion } from "#app/domain/tally/tally.ts";
import type { FormValues } from "#app/form-answer.ts";

type Known = { said: TallyVersion | null; cases: readonly CasesOfGroup[]; arrested: number | null };

const typed = (count: number | null) => (count === null ? "" : String(count));

/** What was asked back and confirmed stays so until its number or unit is changed. */
const confirmed = (name: string, what: string, more: { confirmed?: boolean }): [string, string][] =>
  more.confirmed ? [[`${name}.confirmed`, what]] : [];

/** What the fields of a day begin with: what is on record; else what the case reports of the day come to; else nothing. */
export function tallyValues(name: string, { said, cases, arrested }: Known, mark: "." | ","): FormValues {
  const groups = said ? said.groups : cases;
  const answer = said ? (said.nil ? "nil" : "some") : cases.length > 0 ? "some" : "";
  const rows = groups.flatMap(({ group, cases: n, quantities }, row): [string, string][] => [
    [`${name}.groups.${row}.group`, group],
    [`${name}.groups.${row}.cases`, String(n)],
    ...quantities.flatMap(({ quantity, unit, ...more }, line): [string, string][] => [
      [`${name}.groups.${row}.quantities.${line}.quantity`, quantity.replace(".", mark)],
      [`${name}.groups.${row}.quantities.${line}.unit`, unit],
      ...confirmed(`${name}.groups.${row}.quantities.${line}`, `${quantity} ${unit}`, more),
    ]),
  ]);
  return {
    [`${name}.said`]: answer,
    ...Object.fromEntries(rows),
    [`${name}.arrested`]: typed(said ? said.arrested : arrested),
    ...Object.fromEntries(
      CONTROL_KINDS.map((kind) => [`${name}.controls.${kind}`, typed(said?.controls[kind] ?? null)]),
    ),
    [`${name}.remark`]: said?.remark ?? "",
  };
}

/** Numbers of the rows under a name that hold something, for as many lines as a form needs. */
export function rowsOf(values: FormValues, name: string): number[] {
  const start = `${name}.`;
  const rows = Object.entries(values).flatMap(([key, value]) =>
    key.startsWith(start) && value !== "" ? [Number.parseInt(key.slice(start.length), 10)] : [],
  );
  return [...new Set(rows)].sort((left, right) => left - right);
}
