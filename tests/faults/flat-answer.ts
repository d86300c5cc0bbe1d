/** Numbers that stand for values JSON has no room for, as the framework's stream writes them. */
const NOTHING = new Map<number, null | undefined>([
  [-5, null],
  [-7, undefined],
]);

/** What an action gave its page: the framework sends it as one flat list, in which everything names its parts by place. */
export function unflattened(answer: string): unknown {
  const [line = "[]"] = answer.split("\n");
  const flat: unknown = JSON.parse(line);
  if (!Array.isArray(flat)) return flat;
  const at = (place: number): unknown => {
    if (place < 0) return NOTHING.get(place);
    const value: unknown = flat[place];
    if (Array.isArray(value)) {
      return typeof value[0] === "string" ? value : value.map((part) => at(Number(part)));
    }
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, part]) => [String(flat[Number(name.slice(1))]), at(Number(part))]),
    );
  };
  return at(0);
}
