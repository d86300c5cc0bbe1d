import { sql } from "drizzle-orm";
import { bigserial, boolean, check, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { day, decimal, operationKey } from "./columns.ts";

/** Cases of all days, of a week from its Monday, or of a day. */
const SPANS = ["all", "week", "day"] as const;

/**
 * Cases of an operation counted by what views filter by. `goods` are the groups of a case in one text, so that a case
 * with several counts once whichever of them are chosen. A row says how many have `value` in `dim`. Cases of days that
 * nobody has said stand at 'infinity'. Of joint cases there is nothing here: which message stands for one depends on the
 * filter.
 */
export const figureCells = pgTable(
  "figure_cells",
  {
    operationId: operationKey(),
    span: text("span").$type<(typeof SPANS)[number]>().notNull(),
    dim: text("dim").notNull(),
    starts: day("starts").notNull(),
    reporter: text("reporter").notNull(),
    country: text("country").notNull(),
    mode: text("mode").notNull(),
    goods: text("goods").notNull(),
    value: text("value").notNull(),
    /** The unit of a quantity; empty where cases are counted, and for those without any known quantity. */
    measure: text("measure").notNull(),
    cases: integer("cases").notNull(),
    confirmed: integer("confirmed").notNull(),
    total: decimal("total").notNull(),
    totalConfirmed: decimal("total_confirmed").notNull(),
    atLeast: integer("at_least").notNull(),
    estimated: decimal("estimated").notNull(),
    estimatedCases: integer("estimated_cases").notNull(),
  },
  (table) => [
    primaryKey({
      name: "figure_cells_key",
      columns: [
        table.operationId,
        table.span,
        table.dim,
        table.starts,
        table.reporter,
        table.country,
        table.mode,
        table.goods,
        table.value,
        table.measure,
      ],
    }),
    index("figure_cells_empty").on(table.operationId).where(sql`cases = 0 and estimated_cases = 0`),
    check("figure_cells_span", sql`${table.span} in ('all', 'week', 'day')`),
  ],
);

/** Measured quantities of single cases by slot and by group, of which the largest are shown. */
export const figureAmounts = pgTable(
  "figure_amounts",
  {
    operationId: operationKey(),
    /** A slot or a group of commodities: their codes have one letter or two signs. */
    goodsKey: text("goods_key").notNull(),
    measure: text("measure").notNull(),
    quantity: decimal("quantity").notNull(),
    confirmed: boolean("confirmed").notNull(),
    seizureId: uuid("seizure_id").notNull(),
    version: integer("version").notNull(),
    starts: day("starts").notNull(),
    reporter: text("reporter").notNull(),
    country: text("country").notNull(),
    mode: text("mode").notNull(),
    goods: text("goods").notNull(),
  },
  (table) => [
    primaryKey({
      name: "figure_amounts_key",
      columns: [table.operationId, table.seizureId, table.version, table.goodsKey, table.measure],
    }),
    index("figure_amounts_largest").on(
      table.operationId,
      table.goodsKey,
      table.measure,
      table.quantity.desc(),
      table.confirmed.desc(),
    ),
  ],
);

/** Which version of a seizure the cells hold. */
export const figureCounted = pgTable(
  "figure_counted",
  { operationId: operationKey(), seizureId: uuid("seizure_id").notNull(), version: integer("version").notNull() },
  (table) => [primaryKey({ columns: [table.operationId, table.seizureId] })],
);

/** Seizures whose facts have changed since the cells were made, noted by the transaction that changed them. */
export const figureChanges = pgTable(
  "figure_changes",
  {
    id: bigserial("id", { mode: "bigint" }).primaryKey(),
    operationId: operationKey(),
    seizureId: uuid("seizure_id").notNull(),
  },
  (table) => [index("figure_changes_operation").on(table.operationId, table.id)],
);
