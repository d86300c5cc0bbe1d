import { readFileSync } from "node:fs";
import { RELATIONS, type Relation } from "#app/domain/access.ts";
import { ROLES, type Role } from "#app/domain/member.ts";
import { groupBy } from "#seeds/group-by.ts";

export const RECORDS = ["shared", "named", "held", "withdrawn", "erased", "report"] as const;
/** `opener`: takes part in nothing and may open operations. `left`: the days of the membership are over, or its agency left; `signed-out`: a member whose session has ended. */
export const STANDINGS = [
  "member",
  "suspended",
  "left",
  "outsider",
  "opener",
  "administrator",
  "signed-out",
  "anonymous",
] as const;
export type Record_ = (typeof RECORDS)[number] | "-";
export type Standing = (typeof STANDINGS)[number];

export type Cell = {
  surface: string;
  subject: string;
  role: Role;
  relation: Relation;
  record: Record_;
  standing: Standing;
  answer: string;
  /** Line of the file, for whoever has to look. */
  line: number;
};

/** Every cell of the hand-written table, with its lists and stars written out. */
export function readExpected(file: URL): Cell[] {
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.flatMap((text, index) => {
    if (index === 0 || text === "" || text.startsWith("#")) return [];
    const [surface = "", subject = "", role = "", relation = "", record = "", standing = "", answer = ""] =
      text.split(",");
    const cells = combine({
      role: spread(role, ROLES),
      relation: spread(relation, RELATIONS),
      record: record === "-" ? ["-" as const] : spread(record, RECORDS),
      standing: spread(standing, STANDINGS),
    });
    return subject
      .split("|")
      .flatMap((one) => cells.map((cell) => ({ surface, subject: one, ...cell, answer, line: index + 1 })));
  });
}

type Lists = { role: Role[]; relation: Relation[]; record: Record_[]; standing: Standing[] };

function combine({ role, relation, record, standing }: Lists) {
  return role.flatMap((one) =>
    relation.flatMap((two) =>
      record.flatMap((three) => standing.map((four) => ({ role: one, relation: two, record: three, standing: four }))),
    ),
  );
}

function spread<T extends string>(cell: string, all: readonly T[]): T[] {
  if (cell === "*") return [...all];
  return cell.split("|").map((value) => {
    const known = all.find((one) => one === value);
    if (!known) throw new Error(`expected.csv: no such value ${value}`);
    return known;
  });
}

export function keyOf(cell: Omit<Cell, "answer" | "line">): string {
  return [cell.surface, cell.subject, cell.role, cell.relation, cell.record, cell.standing].join(" ");
}

/** Combinations that stand in no row or in several: the table must be whole and must not contradict itself. */
export function faultsOf(
  cells: readonly Cell[],
  subjects: ReadonlyMap<string, readonly Record_[]>,
  surface: string,
): string[] {
  const rows = new Map<string, number>();
  for (const cell of cells) rows.set(keyOf(cell), (rows.get(keyOf(cell)) ?? 0) + 1);
  const wanted = [...subjects].flatMap(([subject, records]) =>
    combine({ role: [...ROLES], relation: [...RELATIONS], record: [...records], standing: [...STANDINGS] }).map(
      (cell) => keyOf({ surface, subject, ...cell }),
    ),
  );
  const known = new Set(wanted);
  return [
    ...wanted.filter((key) => !rows.has(key)).map((key) => `no row: ${key}`),
    ...[...rows].filter(([, count]) => count > 1).map(([key]) => `several rows: ${key}`),
    ...[...rows.keys()]
      .filter((key) => key.startsWith(`${surface} `) && !known.has(key))
      .map((key) => `nothing like it: ${key}`),
  ];
}

/** One example of each line of the table that does not hold, and how many more there are. */
export function inShort(wrong: readonly string[]): string[] {
  const lines = groupBy(wrong, (text) => text.slice(0, text.indexOf(":")));
  return [...lines.values()].map(([first, ...more]) => `${first} (and ${more.length} more)`);
}
