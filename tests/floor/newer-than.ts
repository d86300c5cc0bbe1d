import { type AnyNode, parse } from "acorn";

/** Since which Chrome a method has been there, by its name alone: of no other object is one of these called. */
const METHODS: Readonly<Record<string, number>> = {
  ...{ at: 92, findLast: 97, findLastIndex: 97, toSorted: 110, toReversed: 110, toSpliced: 110, with: 110 },
  ...{ isWellFormed: 111, toWellFormed: 111, throwIfAborted: 100, checkVisibility: 105, getSetCookie: 113 },
  ...{ showPopover: 114, hidePopover: 114, togglePopover: 114, requestClose: 134, startViewTransition: 111 },
  ...{ isSubsetOf: 122, isSupersetOf: 122, isDisjointFrom: 122, symmetricDifference: 122, getOrInsert: 145 },
  ...{ setHTMLUnsafe: 124, moveBefore: 133, requestIdleCallback: 47, showModal: 37 },
};
/** What hangs on a name, and names that stand alone. */
const NAMED: Readonly<Record<string, number>> = {
  ...{ "Object.hasOwn": 93, "Object.groupBy": 117, "Map.groupBy": 117, "Array.fromAsync": 121, "Error.isError": 134 },
  ...{ "Promise.withResolvers": 119, "Promise.try": 128, "Iterator.from": 122, "RegExp.escape": 136 },
  ...{ "AbortSignal.timeout": 103, "AbortSignal.any": 116, "URL.canParse": 120, "URL.parse": 126 },
  ...{ "Response.json": 105, "crypto.randomUUID": 92, "Intl.Segmenter": 87, "Intl.supportedValuesOf": 99 },
  ...{ "Intl.DurationFormat": 129, structuredClone: 98, reportError: 95, Iterator: 122, CompressionStream: 80 },
  ...{ OffscreenCanvas: 69, navigation: 102, scheduler: 94, Temporal: 144, SuppressedError: 134, URLPattern: 95 },
};
/** Of the iterators that `values()` and its like give. */
const OF_ITERATORS = new Set("map filter take drop flatMap reduce toArray forEach some every find".split(" "));
const ITERATOR_HELPERS = 122;
const STATIC_BLOCKS = 94;

/** What a script needs that Chrome has had only since after `floor`; what it looks for before it uses it is left out. */
export function newerThan(code: string, floor: number): string[] {
  const found = new Map<string, number>();
  const looked = new Set<string>();
  // Grammar of 2022, of which all but static blocks is older than the floor; later grammar ends the reading.
  for (const node of nodesOf(parse(code, { ecmaVersion: 2022, sourceType: "module" }))) {
    if (node.type === "StaticBlock") found.set("static {}", STATIC_BLOCKS);
    for (const name of lookedFor(node)) looked.add(name);
    if (node.type === "CallExpression" || node.type === "NewExpression") {
      const name = nameOf(node.callee);
      const own = name
        .split(".")
        .slice(-2)
        .join(".")
        .replace(/^(?:self|window|globalThis)\./, "");
      const method = node.callee.type === "MemberExpression" && node.type === "CallExpression" ? last(name) : "";
      for (const [key, since] of [
        [own, NAMED[own]],
        [`.${method}()`, METHODS[method]],
        [`.values().${method}()`, isOfIterator(node.callee) ? ITERATOR_HELPERS : undefined],
      ] as const) {
        if (since !== undefined) found.set(key, since);
      }
    }
  }
  return [...found].filter(([name, since]) => since > floor && !looked.has(name)).map(([name]) => name);
}

/** What is asked for before it is used: by its type, or as a condition. */
function lookedFor(node: AnyNode): string[] {
  const asked: AnyNode[] = [];
  if (node.type === "UnaryExpression") asked.push(node.argument);
  if (node.type === "LogicalExpression") asked.push(node.left, node.right);
  if (node.type === "IfStatement" || node.type === "ConditionalExpression") asked.push(node.test);
  return asked.map(nameOf).flatMap((name) => [name, `.${last(name)}()`]);
}

function* nodesOf(node: AnyNode): Generator<AnyNode> {
  const open: unknown[] = [node];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    if (isNode(one)) yield one;
    if (typeof one === "object" && one !== null) open.push(...Object.values(one).filter((part) => part !== null));
  }
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

/** `a.b.c`; what is no plain name on the way counts as none. */
function nameOf(node: AnyNode): string {
  if (node.type === "Identifier") return node.name;
  if (node.type === "ChainExpression") return nameOf(node.expression);
  if (node.type !== "MemberExpression" || node.computed) return "";
  return `${nameOf(node.object)}.${nameOf(node.property)}`;
}

const last = (name: string) => name.split(".").slice(-1)[0] ?? "";

function isOfIterator(callee: AnyNode): boolean {
  if (callee.type !== "MemberExpression" || !OF_ITERATORS.has(last(nameOf(callee)))) return false;
  const { object } = callee;
  if (object.type !== "CallExpression") return false;
  const name = nameOf(object.callee);
  return /\.matchAll$/.test(name) || (/\.(?:values|keys|entries)$/.test(name) && object.arguments.length === 0);
}
