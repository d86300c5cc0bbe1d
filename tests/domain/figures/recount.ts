import { familyOf, groupOf, slotOf } from "#app/domain/commodity.ts";
import { corridorKeysOf } from "#app/domain/corridor-key.ts";
import { addDecimals, toMicro } from "#app/domain/decimal.ts";
import { countsAsCase, type FactItem, type FactNode, isConfirmed, type SeizureFact } from "#app/domain/fact.ts";
import {
  choosesCommodity,
  type FactFilter,
  fitsApartFromPeriod,
  fitsFilter,
  fitsPeriod,
} from "#app/domain/fact-filter.ts";
import { measureOf } from "#app/domain/figures/measure.ts";
import type { EvaluatedFigures, Quantities, Strip, Today } from "#app/domain/figures/result.ts";
import { STRIP_LENGTH } from "#app/domain/figures/strips.ts";
import { localDateIn } from "#app/domain/local-date.ts";
import { isCountry, pathOf } from "#app/domain/route.ts";

/** All figures counted the slow way, from the words of the rules: what both evaluators must agree with. */
export function recount(facts: readonly SeizureFact[], filter: FactFilter, today: Today): EvaluatedFigures {
  const fitting = facts.filter((fact) => fitsFilter(filter, fact));
  const messages = onceEach(fitting.filter(countsAsCase), (fact) => `${fact.joint?.head} ${fact.reporter}`);
  const cases = onceEach(messages, (fact) => fact.joint?.head);
  const goods = (fact: SeizureFact) => fact.items.filter((item) => choosesCommodity(filter, item.commodity));
  const slots = (fact: SeizureFact) => [...new Set(goods(fact).map((item) => slotOf(item.commodity)))];
  const kind = (fact: SeizureFact) => (slots(fact).length === 1 ? (slots(fact)[0] ?? "mixed") : "mixed");
  const groups = (fact: SeizureFact) => [...new Set(goods(fact).map((item) => groupOf(item.commodity)))];
  const families = (fact: SeizureFact) => [...new Set(goods(fact).map((item) => familyOf(item.commodity)))];

  return {
    cases: count(cases),
    late: count(cases.filter((fact) => fact.late)),
    joint: jointOf(messages),
    byReporter: table(messages, (fact) => [{ reporter: fact.reporter, kind: kind(fact) }]),
    bySlot: table(cases, (fact) => slots(fact).map((slot) => ({ slot }))),
    byGroup: table(cases, (fact) => groups(fact).map((group) => ({ group }))),
    byFamily: table(cases, (fact) => families(fact).map((family) => ({ family }))),
    byDay: table(cases, (fact) => [{ day: fact.operationalDay, kind: kind(fact) }]),
    byMode: table(cases, (fact) => [{ mode: fact.mode, kind: kind(fact) }]),
    slotByMode: table(cases, (fact) => slots(fact).map((slot) => ({ slot, mode: fact.mode }))),
    byCountry: table(cases, (fact) => [{ country: fact.place.country, kind: kind(fact) }]),
    byPlaceKind: table(cases, (fact) => [{ placeKind: fact.placeKind, kind: kind(fact) }]),
    byDirection: table(cases, (fact) => [{ direction: fact.direction, kind: kind(fact) }]),
    byDetection: table(cases, (fact) => orNone(fact.detections).map((detection) => ({ detection }))),
    byConcealment: table(cases, (fact) => orNone(fact.concealmentMethods).map((concealment) => ({ concealment }))),
    slotByConcealment: table(cases, (fact) =>
      slots(fact).flatMap((slot) => orNone(fact.concealmentMethods).map((concealment) => ({ slot, concealment }))),
    ),
    corridors: table(cases, (fact) =>
      orNone(corridorKeysOf(fact).filter((key) => !key.includes(":"))).map((corridor) => ({ corridor })),
    ),
    flows: table(cases, (fact) => flowsOf(fact).map((flow) => ({ flow }))),
    byDelay: delays(cases, today).map(({ reporter: _, ...row }) => row),
    delayByReporter: [...new Set(messages.map((fact) => fact.reporter))].sort().flatMap((reporter) =>
      delays(
        messages.filter((fact) => fact.reporter === reporter),
        today,
      ),
    ),
    persons: persons(cases),
    quantityBySlot: quantities(cases, goods, (item) => slotOf(item.commodity)),
    quantityByCommodity: quantities(cases, goods, (item) => item.commodity),
    strips: strips(cases, goods),
    liveAnimals: quantities(
      cases,
      (fact) => goods(fact).filter((item) => item.live === true),
      () => "",
    ),
    excluded: {
      notASeizure: fitting.filter((fact) => isCurrent(fact) && !isCountedKind(fact)).length,
      outsideWindow: fitting.filter((fact) => isCurrent(fact) && isCountedKind(fact) && fact.outsideWindow).length,
      undated: facts.filter(
        (fact) =>
          countsAsCase(fact) &&
          fitsApartFromPeriod(filter, fact) &&
          fitsPeriod(filter, fact.operationalDay) === "unknown",
      ).length,
    },
    coverage: coverage(
      onceEach(facts.filter(countsAsCase), (fact) => `${fact.joint?.head} ${fact.reporter}`),
      today,
    ),
  };
}

