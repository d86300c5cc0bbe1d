import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { groupBy } from "#seeds/group-by.ts";
import { agencyOf, aWorld, type World } from "#tests/support/world.ts";
import { aCast, type Cast } from "./cast.ts";
import { keepClosings } from "./closing-acts.ts";
import { keepDashboards } from "./dashboard-acts.ts";
import { type Cell, faultsOf, keyOf, RECORDS, type Record_, readExpected } from "./expectation.ts";
import { fillDesk, RELEASES } from "./media-rows.ts";
import { tellOutcomes } from "./outcome-acts.ts";
import { addKey, chooseRecords, keepViews, linkRecords, noteSomething, writeReports } from "./sql-rows.ts";

const CELLS = readExpected(new URL("expected.csv", import.meta.url)).filter((cell) => cell.surface === "sql");

/** What of each subject the table speaks of. */
const BY_SEIZURE: Record<string, { column: string; records: readonly Record_[] }> = {
  seizure_facts: { column: "id", records: RECORDS },
  seizure_fact_items: { column: "seizure_id", records: RECORDS },
  seizure_fact_nodes: { column: "seizure_id", records: RECORDS },
  seizure_fact_codes: { column: "seizure_id", records: RECORDS },
  seizures: { column: "id", records: RECORDS },
  narrative_summaries: { column: "seizure_id", records: RECORDS },
  seizure_clues: { column: "seizure_id", records: RECORDS },
  case_links: { column: "one", records: RECORDS },
  seizure_outcomes: { column: "seizure_id", records: RECORDS },
  seizure_nominal: { column: "id", records: RECORDS },
  operation_report_highlights: { column: "seizure_id", records: RECORDS },
  operation_report_highlight_answers: { column: "seizure_id", records: RECORDS },
  seizure_reports: { column: "id", records: ["report"] },
  clearances: { column: "seizure_id", records: ["report"] },
  duplicates: { column: "kept", records: ["shared"] },
  questions: { column: "seizure_id", records: ["shared"] },
  seizure_orders: { column: "seizure_id", records: ["shared"] },
  erasures: { column: "seizure_id", records: ["erased"] },
  erasure_orders: { column: "seizure_id", records: ["erased"] },
  attachments: { column: "seizure_id", records: RECORDS },
  media_pictures: { column: "seizure_id", records: RECORDS },
  media_blackouts: { column: "seizure_id", records: RECORDS },
  media_known: { column: "seizure_id", records: RECORDS },
  on_behalf: { column: "seizure_id", records: ["report"] },
};
const STREAMS = ["operation", "notices", "unit", "desk", "watch"];
/** Of the agency that owns the records. */
const OF_AGENCY = [
  "tally_promises",
  "tallies",
  "tally_groups",
  "tally_quantities",
  "tally_questions",
  "tally_reminders",
  "watch_shifts",
  "watch_entries",
  "watch_handovers",
  "api_keys",
  "webhooks",
  "imports",
  "import_parts",
  "import_rows",
  "import_mappings",
  "case_exports",
  "case_export_rows",
  "record_packages",
  "deliveries",
];
const OF_OPERATION = {
  operations: "id",
  operation_plans: "operation_id",
  participants: "operation_id",
  members: "operation_id",
  deadline_sums: "operation_id",
  figure_cells: "operation_id",
  figure_amounts: "operation_id",
  member_visits: "operation_id",
  presence_hidden: "operation_id",
  dashboards: "operation_id",
  walls: "operation_id",
  saved_views: "operation_id",
  view_watches: "operation_id",
  view_cases: "operation_id",
  view_notices: "operation_id",
  operation_reports: "operation_id",
  operation_report_texts: "operation_id",
  operation_report_reckonings: "operation_id",
  operation_report_editions: "operation_id",
  closing_reasons: "operation_id",
  operation_closings: "operation_id",
  record_keeping: "operation_id",
  operation_report_requests: "operation_id",
  operation_report_signatures: "operation_id",
  operation_report_edition_signatures: "operation_id",
  operation_report_errata: "operation_id",
  operation_report_comments: "operation_id",
  report_files: "operation_id",
  media_releases: "operation_id",
  media_corrections: "operation_id",
  media_log: "operation_id",
};
/** Of those there is one of each member. */
const OF_MEMBER = ["member_visits", "presence_hidden", "view_watches", "view_cases", "view_notices", "report_files"];
/** Of the webhook of that agency. */
const OF_WEBHOOK = ["webhook_deliveries", "webhook_attempts"];
const CLOSED = [
  "tokens",
  "webhook_cursors",
  "server_secret",
  "access_log",
  "message_counters",
  "figure_counted",
  "check_risks",
  "figure_changes",
];

