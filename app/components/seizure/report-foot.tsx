import { Button } from "#app/components/ui/button.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { stepText } from "#app/domain/seizure-form/steps.ts";
import { ReadersLine } from "./readers-line.tsx";
import { useReport, useTake, useTyped } from "./report-context.ts";
import { UnaskedLine } from "./unasked-line.tsx";

/** Who will read it, and the ways on. Stands at the thumb on a phone. */
export function ReportFoot({ busy }: { busy: boolean }) {
  const text = useText();
  const { kind, answer, isKept } = useReport();
  const wrong = Object.keys(answer?.errors ?? {}).length;
  const asked = answer?.questions?.length ?? 0;
  const send = text(isKept ? "outbox.write.keep" : "report.send");
  const words = {
    new: send,
    draft: send,
    amend: text("report.send.amend"),
  };
  return (
    <footer className="report-foot">
      {wrong > 0 && <p className="message message-error">{text("error.fields", { n: wrong })}</p>}
      {wrong === 0 && asked > 0 && <p className="message message-question">{text("report.asked", { n: asked })}</p>}
      <ReadersLine />
      <Button name="send" value="report" kind="primary" size="large" wide busy={busy}>
        {busy ? text("report.sending") : wrong === 0 && asked > 0 ? text("report.send.anyway") : words[kind]}
      </Button>
    </footer>
  );
}

/** Behind the last question: the whole record one click further, or leaving it for later. */
export function ReportWays() {
  const text = useText();
  const { kind, isKept } = useReport();
  const depth = useTyped("depth");
  const take = useTake();
  return (
    <div className="report-end">
      <UnaskedLine />
      <div className="report-ways">
        {depth !== "full" && (
          <Button
            name="step"
            value={stepText({ act: "full" })}
            onClick={(event) => {
              event.preventDefault();
              take({ act: "full" });
            }}
          >
            {text("report.more")}
          </Button>
        )}
        {kind !== "amend" && !isKept && (
          <Button name="send" value="draft" kind="quiet">
            {text("report.save_draft")}
          </Button>
        )}
      </div>
    </div>
  );
}