/** By the words of the rule: days of a calendar in the operation's zone, never less than none. */
function delays(facts: readonly SeizureFact[], { zone }: Today) {
  const daysOf = (fact: SeizureFact) => {
    if (fact.operationalDay === null) return null;
    const released = localDateIn(zone, new Date(fact.releasedAt));
    return Math.max(0, Math.round((Date.parse(released) - Date.parse(fact.operationalDay)) / 86_400_000));
  };
  const values = [...new Set(facts.map(daysOf))].sort((left, right) => (left ?? 1e9) - (right ?? 1e9));
  return values.map((days) => {
    const own = facts.filter((fact) => daysOf(fact) === days);
    return { reporter: own[0]?.reporter ?? "", days, ...count(own) };
  });
}

/** Stages of a route and the steps between them, from the nodes of the fact as they stand. */
function flowsOf({ place, route }: SeizureFact): string[] {
  const told = (country: string) => (isCountry(country) ? country : "XX");
  const known = (nodes: readonly FactNode[]) => nodes.map((node) => node.place.country).filter(isCountry);
  const inRole = (role: string) => [...new Set(known(route.filter((node) => node.role === role)))];
  const way = known(pathOf({ place, route }).before);
  const origins = inRole("origin");
  const o = origins.length > 0 ? origins : [way[0] ?? "XX"];
  const later = origins.length > 0 ? way : way.slice(1);
  const s = told(place.country);
  const t = [...new Set(later)].filter((country) => country !== s && !o.includes(country));
  const ends = inRole("destination");
  const d = ends.length > 0 ? ends : ["XX"];
  return [
    ...o.map((one) => `o${one}`),
    ...t.map((one) => `t${one}`),
    `s${s}`,
    ...d.map((one) => `d${one}`),
    ...o.flatMap((one) => (t.length === 0 ? [`o${one}>s${s}`] : t.map((other) => `o${one}>t${other}`))),
    ...t.map((one) => `t${one}>s${s}`),
    ...d.map((one) => `s${s}>d${one}`),
  ];
}

function orNone(values: readonly string[]): (string | null)[] {
  return values.length === 0 ? [null] : [...new Set(values)];
}

/** Of those of one joint case that have the same key, the one with the first place. */
function onceEach(facts: readonly SeizureFact[], keyOf: (fact: SeizureFact) => unknown): SeizureFact[] {
  const isBefore = (other: SeizureFact, fact: SeizureFact) =>
    other.joint !== null && fact.joint !== null && other.joint.place < fact.joint.place && keyOf(other) === keyOf(fact);
  return facts.filter((fact) => !facts.some((other) => isBefore(other, fact)));
}

function jointOf(messages: readonly SeizureFact[]) {
  const heads = [...new Set(messages.flatMap(({ joint }) => joint?.head ?? []))];
  const sizes = heads.map((head) => messages.filter(({ joint }) => joint?.head === head).length);
  const several = sizes.filter((size) => size > 1);
  return { cases: several.length, messages: several.reduce((sum, size) => sum + size, 0) };
}

const isCurrent = (fact: SeizureFact) => fact.state === "submitted" || fact.state === "verified";
const isCountedKind = (fact: SeizureFact) =>
  fact.eventKind === "seizure" || fact.eventKind === "controlled_delivery_takedown";

function count(facts: readonly SeizureFact[]) {
  const confirmed = facts.filter(isConfirmed).length;
  return { total: facts.length, confirmed, provisional: facts.length - confirmed };
}

