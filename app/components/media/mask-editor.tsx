import { useRef, useState } from "react";
import { doneOf, refusalOf } from "#app/components/form/answer.ts";
import { AskText } from "#app/components/form/ask.tsx";
import { CommandForm, Send } from "#app/components/form/command-form.tsx";
import { FormState } from "#app/components/form/form-context.tsx";
import { Refusal } from "#app/components/form/refusal.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { type Mask, MOST_MASKS } from "#app/domain/media.ts";
import { MaskCanvas } from "./mask-canvas.tsx";
import { MaskRows } from "./mask-rows.tsx";
import { type DrawnMask, inTheMiddle } from "./masks.ts";
import type { MediaProps } from "./media-page.tsx";
import type { MaskedPhoto } from "./media-types.ts";

type EditorProps = MediaProps & { photo: MaskedPhoto };

/** Faces, plates and badges are covered by hand; the server burns the masks into a new picture. */
export function MaskEditor({ photo, home, answer, command, fresh }: EditorProps) {
  const text = useText();
  const { masks, ...acts } = useMasks();
  const refused = refusalOf(answer, "mask_picture");
  // Made: it is looked at below, and masked anew from its photo where it is not right.
  if (doneOf(answer) === "mask_picture") return null;
  const { attachment } = photo;
  const wrong = Object.values(refused?.fields ?? {}).flat()[0];
  return (
    <Panel title={text("media.mask.title", { case: photo.caseNo })}>
      <div className="panel-part media-part" id="mask">
        <p className="muted">{text("media.mask.lead")}</p>
        <MaskCanvas src={`${home}/attachments/${attachment}/view`} size={photo} masks={masks} {...acts} />
        <CommandForm
          command={command}
          intent="mask_picture"
          hidden={{ picture: fresh, attachment }}
          className="media-form"
        >
          <FormState refused={refused}>
            <Refusal refused={refused && wrong ? { problem: wrong, values: {} } : refused} />
            <p className="strong">{text("media.masks", { n: masks.length })}</p>
            <MaskRows masks={masks} {...acts} />
            <div>
              <Button
                type="button"
                size="small"
                disabled={masks.length >= MOST_MASKS}
                onClick={() => acts.add(inTheMiddle(photo))}
              >
                {text("media.mask.add")}
              </Button>
            </div>
            <AskText name="caption" label={text("media.mask.caption")} hint={text("media.mask.caption.hint")} />
            <div>
              <Send>{text("media.mask.send")}</Send>
            </div>
          </FormState>
        </CommandForm>
      </div>
    </Panel>
  );
}

function useMasks() {
  const [masks, setMasks] = useState<readonly DrawnMask[]>([]);
  const last = useRef(0);
  return {
    masks,
    add: (mask: Omit<Mask, "kind">) => {
      last.current += 1;
      const added = { ...mask, kind: "face" as const, id: last.current };
      setMasks((now) => (now.length < MOST_MASKS ? [...now, added] : now));
    },
    change: (mask: DrawnMask) => setMasks((now) => now.map((one) => (one.id === mask.id ? mask : one))),
    remove: (id: number) => setMasks((now) => now.filter((one) => one.id !== id)),
  };
}