const SUBJECTS = new Map<string, readonly Record_[]>([
  ...Object.entries(BY_SEIZURE).map(([subject, { records }]) => [subject, records] as const),
  ...STREAMS.map((kind) => [`events of ${kind}`, ["-"]] as const),
  ...[...Object.keys(OF_OPERATION), ...OF_AGENCY, ...OF_WEBHOOK, ...CLOSED].map((subject) => [subject, ["-"]] as const),
]);

/** Of a report for each audience a version is published, and of one none. */
const OF_EDITION = ["operation_report_editions", "operation_report_edition_signatures"];
const EDITIONS: Record<number, string> = { 4: "all", 2: "participants and public", 1: "public" };

let world: World;
let cast: Cast;
let plain: postgres.Sql;
let streamIds: Map<string, string[]>;
beforeAll(async () => {
  world = await aWorld();
  cast = await aCast(world);
  plain = postgres(world.database.appUrl, { max: 4, onnotice: () => {} });
  streamIds = await findStreams();
  await noteSomething(world, streamIds.get("notices")?.[0] ?? "");
  await world.owner`
    insert into member_visits (operation_id, member_id, seen_at, shown_at)
    select operation_id, id, now(), now() from members`;
  await world.owner`
    insert into presence_hidden (operation_id, agency_id, member_id, made_by)
    select operation_id, agency_id, id, id from members`;
  await world.owner`select fold_figures(id, 1000) from operations`;
  await keepViews(world);
  await keepDashboards(world);
  await addKey(world);
  await linkRecords(world, cast);
  await writeReports(world);
  await keepClosings(world);
  await chooseRecords(world, cast);
  await tellOutcomes(world, cast);
  await fillDesk(world, cast);
}, 240_000);
afterAll(async () => {
  await plain.end();
  await world.close();
});

test("the table of expectations is whole and does not contradict itself", () => {
  expect(faultsOf(CELLS, SUBJECTS, "sql")).toEqual([]);
});

test("every table with rights of its own has a row, or is for everybody", async () => {
  const rows = await world.owner<{ relname: string }[]>`
    select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relrowsecurity`;
  const spokenOf = new Set([...SUBJECTS.keys(), "events", "event_bodies"]);
  // Names of agencies and people, lists of readers and own commands: looked at by the tests of their services.
  const elsewhere = new Set([
    "administrations",
    "agencies",
    "agency_units",
    "persons",
    "streams",
    "commands",
    "audiences",
    "audience_readers",
    "participant_administrations",
    "seizure_audiences",
    "attachment_originals",
    "uploads",
    "upload_pieces",
  ]);
  expect(rows.map((row) => row.relname).filter((name) => !spokenOf.has(name) && !elsewhere.has(name))).toEqual([]);
});

test("every table is forced under its policies, and the application owns none", async () => {
  const rows = await world.owner<{ relname: string }[]>`
    select relname from pg_class c where relnamespace = 'public'::regnamespace and relkind = 'r'
      and (pg_get_userbyid(relowner) <> 'naga_owner' or (relrowsecurity and not relforcerowsecurity))`;
  expect(rows).toEqual([]);
});

