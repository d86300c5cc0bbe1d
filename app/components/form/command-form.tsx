import { Form, type FormProps, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button } from "#app/components/ui/button.tsx";

type CommandFormProps = FormProps & {
  /** Made by the loader: a form that is sent twice is done once. */
  command: string;
  intent?: string;
};

/** A form that changes something. */
export function CommandForm({ command, intent, children, ...form }: CommandFormProps & { children: ReactNode }) {
  return (
    <Form method="post" preventScrollReset {...form}>
      <input type="hidden" name="command" value={command} />
      {intent && <input type="hidden" name="intent" value={intent} />}
      {children}
    </Form>
  );
}

type SendProps = {
  intent?: string;
  kind?: "primary" | "plain" | "danger";
  size?: "small" | "large";
  wide?: boolean;
  children: ReactNode;
};

/** The button of a form, busy while its own answer is under way. */
export function Send({ intent, kind = "primary", children, ...look }: SendProps) {
  const { state, formData } = useNavigation();
  const busy = state !== "idle" && formData !== undefined && (formData.get("intent") ?? "") === (intent ?? "");
  return (
    <Button type="submit" kind={kind} busy={busy} {...look}>
      {children}
    </Button>
  );
}
