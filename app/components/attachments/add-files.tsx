import { CameraIcon } from "@phosphor-icons/react/dist/ssr/Camera";
import { FilePlusIcon } from "@phosphor-icons/react/dist/ssr/FilePlus";
import { ScanIcon } from "@phosphor-icons/react/dist/ssr/Scan";
import { type ChangeEvent, useState } from "react";
import { Checkbox } from "#app/components/ui/choices.tsx";
import { Icon, type IconOf } from "#app/components/ui/icon.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { type AttachmentAudience, type AttachmentKind, MEDIA } from "#app/domain/attachment.ts";
import { type PhotoWay, usualWay } from "#app/outbox/smaller-copy.ts";
import { PhotoWayField } from "./photo-way.tsx";
import "./attachments.css";

export type Chosen = { files: readonly File[]; kind: AttachmentKind; audience: AttachmentAudience; way: PhotoWay };
type Add = (chosen: Chosen) => void;

const PICTURES = Object.entries(MEDIA).flatMap(([type, family]) => (family === "image" ? [type] : []));
const EVERYTHING = Object.keys(MEDIA);
const ICONS: Record<AttachmentKind, IconOf> = { photo: CameraIcon, xray: ScanIcon, document: FilePlusIcon };

/** One button for each kind; a phone offers its camera for photos. Files begin to go as soon as they are chosen. */
export function AddFiles({ add }: { add: Add }) {
  const text = useText();
  const [own, setOwn] = useState(false);
  const [way, setWay] = useState(usualWay);
  const chosen = (kind: AttachmentKind) => (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.currentTarget.files ?? [])];
    event.currentTarget.value = "";
    add({ files, kind, audience: own ? "own" : "case", way });
  };
  return (
    <div className="attachment-add">
      <div className="attachment-buttons">
        {(["photo", "xray", "document"] as const).map((kind) => (
          <label key={kind} className="button button-plain">
            <Icon of={ICONS[kind]} />
            {text(`attachment.add.${kind}`)}
            <input
              type="file"
              className="visually-hidden"
              multiple
              accept={(kind === "document" ? EVERYTHING : PICTURES).join(",")}
              onChange={chosen(kind)}
            />
          </label>
        ))}
      </div>
      <PhotoWayField way={way} onWay={setWay} />
      <Checkbox name="own" checked={own} onChange={(event) => setOwn(event.currentTarget.checked)}>
        {text("attachment.own_alone")}
      </Checkbox>
      <p className="caption">{text("attachment.note")}</p>
    </div>
  );
}
