import { addDays } from "#app/domain/local-date.ts";
import { isCountry } from "#app/domain/route.ts";
import type { Place, RouteNode, SeizureInput } from "#app/domain/seizure.ts";
import { change, type Edit } from "./edits.ts";
import { agencyIdOf, type Labelled } from "./records.ts";

/**
 * The message of another country on its route: the sender's before it or the receiver's after it, 0 to 5 days apart,
 * from its own place and customs. Route, goods and quantity are those of the consignment; the number is its own.
 */
export const otherCountry: Edit = (report, roll) => {
  const { input } = report;
  const others = input.route.filter(
    ({ role, place }) => role !== "discovery" && place.country !== input.place.country && isCountry(place.country),
  );
  if (others.length === 0 || !isMeasured(report)) return null;
  const { role, place } = roll.pick(others);
  const days = roll.between(0, 5) * (role === "destination" ? 1 : -1);
  const year = input.occurredOn.slice(2, 4);
  const told = change(report, {
    place,
    placeKind: "unknown",
    occurredOn: addDays(input.occurredOn, days),
    nationalCaseNo: `${place.country}-CUS ${String(roll.between(1, 9999)).padStart(4, "0")}/${year}`,
    eventKind: role === "destination" ? "controlled_delivery_takedown" : "detention",
    direction: role === "destination" ? "import" : "export",
    transportNo: roll.percent(50) ? input.transportNo : "",
    route: routeSeenFrom(place, role === "destination", input),
  });
  return { ...told, agencyId: agencyIdOf(`${place.country}-CUS`), reporter: place.country };
};

/** Each knows of the other: where it was found is the receiver's transit, and where the sender's goods were bound for. */
function routeSeenFrom(place: Place, isReceiver: boolean, { route }: SeizureInput): RouteNode[] {
  const [early, late] = [["origin", "departure", "transit"], ["destination"]];
  const found = route.filter(({ role }) => role === "discovery");
  const here = found.map((node) => ({ ...node, place }));
  const there = found.map((node) => ({ ...node, role: isReceiver ? "transit" : "destination" }));
  const before = route.filter(({ role }) => early.includes(role));
  const after = route.filter(({ role }) => late.includes(role));
  return isReceiver ? [...before, ...there, ...here, ...after] : [...before, ...here, ...there, ...after];
}

/** A quantity of something: without one nothing tells two consignments of one route apart. */
export function isMeasured({ input }: Labelled): boolean {
  return input.items.some(({ quantity }) => quantity !== null);
}
