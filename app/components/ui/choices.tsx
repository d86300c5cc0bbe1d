import type { InputHTMLAttributes, ReactNode } from "react";
import { useField } from "./field.tsx";
import { Icon, type IconOf } from "./icon.tsx";

export type Choice = {
  value: string;
  label: string;
  /** A drawing or mark over or before the word. */
  icon?: IconOf;
  mark?: ReactNode;
  disabled?: boolean;
};

type TilesProps = {
  name: string;
  choices: readonly Choice[];
  /** Radio buttons, or checkboxes where several may hold. */
  several?: boolean;
  /** Chosen values: `value` with `onChoose` when a component holds them, else `initial`. */
  value?: readonly string[];
  initial?: readonly string[];
  onChoose?: (value: string, chosen: boolean) => void;
  /** Tall tiles carry the mark above the word; rows hold short words such as units. */
  shape?: "tall" | "wide" | "row";
};

/** Big targets, one or several of a few. Stands in a `<Field group>`. */
export function Tiles(props: TilesProps) {
  const { choices, shape = "wide" } = props;
  return (
    <div className={shape === "row" ? "tiles-row" : "tiles"}>
      {choices.map((choice) => (
        <Tile key={choice.value} choice={choice} {...props} />
      ))}
    </div>
  );
}

function Tile({ choice, ...group }: TilesProps & { choice: Choice }) {
  const { name, several, value, initial, onChoose, shape } = group;
  const { invalid, locked } = useField();
  const state = value
    ? { checked: value.includes(choice.value) }
    : { defaultChecked: initial?.includes(choice.value) ?? false };
  return (
    <label className={shape === "tall" ? "tile tile-tall" : "tile"}>
      <input
        type={several ? "checkbox" : "radio"}
        name={name}
        value={choice.value}
        disabled={choice.disabled || locked}
        aria-invalid={invalid || undefined}
        onChange={(event) => onChoose?.(choice.value, event.currentTarget.checked)}
        {...state}
      />
      {choice.mark ?? (choice.icon && <Icon of={choice.icon} size={20} />)}
      <span>{choice.label}</span>
    </label>
  );
}

type CheckProps = Omit<InputHTMLAttributes<HTMLInputElement>, "type" | "children"> & { children: ReactNode };

/** One statement to agree with. */
export function Checkbox({ children, ...rest }: CheckProps) {
  return <Check kind="checkbox" {...rest} label={children} />;
}

/** One of a few statements, under each other, each with room for a sentence. */
export function Radio({ children, ...rest }: CheckProps) {
  return <Check kind="radio" {...rest} label={children} />;
}

function Check({ kind, label, ...rest }: Omit<CheckProps, "children"> & { kind: string; label: ReactNode }) {
  return (
    <label className="check">
      <input type={kind} className="check-box" {...rest} />
      <span>{label}</span>
    </label>
  );
}
