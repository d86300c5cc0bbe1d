import { z } from "zod";
import { CODE_LISTS } from "../code.ts";

/** What a column of a contribution holds. None of it is tier C: names, registrations and waybills have no field here. */
export const CONTRIBUTION_FIELDS = [
  ...["caseNo", "date", "country", "place", "lat", "lon", "placeKind", "agency", "administration", "species"],
  ...["specimen", "goods", "description", "quantity", "unit", "purity", "offences", "mode", "detections"],
  ...["concealment", "origins", "departures", "transits", "destinations", "arrested", "nationalities", "disposal"],
  ...["additional", "blank"],
] as const;
export type ContributionField = (typeof CONTRIBUTION_FIELDS)[number];

const Words = z.string().trim().min(1).max(200);

const Column = z
  .strictObject({
    heading: Words,
    field: z.enum(CONTRIBUTION_FIELDS).optional(),
    /** What stands in every row. */
    fixed: z.string().max(120).optional(),
    /** Whether a row without it is on the list of what to look at before the file is made. */
    needed: z.boolean().default(false),
  })
  .refine(({ field, fixed }) => (field === undefined) !== (fixed === undefined), "has either a field or a fixed text");

const NEEDED: readonly ContributionField[] = ["caseNo", "date", "quantity", "unit"];

const Layout = z
  .strictObject({
    name: Words,
    sheet: Words.max(31).regex(/^[^[\]:*?/\\]+$/, "is no name of a sheet"),
    /** Said in the file: that it is a contribution, and to what. */
    statement: z.string().trim().min(1).max(1000),
    /** Goods that belong in it, by the beginnings of their codes. */
    goods: z
      .array(z.string().regex(/^[A-Z][A-Za-z0-9_.]*$/))
      .min(1)
      .max(60),
    /** A row for each species and specimen type of a seizure, or for each kind of goods as it was reported. */
    rows: z.enum(["species", "goods"]),
    columns: z.array(Column).min(4).max(100),
  })
  .superRefine(({ columns }, context) => {
    const headings = columns.map(({ heading }) => heading.toLowerCase());
    for (const [at, heading] of headings.entries())
      if (headings.indexOf(heading) !== at)
        context.addIssue({ code: "custom", path: ["columns", at], message: `"${heading}" is twice` });
    for (const field of NEEDED.filter((one) => !columns.some((column) => column.field === one)))
      context.addIssue({ code: "custom", path: ["columns"], message: `no column has the field ${field}` });
  });
export type ContributionLayout = z.infer<typeof Layout>;

export const CONTRIBUTION_LAYOUTS = ["cites", "drugs"] as const;
export type ContributionLayoutName = (typeof CONTRIBUTION_LAYOUTS)[number];

const Factor = z.string().regex(/^\d{1,9}(\.\d{1,6})?$/, "is no plain number");

/** How contributions to yearly reports look: columns, coded values, and the units that they are summed in. */
export const ContributionMapping = z.strictObject({
  version: Words,
  note: z.string().max(1000),
  /** Between several values of one cell. */
  separator: z.string().regex(/^\s*[;|,]\s*$/, "is a semicolon, a bar or a comma"),
  layouts: z.strictObject({ cites: Layout, drugs: Layout }),
  /** Our codes and their words, list by list; what is not here goes by our own English label. */
  codes: z.partialRecord(z.enum(CODE_LISTS), z.record(z.string().max(60), z.string().trim().max(200))).default({}),
  /** Our units, in which unit they are given there, and by what they are multiplied; others go as they are. */
  units: z.record(z.string().max(20), z.strictObject({ unit: z.string().max(20), factor: Factor })),
});
export type ContributionMapping = z.infer<typeof ContributionMapping>;
