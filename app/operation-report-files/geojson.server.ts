import type { Feature, FeatureCollection, Geometry, Position } from "geojson";
import { anchorOf } from "../components/map/map-anchors.ts";
import { documentOf } from "../components/operation-report/document.ts";
import type { ReportSource, ReportWords } from "../components/operation-report/document-types.ts";
import type { CaseCount } from "../domain/figures/result.ts";
import type { LonLat } from "../domain/great-circle.ts";

/**
 * What a report knows of places: legs between countries as lines, countries of seizure as points, each with its cases. A
 * report counts no finer, so that nothing here is the place of a case; what has no point on the map is named, not dropped.
 */
export function geojsonOf(source: ReportSource, words: ReportWords): FeatureCollection & Record<string, unknown> {
  const [legs, countries] = [legsIn(source, words), countriesIn(source, words)];
  const { text } = words;
  const { context, figures } = source.results;
  const { title, operation, period, marking, origin } = documentOf(source, words);
  return {
    type: "FeatureCollection",
    about: {
      ...{ title, operation, period, marking, version: source.edition, code: context.code },
      ...{ cutOff: source.asOf, hash: source.hash, rules: source.rules, origin },
      n: figures.cases,
      unit: text("operation_report.note.unit"),
      definitions: [text("figure.corridors.definition"), text("figure.byCountry.definition")],
      leftOut: [text("operation_report.geojson.places"), ...legs.without, ...countries.without],
    },
    features: [...legs.features, ...countries.features],
  };
}

/** What is drawn, and in words what is not. */
type Drawn = { features: Feature[]; without: string[] };

function legsIn({ results }: ReportSource, words: ReportWords): Drawn {
  const { text, country } = words;
  const drawn: Drawn = { features: [], without: [] };
  for (const { key, ...counted } of results.figures.corridors) {
    const [from = "", to = ""] = (key.corridor ?? "").split(/[>~]/).map((end) => end.slice(0, 2));
    const ends = [anchorOf(from), anchorOf(to)] as const;
    const intended = (key.corridor ?? "").includes("~");
    const properties = {
      ...{ figure: "corridors", key: key.corridor, leg: intended ? "intended" : "travelled" },
      ...{ from, fromName: country(from), to, toName: country(to), ...cases(counted) },
    };
    if (ends[0] && ends[1]) drawn.features.push({ type: "Feature", geometry: between(ends[0], ends[1]), properties });
    else if (key.corridor === null) drawn.without.push(text("operation_report.geojson.no_leg", { n: counted.total }));
    else drawn.without.push(text("operation_report.geojson.no_point", { key: key.corridor, n: counted.total }));
  }
  return drawn;
}

function countriesIn({ results }: ReportSource, words: ReportWords): Drawn {
  const { text, country } = words;
  const drawn: Drawn = { features: [], without: [] };
  for (const [code, counted] of byCode(results.figures.byCountry)) {
    const at = code === null ? null : anchorOf(code);
    const properties = { figure: "byCountry", key: code, name: country(code ?? ""), ...cases(counted) };
    if (at) drawn.features.push({ type: "Feature", geometry: { type: "Point", coordinates: [...at] }, properties });
    else if (code === null) drawn.without.push(text("operation_report.geojson.no_country", { n: counted.total }));
    else drawn.without.push(text("operation_report.geojson.no_point", { key: code, n: counted.total }));
  }
  return drawn;
}

type CountryRows = ReportSource["results"]["figures"]["byCountry"];

/** A case is of one kind of goods: kinds of a country add up to its cases. */
function byCode(rows: CountryRows): Map<string | null, CaseCount> {
  const sums = new Map<string | null, CaseCount>();
  for (const { key, total, confirmed, provisional } of rows) {
    const sum = sums.get(key.country) ?? { total: 0, confirmed: 0, provisional: 0 };
    sums.set(key.country, {
      total: sum.total + total,
      confirmed: sum.confirmed + confirmed,
      provisional: sum.provisional + provisional,
    });
  }
  return sums;
}

const cases = ({ total, confirmed, provisional }: CaseCount) => ({ cases: total, confirmed, provisional });

/** The short way: a line over the date line is cut there, as RFC 7946 asks (3.1.9). */
function between(from: LonLat, to: LonLat): Geometry {
  const [[west, start], [east, end]] = [from, to];
  if (Math.abs(east - west) <= 180)
    return {
      type: "LineString",
      coordinates: [
        [west, start],
        [east, end],
      ],
    };
  const side = west > 0 ? 180 : -180;
  const unrolled = east + 2 * side;
  const share = (side - west) / (unrolled - west);
  const middle = Math.round((start + (end - start) * share) * 1000) / 1000;
  const cut: Position[][] = [
    [
      [west, start],
      [side, middle],
    ],
    [
      [-side, middle],
      [east, end],
    ],
  ];
  return { type: "MultiLineString", coordinates: cut };
}
