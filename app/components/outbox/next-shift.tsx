import { useEffect, useState } from "react";
import { Tiles } from "#app/components/ui/choices.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { type Holder, holdersWithPin, takeOver } from "#app/outbox/account.ts";
import { onNews } from "#app/outbox/news.ts";
import { PinForm, Said } from "./pin-panel.tsx";

/** A shared phone goes from hand to hand, with a line or without: whoever has a PIN on it opens the own outbox. */
export function NextShift({ holder }: { holder: string | null }) {
  const text = useText();
  const others = useHolders().filter(({ person }) => person !== holder);
  const [chosen, setChosen] = useState<string | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  if (others.length === 0) return null;
  const who =
    others.find(({ person }) => person === chosen)?.person ?? (others.length === 1 ? others[0]?.person : null);
  const take = async (pin: string) => {
    if (!who) return setSaid(text("outbox.shift.choose"));
    const answer = await takeOver(who, pin);
    setSaid(answer === "open" ? null : text(`outbox.pin.${answer}`));
  };
  return (
    <details className="panel outbox-more">
      <summary className="heading">{text("outbox.shift.title")}</summary>
      <p className="caption">{text("outbox.shift.text")}</p>
      <Field label={text("outbox.shift.who")} group>
        <Tiles
          name="holder"
          choices={others.map(({ person, name }) => ({ value: person, label: name }))}
          value={who ? [who] : []}
          onChoose={setChosen}
        />
      </Field>
      <PinForm label={text("outbox.pin.label")} act={text("outbox.shift.act")} error={null} onPin={take} />
      <Said>{said}</Said>
    </details>
  );
}

function useHolders(): readonly Holder[] {
  const [holders, setHolders] = useState<readonly Holder[]>([]);
  useEffect(() => {
    let over = false;
    const look = () =>
      void holdersWithPin()
        .catch(() => [])
        .then((all) => over || setHolders(all));
    look();
    const stop = onNews((news) => "changed" in news && look());
    return () => {
      over = true;
      stop();
    };
  }, []);
  return holders;
}
