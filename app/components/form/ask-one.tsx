import { Radio } from "#app/components/ui/choices.tsx";
import { Ask, type AskProps } from "./ask.tsx";
import { useTyped } from "./form-context.tsx";

type OneOf = { value: string; label: string; note?: string };

/** One of a few statements, each with room for what it means. A locked one is sent along unseen. */
export function AskOne({ choices, ...ask }: AskProps & { choices: readonly OneOf[] }) {
  const chosen = useTyped(ask.name);
  const locked = ask.lockedBy !== undefined;
  return (
    <Ask {...ask} group>
      {locked && <input type="hidden" name={ask.name} value={chosen} />}
      {choices.map(({ value, label, note }) => (
        <Radio key={value} name={ask.name} value={value} defaultChecked={value === chosen} disabled={locked}>
          {label}
          {note && <span className="check-note">{note}</span>}
        </Radio>
      ))}
    </Ask>
  );
}
