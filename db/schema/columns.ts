import { bigint, customType, timestamp, uuid } from "drizzle-orm/pg-core";

/** An instant by the database's clock, UTC in and out. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** A calendar day as ISO text; never a `Date`. */
export const day = customType<{ data: string; driverData: string }>({ dataType: () => "date" });

/** An exact decimal as text. */
export const decimal = customType<{ data: string; driverData: string }>({ dataType: () => "numeric" });

/** Millionths of the base unit: the form in which quantities filter under row-level security. */
export const micro = (name: string) => bigint(name, { mode: "bigint" });

export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "bytea" });

export const operationKey = () => uuid("operation_id").notNull();