test("with only the token set, plain SQL gives each reader what the table says", async () => {
  const wrong: string[] = [];
  for (const cells of groupBy(CELLS, readerOf).values()) {
    const [one] = cells;
    if (!one) continue;
    const open = cells.filter((cell) => !CLOSED.includes(cell.subject));
    const seen = await ask(cast.reader(one.role, one.relation, one.standing).token, open);
    for (const [index, cell] of open.entries()) {
      const answer = asWorded(cell, seen[index] ?? 0);
      if (answer !== cell.answer) wrong.push(`line ${cell.line}: ${keyOf(cell)} gave ${answer}`);
    }
  }
  expect(wrong.slice(0, 20)).toEqual([]);
}, 240_000);

test("secrets, the access log and the counters are closed to the application altogether", async () => {
  for (const subject of CLOSED) {
    await expect(plain`select 1 from ${plain(subject)}`).rejects.toMatchObject({ code: "42501" });
  }
  expect(CELLS.filter((cell) => CLOSED.includes(cell.subject) && cell.answer !== "denied")).toEqual([]);
});

/** One reader asks everything at once: how many rows of each. */
async function ask(token: string, cells: readonly Cell[]): Promise<number[]> {
  const rows = await plain.begin("read only", async (sql) => {
    await sql`select set_config('naga.token', ${token}, true), set_config('naga.operation', ${world.operationId}, true)`;
    return sql.unsafe(
      cells.map((cell, index) => `select ${index} as at, (${countOf(cell)})::int as n`).join(" union all "),
    );
  });
  return [...rows].sort((left, right) => left.at - right.at).map((row) => row.n);
}

function asWorded({ subject, standing }: Cell, rows: number): string {
  if (OF_MEMBER.includes(subject) && rows > 0) return rows === 1 ? "own" : String(rows);
  // The own one, and the one that is shared.
  if (OF_EDITION.includes(subject) && rows > 0) return EDITIONS[rows] ?? String(rows);
  // Of what is published alone there are errata.
  if (subject === "operation_report_errata" && rows === 3) return "all";
  if (subject === "operation_report_errata" && rows > 0) return EDITIONS[rows] ?? String(rows);
  if (subject === "media_releases" && rows > 0) return RELEASES[rows] ?? String(rows);
  if (["saved_views", "dashboards"].includes(subject) && rows > 0) return rows === 2 ? "own and shared" : String(rows);
  // Leads see those of everybody.
  if (subject === "walls" && rows > 0) return rows === 1 ? "own" : "all";
  if (subject === "members" && (standing === "suspended" || standing === "left"))
    return rows === 1 ? "own" : String(rows);
  return rows > 0 ? "1" : "0";
}

function readerOf({ role, relation, standing }: Cell): string {
  return `${role} ${relation} ${standing}`;
}

/** Every word in these statements is one of the table's own or an id made here. */
function countOf({ subject, record }: Cell): string {
  const bySeizure = BY_SEIZURE[subject];
  if (bySeizure && record !== "-") {
    return `select count(*) from ${subject} where ${bySeizure.column} = '${cast.records[record]}'`;
  }
  if (subject.startsWith("events of ")) {
    const ids = streamIds.get(subject.slice("events of ".length)) ?? [];
    return `select count(*) from events where stream_id in (${ids.map((id) => `'${id}'`).join(",")})`;
  }
  if (OF_AGENCY.includes(subject)) {
    return `select count(*) from ${subject} where agency_id = '${agencyOf(world, "VN-CUS").id}'`;
  }
  return `select count(*) from ${subject}`;
}

/** The streams the table speaks of, as the owner knows them: the reader is not asked. */
async function findStreams(): Promise<Map<string, string[]>> {
  const rows = await world.owner<{ id: string; kind: string; unit_id: string | null }[]>`
    select id, kind, unit_id from streams`;
  const unit = agencyOf(world, "VN-CUS").units[0].id;
  return new Map(
    [...groupBy(rows, (row) => row.kind)].map(([kind, streams]) => [
      kind,
      streams.filter((stream) => kind !== "unit" || stream.unit_id === unit).map((stream) => stream.id),
    ]),
  );
}
