import { isFlowKey } from "../flow.ts";
import { bandKey, DELAY_BANDS, type DelayBand } from "./delays.ts";

/** What stands behind a number that no filter says: cases released after so many days, or of one step of a flow. */
export type Behind = { kind: "delay"; band: DelayBand } | { kind: "flow"; flow: string };

/** As it stands in an address: `delay:2-7`, `flow:oKE>tAE`; null where it says nothing that is understood. */
export function readBehind(text: string | null): Behind | null {
  const [kind, said = ""] = (text ?? "").split(":");
  const band = DELAY_BANDS.find((one) => bandKey(one) === said);
  if (kind === "delay" && band) return { kind, band };
  return kind === "flow" && isFlowKey(said) ? { kind, flow: said } : null;
}

export function writeBehind(behind: Behind): string {
  return behind.kind === "delay" ? `delay:${bandKey(behind.band)}` : `flow:${behind.flow}`;
}
