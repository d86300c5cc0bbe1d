import { LinkSimpleIcon } from "@phosphor-icons/react/dist/ssr/LinkSimple";
import { Icon } from "./icon.tsx";
import { useText } from "./text-context.tsx";

/** Marks a message that another country's message makes one case with; nothing where it stands alone. */
export function JointMark({ joint }: { joint: unknown }) {
  const text = useText();
  return joint ? <Icon of={LinkSimpleIcon} size={14} label={text("seizures.joint")} /> : null;
}
