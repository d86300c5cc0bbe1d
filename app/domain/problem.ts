/** A refusal that the reader can be told about. `message` is a catalogue key, `values` its parameters. */
export type ProblemKind =
  | "not-found"
  | "forbidden"
  | "conflict"
  | "stale"
  | "invalid"
  | "unauthenticated"
  | "too-many"
  | "unavailable"
  /** What was sent is no JSON, comes as something else, or by a method that the address does not take. */
  | "malformed"
  | "media-type"
  | "method";

export type MessageValues = Record<string, string | number>;

export class Problem extends Error {
  constructor(
    readonly kind: ProblemKind,
    message: string,
    readonly values: MessageValues = {},
    /** Which field of the input it stands at, and, for a stale change, both versions. */
    readonly detail: { fields?: Record<string, string[]>; current?: unknown; yours?: unknown } = {},
  ) {
    super(message);
    this.name = "Problem";
  }
}

/** The parameters of its sentence as they are kept with it. */
export function textsOf({ values }: Problem): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
}

/** Whoever works on behalf of somebody may not do it any more: signed out, taken out, or the operation is not open to it. */
export function isRefused(thrown: unknown): boolean {
  return thrown instanceof Problem && ["unauthenticated", "forbidden", "not-found"].includes(thrown.kind);
}
