import { z } from "zod";
import { DATE_PRECISIONS } from "../seizure.ts";

const Word = z.string().catch("");
const Maybe = z.string().nullish().catch(null);

/** What a stored row was understood to say, as far as a line of a list shows it; what is not there is empty. */
const Said = z.object({
  nationalCaseNo: Word,
  cenNo: Word,
  cencommNo: Word,
  occurredOn: Word,
  occurredTo: Maybe,
  datePrecision: z.enum(DATE_PRECISIONS).catch("day"),
  place: z.object({ country: Word, name: Word }).catch({ country: "", name: "" }),
  placeKind: Word,
  direction: Word,
  mode: Word,
  handling: Word,
  custody: Maybe,
  disposal: Maybe,
  items: z
    .array(
      z.object({ commodity: Word, quantity: Maybe, unit: Maybe, qualifier: Word, taxonId: Maybe, taxonText: Word }),
    )
    .catch([]),
  route: z.array(z.object({ role: Word, place: z.object({ country: Word, name: Word }) })).catch([]),
  persons: z.object({ arrested: z.number().nullish().catch(null) }).catch({ arrested: null }),
});
export type RowSaid = z.infer<typeof Said>;

export const saidBy = (fields: object): RowSaid => Said.parse(fields);
