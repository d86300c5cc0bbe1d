import type { z } from "zod";
import type { ProblemAnswer } from "../domain/api/problem.ts";
import type { SeizureInput } from "../domain/seizure.ts";

export const A_COMMAND = "01890a5d-ac96-774b-bcce-b302099a8057";

/** The least that a seizure has to say. */
export const A_SEIZURE: z.input<typeof SeizureInput> = {
  id: "01890a5d-ac96-774b-bcce-b302099a8058",
  nationalCaseNo: "HP-2021-0517-03",
  occurredOn: "2021-05-17",
  place: { country: "VN", placeId: "port:VNHPH", name: "Haiphong", precision: "facility" },
  placeKind: "seaport",
  direction: "import",
  mode: "sea_container",
  items: [{ commodity: "F2.raw_ivory", quantity: "12.5", unit: "kg" }],
  handling: "H0",
};

export const A_PROBLEM: z.input<typeof ProblemAnswer> = {
  type: "urn:naga:problem:invalid",
  title: "Something here cannot be read. The places are marked.",
  status: 422,
  code: "body.invalid",
  detail: "Something here cannot be read. The places are marked.",
  errors: [
    {
      pointer: "/seizure/items/0/quantity",
      code: "decimal.malformed",
      detail: "Write digits with one decimal mark, for example 95.54. At most six digits behind it.",
    },
  ],
  requestId: "5f0c2a7e",
};
