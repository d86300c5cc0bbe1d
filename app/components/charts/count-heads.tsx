import { useText } from "#app/components/ui/text-context.tsx";

/** Over numbers of a table: all, and of these confirmed and provisional. */
export function CountHeads() {
  const text = useText();
  return (["n", "confirmed", "provisional"] as const).map((name) => (
    <th key={name} scope="col" className="numeric">
      {text(`figure.column.${name}`)}
    </th>
  ));
}
