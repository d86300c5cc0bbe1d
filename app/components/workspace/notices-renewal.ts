import { useRenewalOn } from "#app/live/use-renewal-on.ts";

/** What is told to the reader alone is counted at once, whatever page is open; a report that is being written is left in peace. */
export default function NoticesRenewal() {
  useRenewalOn("operation", (type) => type === "view.noticed");
  return null;
}
