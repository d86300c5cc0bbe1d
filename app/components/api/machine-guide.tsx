import { AccountFrame } from "#app/components/account/account-frame.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import type { GuideContents, GuidePart } from "#app/domain/api/guide.ts";
import { ApiContents } from "./api-contents.tsx";
import { ApiPart } from "./api-part.tsx";
import "./api.css";

type MachineGuideProps = { contents: GuideContents; part: GuidePart; origin: string; administrator: boolean };

/** The interface for machines as pages: they need no script, and print. Their words are the document's, in English. */
export function MachineGuide({ contents, part, origin, administrator }: MachineGuideProps) {
  const text = useText();
  return (
    <AccountFrame
      title={text("machine.guide.title")}
      lead={text("machine.guide.lead")}
      administrator={administrator}
      acts={
        <a className="button" href="/api/v1/openapi.json" download="openapi.json">
          {text("machine.guide.download")}
        </a>
      }
    >
      <div className="api">
        <div className="api-parts">
          <ApiPart part={part} origin={origin} />
        </div>
        <ApiContents contents={contents} part={part} />
      </div>
    </AccountFrame>
  );
}