function table<K extends string>(
  facts: readonly SeizureFact[],
  keysOf: (fact: SeizureFact) => Record<K, string | null>[],
) {
  const held = new Map<string, { key: Record<K, string | null>; facts: SeizureFact[] }>();
  for (const fact of facts)
    for (const key of keysOf(fact)) {
      const entry = held.get(JSON.stringify(key)) ?? { key, facts: [] };
      entry.facts.push(fact);
      held.set(JSON.stringify(key), entry);
    }
  const sortable = (value: unknown) => (value === null ? "\uffff" : String(value));
  const order = (key: Record<K, string | null>) => Object.values(key).map(sortable).join("\u0000");
  return [...held.values()]
    .map((entry) => ({ key: entry.key, ...count(entry.facts) }))
    .sort((left, right) => (order(left.key) < order(right.key) ? -1 : 1));
}

function persons(cases: readonly SeizureFact[]) {
  const stating = cases.filter((fact) => fact.arrested !== null);
  const sum = (facts: readonly SeizureFact[]) => facts.reduce((total, fact) => total + (fact.arrested ?? 0), 0);
  const confirmed = sum(stating.filter(isConfirmed));
  return {
    persons: sum(stating),
    confirmed,
    provisional: sum(stating) - confirmed,
    stating: stating.length,
    silent: cases.length - stating.length,
  };
}

function quantities(
  cases: readonly SeizureFact[],
  goods: (fact: SeizureFact) => FactItem[],
  keyOf: (item: FactItem) => string,
): Quantities {
  const lines = cases.flatMap((fact) => goods(fact).map((item) => ({ fact, item, key: keyOf(item) })));
  const keys = [...new Set(lines.map((line) => line.key))].sort();
  const isEstimate = (item: FactItem) => item.qualifier === "estimated" || item.qualifier === "approx";
  const casesOf = (some: typeof lines) => new Set(some.map((line) => line.fact.id)).size;
  const sum = (some: typeof lines) => addDecimals(some.map((line) => line.item.normalised ?? "0"));
  const rows = keys.flatMap((key) => {
    const own = lines.filter((line) => line.key === key);
    const measures = [...new Set(own.map((line) => measureOf(line.item)).filter((measure) => measure !== null))].sort();
    return measures.map((measure) => {
      const measured = own.filter((line) => measureOf(line.item) === measure);
      const firm = measured.filter((line) => !isEstimate(line.item));
      const estimated = measured.filter((line) => isEstimate(line.item));
      return {
        key,
        measure,
        total: sum(firm),
        confirmed: sum(firm.filter((line) => isConfirmed(line.fact))),
        cases: casesOf(firm),
        atLeast: casesOf(firm.filter((line) => line.item.qualifier === "at_least")),
        estimated: sum(estimated),
        estimatedCases: casesOf(estimated),
      };
    });
  });
  const without = keys.map((key) => {
    const own = lines.filter((line) => line.key === key);
    return { key, cases: casesOf(own) - casesOf(own.filter((line) => measureOf(line.item) !== null)) };
  });
  return { rows, without: without.filter((entry) => entry.cases > 0) };
}

function strips(cases: readonly SeizureFact[], goods: (fact: SeizureFact) => FactItem[]): Strip[] {
  const lines = cases.flatMap((fact) =>
    goods(fact)
      .filter((item) => item.qualifier !== "estimated" && item.qualifier !== "approx" && measureOf(item) !== null)
      .map((item) => ({ fact, item, key: slotOf(item.commodity), measure: measureOf(item) ?? "" })),
  );
  const cells = [...new Set(lines.map((line) => `${line.key} ${line.measure}`))].sort();
  return cells.map((cell) => {
    const own = lines.filter((line) => `${line.key} ${line.measure}` === cell);
    const bars = [...new Set(own.map((line) => line.fact))].map((fact) => ({
      quantity: addDecimals(own.filter((line) => line.fact === fact).map((line) => line.item.normalised ?? "0")),
      confirmed: isConfirmed(fact),
    }));
    const [key = "", measure = ""] = cell.split(" ");
    const size = (bar: (typeof bars)[number]) => toMicro(bar.quantity) * 2n + (bar.confirmed ? 1n : 0n);
    return {
      key,
      measure,
      bars: bars.sort((left, right) => (size(left) > size(right) ? -1 : 1)).slice(0, STRIP_LENGTH),
    };
  });
}

function coverage(cases: readonly SeizureFact[], today: Today) {
  return [...new Set(cases.map((fact) => fact.reporter))].sort().map((reporter) => {
    const own = cases.filter((fact) => fact.reporter === reporter);
    const isToday = (fact: SeizureFact) =>
      new Date(fact.releasedAt) >= today.from && new Date(fact.releasedAt) < today.to;
    return { reporter, cases: own.length, today: own.filter(isToday).length };
  });
}
