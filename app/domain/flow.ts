import { isCountry, type Located, pathOf, type RoutedBy } from "./route.ts";

/** Where goods came from, what they passed, where they were seized, and where they were bound for. */
export const FLOW_STAGES = ["o", "t", "s", "d"] as const;
export type FlowStage = (typeof FLOW_STAGES)[number];

/** `oKE`: cases that came from there; `oKE>tAE`: those of them that passed the other. */
export function isFlowKey(text: string): boolean {
  return /^([ot][A-Z]{2}>[ts][A-Z]{2}|s[A-Z]{2}>d[A-Z]{2}|[otsd][A-Z]{2})$/.test(text);
}

/** What is not known is a country of its own here: unknown ends are shown, never dropped. */
export const NOT_KNOWN = "XX";

type Flow = { from: string[]; via: string[]; seized: string; to: string[] };

/**
 * How a case is told by countries. It came from its origins; where none is known, from the first country on its way. It
 * passed all others on its way, each once. Regions are no countries, and stand with what is not known.
 */
export function flowOf<P extends Located>(fact: RoutedBy<P>): Flow {
  const { origins, before, discovery, destinations } = pathOf(fact);
  const way = before.map(({ place }) => place.country).filter(isCountry);
  const known = countriesOf(origins);
  const from = known.length > 0 ? known : way.slice(0, 1);
  const seized = isCountry(discovery.country) ? discovery.country : NOT_KNOWN;
  const rest = known.length > 0 ? way : way.slice(1);
  return {
    from: orUnknown(from),
    via: distinct(rest).filter((country) => country !== seized && !from.includes(country)),
    seized,
    to: orUnknown(countriesOf(destinations)),
  };
}

/** Every country of a flow in its stage, and every step between two of them, each once. */
export function flowKeysOf({ from, via, seized, to }: Flow): string[] {
  const s = `s${seized}`;
  const [o, t, d] = [from.map((one) => `o${one}`), via.map((one) => `t${one}`), to.map((one) => `d${one}`)];
  const steps = (lefts: readonly string[], rights: readonly string[]) =>
    lefts.flatMap((left) => rights.map((right) => `${left}>${right}`));
  const travelled = t.length === 0 ? steps(o, [s]) : [...steps(o, t), ...steps(t, [s])];
  return [...o, ...t, s, ...d, ...travelled, ...steps([s], d)];
}

/** The flow as one text, of which an operation has few. */
export function flowText({ from, via, seized, to }: Flow): string {
  return [from, via, [seized], to].map((countries) => [...countries].sort().join(" ")).join("|");
}

export function flowOfText(text: string): Flow {
  const [from = [], via = [], [seized = NOT_KNOWN] = [], to = []] = text
    .split("|")
    .map((part) => (part === "" ? [] : part.split(" ")));
  return { from, via, seized, to };
}

function countriesOf(nodes: readonly { place: Located }[]): string[] {
  return distinct(nodes.map(({ place }) => place.country).filter(isCountry));
}

const distinct = (countries: readonly string[]) => [...new Set(countries)];
const orUnknown = (countries: string[]) => (countries.length === 0 ? [NOT_KNOWN] : countries);
