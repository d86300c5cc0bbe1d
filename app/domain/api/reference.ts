import { z } from "zod";
import { CODE_LISTS } from "../code.ts";

/** Lists that a machine may keep: those of the form, and what it names beside them. */
export const API_LISTS = ["countries", "commodities", "units", ...CODE_LISTS] as const;
export type ApiList = (typeof API_LISTS)[number];

export const ListsAnswer = z.object({
  lists: z.array(
    z.object({
      list: z.enum(API_LISTS),
      version: z.string().describe("Changes when a row does."),
      rows: z.number().int(),
    }),
  ),
});

export const ListAnswer = z.object({
  list: z.enum(API_LISTS),
  version: z.string(),
  items: z.array(
    z.object({
      code: z.string(),
      name: z.string().describe("In English."),
      group: z.string().optional().describe("Of a commodity: its group."),
      dimension: z.string().optional().describe("Of a unit: what it measures."),
      units: z.array(z.string()).optional().describe("Of a commodity: its usual units."),
    }),
  ),
});
