import type { Whole } from "./read.ts";

const NAMED: Record<string, string> = {
  "public.operations": "operations",
  "public.agencies": "agencies",
  "public.persons": "people",
  "public.seizures": "versions of seizures",
  "public.events": "events",
};

/** What a whole backup holds, in lines for whoever keeps it. */
export function describe({ header, contents }: Whole): string[] {
  const sums = Object.entries(contents.tables);
  const rows = sums.reduce((sum, [, table]) => sum + table.rows, 0);
  const bytes = sums.reduce((sum, [, table]) => sum + table.bytes, 0);
  const counts = Object.entries(NAMED).map(([title, noun]) => `${contents.tables[title]?.rows ?? 0} ${noun}`);
  return [
    `State of ${header.at}, written by Naga ${header.app} on PostgreSQL ${header.postgres.version}.`,
    `${counts.join(", ")}.`,
    `${sums.length} tables with ${rows} rows (${megabytes(bytes)}), ${header.migrations.length} migrations.`,
    `${contents.files.count} files of attachments, boundaries and templates (${megabytes(contents.files.bytes)}).`,
  ];
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(bytes < 1e8 ? 1 : 0)} MB`;
}
