import type { JointCount } from "#app/domain/figures/joint.ts";
import { useText } from "./text-context.tsx";

/** The footnote of every table by country; empty where no case is told by more than one of those counted. */
export function useJointNote({ cases, messages }: JointCount): string {
  const text = useText();
  return cases === 0 ? "" : text("figure.joint", { n: cases, more: messages - cases });
}
