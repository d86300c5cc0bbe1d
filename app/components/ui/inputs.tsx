import { EyeIcon } from "@phosphor-icons/react/dist/ssr/Eye";
import { EyeSlashIcon } from "@phosphor-icons/react/dist/ssr/EyeSlash";
import {
  type InputHTMLAttributes,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
  useState,
} from "react";
import { IconButton } from "./button.tsx";
import { useField } from "./field.tsx";
import { Icon, type IconOf } from "./icon.tsx";
import { useText } from "./text-context.tsx";
import { useHydrated } from "./use-hydrated.ts";

/**
 * Attributes that join a control to the Field around it. One with a name of its own (`aria-label`) is a further control
 * of that field: it shares the field's messages, and neither its id nor its label.
 */
export function useControl(className?: string, ownName?: string) {
  const { id, labelledBy, describedBy, invalid, asked, locked } = useField();
  const ownId = useId();
  return {
    id: ownName ? ownId : id,
    "aria-labelledby": ownName ? undefined : labelledBy,
    "aria-describedby": describedBy,
    "aria-invalid": invalid || undefined,
    readOnly: locked || undefined,
    className: ["input", asked && "input-asked", className].filter(Boolean).join(" "),
  };
}

type TextInputProps = InputHTMLAttributes<HTMLInputElement> & {
  icon?: IconOf;
  /** A word at the end of the line: a unit, a precision. */
  after?: string;
};

export function TextInput({ icon, after, className, ...rest }: TextInputProps) {
  const control = useControl(className, rest["aria-label"]);
  const input = <input type="text" autoComplete="off" {...control} {...rest} />;
  if (!icon && !after) return input;
  return (
    <div className="input-frame">
      {icon && <Icon of={icon} size={20} className="input-before" />}
      {input}
      {after && <span className="input-after">{after}</span>}
    </div>
  );
}

/** A number as text with the decimal keyboard: `type="number"` would round it and eat the reader's decimal mark. */
export function NumberInput({ whole = false, ...rest }: TextInputProps & { whole?: boolean }) {
  return <TextInput inputMode={whole ? "numeric" : "decimal"} spellCheck={false} {...rest} />;
}

export function TextArea({ className, ...rest }: TextareaHTMLAttributes<HTMLTextAreaElement>) {
  return <textarea rows={3} {...useControl(className, rest["aria-label"])} {...rest} />;
}

export type Option = { value: string; label: string; disabled?: boolean };

type SelectProps = SelectHTMLAttributes<HTMLSelectElement> & {
  options: readonly Option[];
  /** The empty choice, where nothing need be said. */
  none?: string;
};

export function Select({ options, none, className, ...rest }: SelectProps) {
  const { readOnly, ...control } = useControl(className, rest["aria-label"]);
  return (
    <select {...control} disabled={readOnly} {...rest}>
      {none !== undefined && <option value="">{none}</option>}
      {options.map(({ value, label, disabled }) => (
        <option key={value} value={value} disabled={disabled}>
          {label}
        </option>
      ))}
    </select>
  );
}

/** With an eye to read it, once scripts run. */
export function PasswordInput(props: InputHTMLAttributes<HTMLInputElement>) {
  const text = useText();
  const hydrated = useHydrated();
  const [shown, setShown] = useState(false);
  return (
    <div className="input-frame">
      <input autoComplete="current-password" {...useControl()} {...props} type={shown ? "text" : "password"} />
      {hydrated && (
        <IconButton
          icon={shown ? EyeSlashIcon : EyeIcon}
          label={text(shown ? "ui.hide_password" : "ui.show_password")}
          onClick={() => setShown(!shown)}
        />
      )}
    </div>
  );
}
