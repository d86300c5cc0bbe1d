import { CheckIcon } from "@phosphor-icons/react/dist/ssr/Check";
import { CopyIcon } from "@phosphor-icons/react/dist/ssr/Copy";
import { type ReactNode, useRef, useState } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { TextInput } from "#app/components/ui/inputs.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { useHydrated } from "#app/components/ui/use-hydrated.ts";

type SecretProps = { label: string; hint?: ReactNode; value: string };

/** A secret that is shown once: selected by a touch, copied by a press once scripts run. */
export function SecretToCopy({ label, hint, value }: SecretProps) {
  const text = useText();
  const hydrated = useHydrated();
  const frame = useRef<HTMLDivElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    frame.current?.querySelector("input")?.select();
    await navigator.clipboard?.writeText(value);
    setCopied(true);
  };
  return (
    <div className="secret" ref={frame}>
      <Field label={label} hint={hint}>
        <TextInput readOnly value={value} className="code" onFocus={(event) => event.currentTarget.select()} />
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
export function LinkToCopy({ path, origin, ...rest }: Omit<SecretProps, "value"> & { path: string; origin: string }) {
  const hydrated = useHydrated();
  return <SecretToCopy {...rest} value={(hydrated ? window.location.origin : origin) + path} />;
}
