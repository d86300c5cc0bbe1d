import { CheckIcon } from "@phosphor-icons/react/dist/ssr/Check";
import { CopyIcon } from "@phosphor-icons/react/dist/ssr/Copy";
import { type ReactNode, useRef, useState } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { TextArea, TextInput } from "#app/components/ui/inputs.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { useHydrated } from "#app/components/ui/use-hydrated.ts";

type ToCopyProps = {
  label: string;
  hint?: ReactNode;
  value: string;
  /** Sentences stand in several lines, a secret in one. */
  rows?: number;
};

/** A secret that is shown once, or a text for other ways: selected by a touch, copied by a press once scripts run. */
export function TextToCopy({ label, hint, value, rows }: ToCopyProps) {
  const text = useText();
  const hydrated = useHydrated();
  const frame = useRef<HTMLDivElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    frame.current?.querySelector<HTMLInputElement | HTMLTextAreaElement>("input, textarea")?.select();
    await navigator.clipboard?.writeText(value);
    setCopied(true);
  };
  return (
    <div className="secret" ref={frame}>
      <Field label={label} hint={hint}>
        {rows ? (
          <TextArea readOnly value={value} rows={rows} onFocus={(event) => event.currentTarget.select()} />
        ) : (
          <TextInput readOnly value={value} className="code" onFocus={(event) => event.currentTarget.select()} />
        )}
      </Field>
      {hydrated && (
        <Button type="button" kind="lamp" icon={copied ? CheckIcon : CopyIcon} onClick={copy}>
          {text(copied ? "form.copied" : "form.copy")}
        </Button>
      )}
      <span className="aside" role="status">
        {copied ? text("form.copied") : ""}
      </span>
    </div>
  );
}

/** A link of this installation, whole, as it is handed to somebody. */
export function LinkToCopy({ path, origin, ...rest }: Omit<ToCopyProps, "value"> & { path: string; origin: string }) {
  const hydrated = useHydrated();
  return <TextToCopy {...rest} value={(hydrated ? window.location.origin : origin) + path} />;
}
