import { ArrowDownIcon } from "@phosphor-icons/react/dist/ssr/ArrowDown";
import { ArrowUpIcon } from "@phosphor-icons/react/dist/ssr/ArrowUp";
import { useState } from "react";
import { CommandForm, Send } from "#app/components/form/command-form.tsx";
import { Refusal } from "#app/components/form/refusal.tsx";
import { IconButton } from "#app/components/ui/button.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { useCountryNames } from "#app/components/workspace/use-workspace.ts";
import { inNamedOrder } from "#app/domain/media.ts";
import type { MediaProps } from "./media-page.tsx";
import type { ReleaseLine } from "./media-types.ts";
import { refusalFor } from "./release-acts.tsx";

type OrderProps = MediaProps & { release: ReleaseLine };

/** In which order administrations are named: one after the other up or down, or back to the alphabet. */
export function NameOrder(props: OrderProps) {
  const { release, codes, command } = props;
  const text = useText();
  const countries = useCountryNames();
  const nameOf = (code: string) => countries[code] ?? code;
  const alphabetical = [...codes].sort((left, right) => nameOf(left).localeCompare(nameOf(right), text.locale));
  const standing = inNamedOrder(alphabetical, release.names);
  const [moved, setMoved] = useState<readonly string[] | null>(null);
  const order = moved ?? standing;
  const move = (at: number, by: number) => {
    const code = order[at];
    if (code === undefined) return;
    const rest = order.filter((one) => one !== code);
    setMoved([...rest.slice(0, at + by), code, ...rest.slice(at + by)]);
  };
  const hidden = { release: release.id };
  return (
    <details>
      <summary>{text("media.names")}</summary>
      <Refusal refused={refusalFor(props, "order_names")} />
      <CommandForm command={command} intent="order_names" hidden={hidden} className="media-form">
        <ol className="media-order">
          {order.map((code, at) => (
            <li key={code}>
              <input type="hidden" name="names[]" value={code} />
              <span>{nameOf(code)}</span>
              <IconButton
                icon={ArrowUpIcon}
                label={text("media.names.up", { name: nameOf(code) })}
                disabled={at === 0}
                onClick={() => move(at, -1)}
              />
              <IconButton
                icon={ArrowDownIcon}
                label={text("media.names.down", { name: nameOf(code) })}
                disabled={at === order.length - 1}
                onClick={() => move(at, 1)}
              />
            </li>
          ))}
        </ol>
        <div>
          <Send>{text("media.names.send")}</Send>
        </div>
      </CommandForm>
      {release.names && (
        <CommandForm
          command={command}
          intent="order_names"
          hidden={{ ...hidden, by: "alphabet" }}
          onSubmit={() => setMoved(null)}
        >
          <Send kind="plain">{text("media.names.alphabet")}</Send>
        </CommandForm>
      )}
    </details>
  );
}
