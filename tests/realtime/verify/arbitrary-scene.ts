import fc from "fast-check";
import { Day, Said } from "./arbitrary-record.ts";
import { AGENCIES, DEEDS, type Deed } from "./deeds.ts";

type Between = { minLength: number; maxLength: number };

const Hours = fc.tuple(fc.integer({ min: -20, max: 90 }), fc.integer({ min: 0, max: 100 }));
/** Most deeds meet on a few messages, one after the other. */
const Few = fc.nat(7);

/** Messages of the agencies, with the hours from the event to their clearance and to their release. */
export const Messages = (between: Between) =>
  fc.array(fc.record({ agency: fc.constantFrom(...AGENCIES), said: Said, hours: Hours }), between);

/** What becomes of them. */
export const Deeds = (between: Between): fc.Arbitrary<Deed[]> =>
  fc.array(
    fc.record({ kind: fc.constantFrom(...DEEDS), at: Few, other: Few, n: fc.nat(97), day: Day, said: Said }),
    between,
  );
