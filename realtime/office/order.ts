import { z } from "zod";

const Runs = z.array(z.object({ text: z.string(), bold: z.boolean(), italic: z.boolean() }));
const Heads = z.array(z.object({ name: z.string(), numeric: z.boolean() }));
const Part = z.object({
  title: z.string(),
  picture: z.object({ svg: z.string(), alt: z.string() }).nullable(),
  table: z.object({ heads: Heads, rows: z.array(z.array(z.string())) }).nullable(),
  notes: z.array(z.string()),
});
const Block = z.discriminatedUnion("kind", [
  z.object({ kind: z.enum(["paragraph", "heading", "bullets", "numbers"]), items: z.array(Runs) }),
  z.object({ kind: z.literal("part"), part: Part }),
]);
const about = {
  ...{ lang: z.string(), title: z.string(), operation: z.string(), period: z.string(), marking: z.string() },
  origin: z.array(z.string()),
};
const Paper = z.object({
  ...about,
  ...{ contents: z.string(), pageOf: z.string() },
  sections: z.array(
    z.object({
      ...{ number: z.string(), title: z.string(), blocks: z.array(Block), parts: z.array(Part) },
      ownPage: z.boolean().optional(),
    }),
  ),
});

const Chart = z.object({
  kind: z.enum(["bars", "columns"]),
  labels: z.array(z.string()),
  series: z.array(z.object({ name: z.string(), values: z.array(z.number()) })),
  alt: z.string(),
});
const Slide = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("tiles"),
    title: z.string(),
    tiles: z.array(z.object({ name: z.string(), value: z.string() })),
    notes: z.array(z.string()),
  }),
  z.object({
    kind: z.literal("words"),
    title: z.string(),
    lines: z.array(z.object({ text: z.string(), mark: z.enum(["none", "heading", "bullet"]) })),
    notes: z.array(z.string()),
  }),
  z.object({
    kind: z.literal("figure"),
    title: z.string(),
    chart: Chart.nullable(),
    table: z.object({ heads: Heads, rows: z.array(z.array(z.string())) }).nullable(),
    foot: z.string(),
    notes: z.array(z.string()),
  }),
]);
const Deck = z.object({ ...about, name: z.string(), slides: z.array(Slide) });

/** What the process that makes files for offices is asked for. */
export const Order = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("docx"), paper: Paper }),
  z.object({ kind: z.literal("pptx"), deck: Deck, template: z.string().nullable() }),
]);
export type Order = z.infer<typeof Order>;
