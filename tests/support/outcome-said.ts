import { OutcomeSaid } from "#app/domain/outcome/said.ts";

const COMMON = { on: "2021-06-01", reference: "HS 12/2021", note: "" };

/** A verdict on two persons, of which neither is named. */
export const aVerdict = (over: object = {}) =>
  OutcomeSaid.parse({ kind: "verdict", ...COMMON, result: "convicted", persons: 2, finality: "final", ...over });

/** Scales that were destroyed. */
export const aDisposal = (over: object = {}) =>
  OutcomeSaid.parse({ kind: "disposal", ...COMMON, disposal: "destroyed", quantity: "12.5", unit: "kg", ...over });

export const aCharge = (over: object = {}) =>
  OutcomeSaid.parse({ kind: "charge", ...COMMON, persons: null, statute: "", offences: ["smuggled"], ...over });
