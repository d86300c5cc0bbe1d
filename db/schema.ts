export * from "./schema/audiences.ts";
export * from "./schema/events.ts";
export * from "./schema/operations.ts";
export * from "./schema/organisations.ts";
export * from "./schema/reference.ts";
export * from "./schema/reports.ts";
export * from "./schema/seizures.ts";
export * from "./schema/tallies.ts";
