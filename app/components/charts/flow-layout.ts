import type { EvaluatedFigures } from "#app/domain/figures/result.ts";
import { FLOW_STAGES, type FlowStage, NOT_KNOWN } from "#app/domain/flow.ts";

/** A country in its stage, or all others of the stage together. `top` and `height` are parts of the whole height. */
export type FlowNode = {
  key: string;
  stage: FlowStage;
  country: string;
  /** How many countries it stands for: one, but for the rest. */
  countries: number;
  count: number;
  top: number;
  height: number;
};

/** A step between two of them. Beyond the place of seizure nothing travelled: it was only intended. */
export type FlowRibbon = {
  key: string;
  from: FlowNode;
  to: FlowNode;
  count: number;
  intended: boolean;
  /** Too thin for an outline: thousands of dashes would say nothing. */
  thin: boolean;
  startTop: number;
  endTop: number;
  thickness: number;
};

export type FlowLayout = { nodes: FlowNode[]; ribbons: FlowRibbon[] };

export const REST = "rest";
/** Between two countries of a column, as a part of the height. */
const GAP = 0.047;

const THIN = 0.02;

type Counted = { key: string; count: number };

/**
 * Stages as columns, countries with most cases first, the rest of each column as one, what is not known last. Heights are
 * numbers of cases: one scale for all columns, so that the fullest one fills the height.
 */
export function flowLayout(rows: EvaluatedFigures["flows"], most: number): FlowLayout {
  const counted = rows.map(({ key, total }) => ({ key: key.flow ?? "", count: total }));
  const columns = FLOW_STAGES.map((stage) => namedIn(stage, counted, most));
  const nameOf = new Map(columns.flatMap(({ names }) => [...names]));
  const steps = stepsBetween(counted, nameOf);
  const weights = new Map(columns.flatMap(({ nodes }) => nodes.map((node) => [node.key, weightOf(node, steps)])));
  const weight = (node: Unplaced) => weights.get(node.key) ?? 0;
  const room = (nodes: readonly Unplaced[]) => 1 - GAP * Math.max(0, nodes.length - 1);
  const scale = Math.min(
    ...columns.map(
      ({ nodes }) =>
        room(nodes) /
        Math.max(
          1,
          nodes.reduce((sum, node) => sum + weight(node), 0),
        ),
    ),
  );
  const nodes = columns.flatMap((column) => placed(column.nodes, (node) => weight(node) * scale));
  return { nodes, ribbons: ribbonsOf(steps, nodes, scale) };
}

type Unplaced = Omit<FlowNode, "top" | "height">;

/** The countries of a stage that stand by themselves, and under which node each of all of them is drawn. */
function namedIn(stage: FlowStage, counted: readonly Counted[], most: number) {
  const own = counted
    .filter(({ key }) => key.length === 3 && key.startsWith(stage))
    .sort((left, right) => right.count - left.count || (left.key < right.key ? -1 : 1));
  const unknown = own.filter(({ key }) => key.slice(1) === NOT_KNOWN);
  const known = own.filter(({ key }) => key.slice(1) !== NOT_KNOWN);
  // One country more is no longer a line than the words for it.
  const shown = known.length <= most + 1 ? known : known.slice(0, most);
  const others = known.slice(shown.length);
  const one = ({ key, count }: Counted): Unplaced => ({ key, stage, country: key.slice(1), countries: 1, count });
  const sum = others.reduce((total, { count }) => total + count, 0);
  const rest: Unplaced = { key: stage + REST, stage, country: REST, countries: others.length, count: sum };
  return {
    nodes: [...shown.map(one), ...(others.length > 0 ? [rest] : []), ...unknown.map(one)],
    names: own.map(({ key }) => [key, others.some((other) => other.key === key) ? rest.key : key] as const),
  };
}

type Step = { from: string; to: string; count: number };

function stepsBetween(counted: readonly Counted[], nameOf: ReadonlyMap<string, string>): Step[] {
  const steps = new Map<string, Step>();
  for (const { key, count } of counted) {
    const [from = "", to] = key.split(">").map((end) => nameOf.get(end) ?? end);
    if (to === undefined) continue;
    const step = steps.get(`${from}>${to}`) ?? { from, to, count: 0 };
    step.count += count;
    steps.set(`${from}>${to}`, step);
  }
  return [...steps.values()];
}

/** As much as the wider of its two sides: a case with several origins comes by as many steps. */
function weightOf({ key, count }: Unplaced, steps: readonly Step[]): number {
  const sum = (side: "from" | "to") => steps.reduce((total, step) => total + (step[side] === key ? step.count : 0), 0);
  return Math.max(count, sum("from"), sum("to"));
}

function placed(nodes: readonly Unplaced[], heightOf: (node: Unplaced) => number): FlowNode[] {
  let top = 0;
  return nodes.map((node) => {
    const height = heightOf(node);
    const here = { ...node, top, height };
    top += height + GAP;
    return here;
  });
}

/** Ribbons leave and reach a node in the order of the nodes at their other ends, so that few of them cross. */
function ribbonsOf(steps: readonly Step[], nodes: readonly FlowNode[], scale: number): FlowRibbon[] {
  const at = new Map(nodes.map((node, place) => [node.key, { node, place }]));
  const placeOf = (key: string) => at.get(key)?.place ?? 0;
  const sorted = [...steps].sort(
    (left, right) => placeOf(left.from) - placeOf(right.from) || placeOf(left.to) - placeOf(right.to),
  );
  const used = new Map<string, number>();
  const take = (key: string, top: number, thickness: number) => {
    const before = used.get(key) ?? 0;
    used.set(key, before + thickness);
    return top + before;
  };
  return sorted.flatMap(({ from, to, count }) => {
    const [start, end] = [at.get(from)?.node, at.get(to)?.node];
    if (!start || !end) return [];
    const thickness = count * scale;
    return {
      ...{
        key: `${from}>${to}`,
        from: start,
        to: end,
        count,
        intended: start.stage === "s",
        thickness,
        thin: thickness < THIN,
      },
      startTop: take(`${from} out`, start.top, thickness),
      endTop: take(`${to} in`, end.top, thickness),
    };
  });
}

/** Where a column begins, as a part of the width; the names of its countries stand to its right. */
export function columnOf(stage: FlowStage): number {
  return FLOW_STAGES.indexOf(stage) / FLOW_STAGES.length;
}

type Frame = { left: number; top: number; width: number; height: number; bar: number };

/** A ribbon as a path in a frame whose columns are `bar` wide. */
export function ribbonPath({ from, to, startTop, endTop, thickness }: FlowRibbon, frame: Frame): string {
  const x = (stage: FlowStage) => frame.left + columnOf(stage) * frame.width;
  const y = (part: number) => round(frame.top + part * frame.height);
  const [start, end] = [round(x(from.stage) + frame.bar), round(x(to.stage))];
  const middle = round((start + end) / 2);
  const [above, below] = [
    [y(startTop), y(endTop)],
    [y(startTop + thickness), y(endTop + thickness)],
  ];
  return `M${start} ${above[0]}C${middle} ${above[0]} ${middle} ${above[1]} ${end} ${above[1]}V${below[1]}C${middle} ${below[1]} ${middle} ${below[0]} ${start} ${below[0]}Z`;
}

const round = (value: number) => Math.round(value * 100) / 100;
