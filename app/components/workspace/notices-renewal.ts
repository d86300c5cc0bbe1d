import { useRenewalOn } from "#app/live/use-renewal-on.ts";

/**
 * What is told to the reader alone, and what a contact point is asked about a report, is counted at once, whatever page is
 * open; a report that is being written is left in peace.
 */
export default function NoticesRenewal({ isAsked }: { isAsked: boolean }) {
  useRenewalOn("operation", (type) => type === "view.noticed" || (isAsked && type === "operation_report.changed"));
  return null;
}
