import type postgres from "postgres";

/** The cells of an operation in one order. */
export const cellsIn = (sql: postgres.Sql, operationId: string) => sql`
  select span, dim, starts::text, reporter, country, mode, goods, value, measure, cases, confirmed, trim_scale(total) as total,
    trim_scale(total_confirmed) as total_confirmed, at_least, trim_scale(estimated) as estimated, estimated_cases
  from figure_cells where operation_id = ${operationId}
  order by span, dim, starts, reporter, country, mode, goods, value, measure`;

/** The same cells made from nothing. */
export async function cellsMadeAnew(sql: postgres.Sql, operationId: string) {
  for (const table of ["figure_cells", "figure_amounts", "figure_counted"])
    await sql`delete from ${sql(table)} where operation_id = ${operationId}`;
  await sql`insert into figure_changes (operation_id, seizure_id)
    select operation_id, id from seizure_facts where operation_id = ${operationId} and ended_by is null`;
  await sql`select fold_figures(${operationId}, 1000000)`;
  return cellsIn(sql, operationId);
}
