import postgres from "postgres";
import { z } from "zod";
import { type Database, openDatabase } from "#db/client.server.ts";
import type { FreshDatabase } from "./database.ts";

type PlanNode = {
  "Node Type": string;
  "Relation Name"?: string;
  "Actual Rows": number;
  "Actual Loops": number;
  Plans?: PlanNode[];
};
const PlanNode: z.ZodType<PlanNode> = z.lazy(() =>
  z.object({
    "Node Type": z.string(),
    "Relation Name": z.string().optional(),
    "Actual Rows": z.number(),
    "Actual Loops": z.number(),
    Plans: z.array(PlanNode).optional(),
  }),
);
const Explained = z.object({ "Query Text": z.string(), Plan: PlanNode });
type Explained = z.infer<typeof Explained>;

/** What a plan may do at most, and which tables are too large to be read from end to end. */
export type Bounds = { big: ReadonlySet<string>; sorted: number; repeated: number; statements: number };

/** How statements with parameters are planned: for the values of each call, or once for all of them. */
export const PLANNED = ["force_custom_plan", "force_generic_plan"] as const;

/** A pool of the application that hears of every statement, those inside functions too, by which plan it was carried out. */
export type Explaining = {
  app: Database;
  /** The plans of everything that the work asks. */
  plansOf: (work: () => Promise<unknown>) => Promise<Explained[]>;
};

/** The server explains what the application's role does in this database: only its administrator can ask for that. */
export async function explainEverything(database: FreshDatabase): Promise<void> {
  const sql = postgres(database.superUrl, { max: 1, onnotice: () => {} });
  const settings = {
    session_preload_libraries: "auto_explain",
    "auto_explain.log_min_duration": "0",
    "auto_explain.log_analyze": "on",
    "auto_explain.log_timing": "off",
    "auto_explain.log_format": "json",
    "auto_explain.log_level": "notice",
    "auto_explain.log_nested_statements": "on",
  };
  try {
    for (const [name, value] of Object.entries(settings))
      await sql.unsafe(`alter role naga_app in database "${database.name}" set ${name} = '${value}'`);
  } finally {
    await sql.end();
  }
}

export function openExplaining(database: FreshDatabase, planned: (typeof PLANNED)[number]): Explaining {
  const heard: string[] = [];
  const url = new URL(database.appUrl);
  url.searchParams.set("plan_cache_mode", planned);
  const app = openDatabase(url.href, { max: 1, onNotice: ({ message }) => heard.push(message ?? "") });
  return {
    app,
    plansOf: async (work) => {
      heard.length = 0;
      await work();
      return heard.filter((message) => message.includes("plan:\n")).map(read);
    },
  };
}

function read(message: string): Explained {
  return Explained.parse(JSON.parse(message.slice(message.indexOf("plan:\n") + 6)));
}

/** What is wrong with the plans of one query; each fault once. */
export function faultsOf(plans: readonly Explained[], bounds: Bounds): string[] {
  const faults = plans.flatMap(({ Plan, ...explained }) => {
    const text = explained["Query Text"].replace(/\s+/g, " ").trim().slice(0, 100);
    return nodesOf(Plan).flatMap((node) => faultsOfNode(node, bounds).map((fault) => `${fault}: ${text}`));
  });
  // A function that is asked anew for every row tells of it by the number of its own statements.
  if (plans.length > bounds.statements) faults.push(`carries out ${plans.length} statements`);
  return [...new Set(faults)];
}

function nodesOf(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}

function faultsOfNode(node: PlanNode, { big, sorted, repeated }: Bounds): string[] {
  const { "Node Type": type, "Relation Name": table = "", Plans = [] } = node;
  const rows = (of: PlanNode | undefined) => Math.round((of?.["Actual Rows"] ?? 0) * (of?.["Actual Loops"] ?? 0));
  const faults: string[] = [];
  if (type === "Seq Scan" && big.has(table)) faults.push(`reads all of ${table}`);
  if (type.endsWith("Sort") && rows(Plans[0]) > sorted) faults.push(`sorts ${rows(Plans[0])} rows`);
  // What a function gave is kept and read again; whether it was asked again, the number of statements tells.
  if (type !== "Function Scan" && node["Actual Loops"] > repeated)
    faults.push(`repeats ${type} ${table} ${node["Actual Loops"]} times`);
  return faults;
}
