import { ClockCounterClockwiseIcon } from "@phosphor-icons/react/dist/ssr/ClockCounterClockwise";
import { Form, Link, useSearchParams } from "@remix-run/react";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { TextInput } from "#app/components/ui/inputs.tsx";
import { Menu } from "#app/components/ui/menu.tsx";
import { useFormat, useNow, useText } from "#app/components/ui/text-context.tsx";
import { useWorkspace } from "#app/components/workspace/use-workspace.ts";
import { KNOWN } from "#app/domain/known-moment.ts";
import { clockOf } from "#app/messages/wall-clock.ts";
import { Chip } from "../ui/chip.tsx";
import { useMomentWords } from "./known-words.ts";
import "./known.css";

/** Beside the filter: the moment that is shown as a chip to take away, and a form of the address to choose one. */
export function KnownChoice({ at }: { at: number | null }) {
  const text = useText();
  const wordsOf = useMomentWords();
  const [params] = useSearchParams();
  const { id, plan } = useWorkspace().operation;
  const rest = [...params].filter(([name]) => name !== KNOWN);
  const format = useFormat();
  const now = useNow();
  const fieldOf = (instant: Date) => {
    const { day, time } = clockOf(plan.zone, instant);
    return `${day}T${time}`;
  };
  return (
    <div className="known-choice screen-only">
      {at !== null && (
        <Chip on name={text("known.chip", { at: wordsOf(at) })} removeTo={`?${new URLSearchParams(rest)}`} />
      )}
      <Menu
        summaryClass="chip chip-add"
        summary={
          <>
            <Icon of={ClockCounterClockwiseIcon} />
            {text("known.choose")}
          </>
        }
      >
        {/* Another moment is another form: what stands in it is then drawn anew. */}
        <Form method="get" className="known-form" key={at ?? "now"}>
          {rest.map(([name, value], place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a name may stand there several times, and nothing moves.
            <input key={place} type="hidden" name={name} value={value} />
          ))}
          <Field label={text("known.field", { zone: format.zoneName(plan.zone) })}>
            <TextInput
              type="datetime-local"
              name={KNOWN}
              required
              max={fieldOf(now)}
              defaultValue={fieldOf(at === null ? now : new Date(at))}
            />
          </Field>
          <Button type="submit" size="small">
            {text("known.show")}
          </Button>
          <Link to={`/operations/${id}/help?topic=clocks`}>{text("known.help")}</Link>
        </Form>
      </Menu>
    </div>
  );
}
