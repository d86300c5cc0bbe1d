import { refusalOf } from "#app/components/form/answer.ts";
import { AskArea } from "#app/components/form/ask.tsx";
import { CommandForm, Send } from "#app/components/form/command-form.tsx";
import { ConfirmSend } from "#app/components/form/confirm-send.tsx";
import { Done } from "#app/components/form/done.tsx";
import { FormState } from "#app/components/form/form-context.tsx";
import { FormErrors } from "#app/components/form/form-errors.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { useFormat, useNow, useText } from "#app/components/ui/text-context.tsx";
import { HandoverSheet, useSheetCounts } from "./handover-sheet.tsx";
import { HANDOVER } from "./warning-place.ts";
import { isDone, refusalAbout } from "./watch-answer.ts";
import type { Handover, SheetNames, WatchHandovers, WatchPageProps } from "./watch-types.ts";

type HandoverPanelProps = WatchPageProps & { handover: WatchHandovers; formKey: string };

/** What waits to be accepted; else the sheet as it stands, to be signed; below it the handovers before. */
export function HandoverPanel(props: HandoverPanelProps) {
  const { handover, agencies, answer } = props;
  const text = useText();
  const format = useFormat();
  const counts = useSheetCounts();
  const { waiting, past, draft, isOwnWaiting } = handover;
  const names = { agencies, numbers: handover.numbers, entries: handover.entries };
  return (
    <Panel title={text("watch.handover")} note={text("watch.handover.note", { at: format.moment(draft.at) })}>
      <div className="panel-part stack" id={HANDOVER}>
        <Done when={isDone(answer, "sign")}>{text("watch.handover.signed")}</Done>
        <Done when={isDone(answer, "accept")}>{text("watch.handover.accepted")}</Done>
        <Done when={isDone(answer, "take_back")}>{text("watch.handover.taken_back")}</Done>
        {waiting.map((one) => (
          <WaitingHandover key={one.id} {...props} names={names} one={one} />
        ))}
        {isOwnWaiting ? (
          <details className="watch-more">
            <summary>
              {text("watch.sheet.now")} <span className="caption">{counts(draft)}</span>
            </summary>
            <HandoverSheet sheet={draft} names={names} />
          </details>
        ) : (
          <Draft {...props} names={names} />
        )}
        {past.length > 0 && <PastHandovers past={past} names={names} />}
      </div>
    </Panel>
  );
}

function Draft({ handover, commands, answer, formKey, names }: HandoverPanelProps & { names: SheetNames }) {
  const text = useText();
  const format = useFormat();
  const now = useNow();
  const { draft, seen } = handover;
  const refused = refusalOf(answer, "sign");
  return (
    <>
      <p className="caption">
        {draft.since
          ? text("watch.handover.since", { at: format.relative(draft.since, now) })
          : text("watch.handover.first")}
      </p>
      <HandoverSheet sheet={draft} names={names} />
      <FormState key={formKey} refused={refused}>
        <CommandForm command={commands.sign} intent="sign" hidden={{ seen: String(seen) }} className="stack">
          <FormErrors refused={refused} labels={{ remark: text("watch.handover.remark") }} />
          <AskArea
            name="remark"
            label={text("watch.handover.remark")}
            hint={text("watch.handover.remark.hint")}
            rows={2}
            optional
          />
          <div className="row wrap">
            <Send>{text("watch.handover.sign")}</Send>
            <span className="caption">{text("watch.handover.sign.note")}</span>
          </div>
        </CommandForm>
      </FormState>
    </>
  );
}

type WaitingProps = HandoverPanelProps & { names: SheetNames; one: Handover };

function WaitingHandover({ one, names, memberId, commands, answer }: WaitingProps) {
  const text = useText();
  const format = useFormat();
  const by = { name: one.signer, at: format.moment(one.signedAt) };
  return (
    <section className="watch-waiting stack">
      <div>
        <p className="strong">{text("watch.handover.by", by)}</p>
        <p className="muted">{text("watch.handover.waits")}</p>
      </div>
      {one.remark && <p className="watch-words">{one.remark}</p>}
      <HandoverSheet sheet={one.sheet} names={names} />
      {one.signedBy === memberId ? (
        <div>
          <FormErrors refused={refusalAbout(answer, "take_back", "handover", one.id)} />
          <ConfirmSend
            command={commands.take_back}
            intent="take_back"
            hidden={{ handover: one.id }}
            kind="plain"
            label={text("watch.handover.take_back")}
            title={text("watch.handover.take_back.title")}
            confirm={text("watch.handover.take_back")}
            keep={text("form.keep")}
          >
            {text("watch.handover.take_back.text")}
          </ConfirmSend>
        </div>
      ) : (
        <CommandForm command={commands.accept} intent="accept" hidden={{ handover: one.id }}>
          <FormErrors refused={refusalAbout(answer, "accept", "handover", one.id)} />
          <Send>{text("watch.handover.accept")}</Send>
        </CommandForm>
      )}
    </section>
  );
}

function PastHandovers({ past, names }: { past: readonly Handover[]; names: SheetNames }) {
  const text = useText();
  const format = useFormat();
  const counts = useSheetCounts();
  return (
    <section>
      <h3 className="watch-group">{text("watch.handover.past")}</h3>
      {past.map((one) => (
        <details key={one.id} className="watch-more">
          <summary>
            {text("watch.handover.by", { name: one.signer, at: format.moment(one.signedAt) })}
            <span className="caption"> {counts(one.sheet)}</span>
          </summary>
          {one.acceptedAt && (
            <p className="caption">
              {text("watch.handover.taken", { name: one.taker, at: format.moment(one.acceptedAt) })}
            </p>
          )}
          {one.remark && <p className="watch-words">{one.remark}</p>}
          <HandoverSheet sheet={one.sheet} names={names} />
        </details>
      ))}
    </section>
  );
}
