import type { z } from "zod";
import type { Base, FILTER, SeizureAnswer } from "../domain/api/seizure.ts";
import type { FactFilter } from "../domain/fact-filter.ts";
import { readBox } from "../domain/filter-box.ts";
import { Id } from "../domain/id.ts";
import { Problem } from "../domain/problem.ts";

/** The filter of a call, as lists and figures take it. */
export function filterOf(asked: z.output<z.ZodObject<typeof FILTER>>): FactFilter {
  const { from = null, to = null, box } = asked;
  if (from !== null && to !== null && from > to) throw fault("to", "operation.dates.order");
  const area = box === undefined ? null : readBox(box);
  if (box !== undefined && area === null) throw fault("box", "box.malformed");
  return {
    from,
    to,
    box: area,
    reporters: asked.reporter,
    seizedIn: asked.in,
    through: asked.through,
    corridors: asked.corridor,
    slots: asked.slot,
    groups: asked.group,
    commodities: asked.commodity,
    modes: asked.mode,
    placeKinds: asked.place_kind,
    directions: asked.direction,
    detections: asked.detection,
    concealments: asked.concealment,
    states: asked.state,
  };
}

export function seizureIn(named: (name: string) => string): Id {
  const id = Id.safeParse(named("seizureId"));
  if (!id.success) throw new Problem("not-found", "seizure.unknown");
  return id.data;
}

/** The version of everything that a change is based on, as one word. */
export function tagOf({ base, report }: z.input<typeof SeizureAnswer>): string {
  return base ? `"${base.facts}.${base.case}.${base.nominal}"` : `"r${report?.version ?? 0}"`;
}

const TAG = /^"(\d{1,9})\.(\d{1,9})\.(\d{1,9})"$/;

/** What a change says it is based on: in its body, or as the ETag that an earlier answer gave. */
export function baseIn(request: Request, said: z.output<typeof Base> | undefined): z.output<typeof Base> {
  if (said) return said;
  const match = TAG.exec(request.headers.get("If-Match") ?? "");
  if (!match) throw fault("base", "base.missing");
  const [facts, kase, nominal] = match.slice(1).map(Number);
  return { facts: facts ?? 0, case: kase ?? 0, nominal: nominal ?? 0 };
}

export function fault(path: string, key: string): Problem {
  return new Problem("invalid", "body.invalid", {}, { fields: { [path]: [key] } });
}

/** Services name fields of the seizure; in the body it stands under a name of its own. */
export async function within<T>(name: string, work: () => Promise<T>, beside: readonly string[] = []): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    if (!(thrown instanceof Problem) || !thrown.detail.fields) throw thrown;
    const fields = Object.entries(thrown.detail.fields).map(([path, keys]) => [
      beside.includes(path) ? path : `${name}.${path}`,
      keys,
    ]);
    const { kind, message, values, detail } = thrown;
    throw new Problem(kind, message, values, { ...detail, fields: Object.fromEntries(fields) });
  }
}
