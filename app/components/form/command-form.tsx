import { Form, type FormProps } from "@remix-run/react";
import { createContext, type ReactNode, useContext } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { commandFor } from "./command-for.ts";
import { useBusy } from "./use-busy.ts";

type CommandFormProps = Omit<FormProps, "hidden"> & {
  /** Made by the loader, for all forms of the page: one that is sent twice is done once. */
  command: string;
  intent?: string;
  /** Sent along unseen: what the form is about. With the intent it tells the forms of a page apart. */
  hidden?: Readonly<Record<string, string>>;
};

const OwnCommand = createContext("");

/** The command of the form that this stands in. */
export const useOwnCommand = () => useContext(OwnCommand);

/** A form that changes something, under a command of its own. */
export function CommandForm(props: CommandFormProps & { children: ReactNode }) {
  const { command, intent, hidden = {}, children, ...form } = props;
  const own = commandFor(command, intent ?? "", hidden);
  return (
    <OwnCommand.Provider value={own}>
      <Form method="post" preventScrollReset {...form}>
        <input type="hidden" name="command" value={own} />
        {intent && <input type="hidden" name="intent" value={intent} />}
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {children}
      </Form>
    </OwnCommand.Provider>
  );
}

type SendProps = {
  kind?: "primary" | "plain" | "danger";
  size?: "small" | "large";
  wide?: boolean;
  children: ReactNode;
};

/** The button of a form, busy while its own answer is under way, and not that of another form of the page. */
export function Send({ kind = "primary", children, ...look }: SendProps) {
  const busy = useBusy(useOwnCommand());
  return (
    <Button type="submit" kind={kind} busy={busy} {...look}>
      {children}
    </Button>
  );
}
