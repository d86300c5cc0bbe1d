import { refusalOf } from "#app/components/form/answer.ts";
import { AskText, AskYes } from "#app/components/form/ask.tsx";
import { CommandForm, Send } from "#app/components/form/command-form.tsx";
import { FormState } from "#app/components/form/form-context.tsx";
import { Refusal } from "#app/components/form/refusal.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { Time } from "#app/components/ui/time.tsx";
import type { MediaProps } from "./media-page.tsx";
import type { PictureLine } from "./media-types.ts";

/** Masked copies of own pictures: looked at and cleared by name, or taken out. */
export function OwnPictures(props: MediaProps) {
  const text = useText();
  const { pictures } = props;
  return (
    <Panel title={text("media.pictures")} note={pictures.length > 0 && String(pictures.length)}>
      {pictures.length === 0 && <p className="muted panel-part">{text("media.pictures.none")}</p>}
      <ul className="media-cards media-own">
        {pictures.map((picture) => (
          <OwnPicture key={picture.id} picture={picture} {...props} />
        ))}
      </ul>
    </Panel>
  );
}

function OwnPicture({ picture, home, command, ...rest }: MediaProps & { picture: PictureLine }) {
  const text = useText();
  const { id, caption, caseNo, masks, cleared, withdrawn, width, height } = picture;
  const state = withdrawn ? "withdrawn" : cleared ? "cleared" : "masked";
  return (
    <li className="media-card">
      <a href={`${home}/media/pictures/${id}/view`} target="_blank" rel="noreferrer" className="media-look">
        <img src={`${home}/media/pictures/${id}/view`} alt={caption} width={width} height={height} loading="lazy" />
      </a>
      <p className="media-head">
        <Tag tone={state === "cleared" ? "passed" : state === "masked" ? "warn" : "plain"}>
          {text(`media.picture.state.${state}`)}
        </Tag>
        {caseNo && <span className="code">{caseNo}</span>}
        <span className="muted">{text("media.masks", { n: masks })}</span>
      </p>
      <p dir="auto">{caption}</p>
      {cleared && (
        <p className="muted">
          {text("media.picture.cleared_by", { who: cleared.name })} <Time at={cleared.at} />
          {cleared.note && <bdi> · {cleared.note}</bdi>}
        </p>
      )}
      {state === "masked" && <ClearForm id={id} command={command} answer={rest.answer} />}
      {!withdrawn && (
        <CommandForm command={command} intent="withdraw_picture" hidden={{ picture: id }}>
          <Send kind="plain" size="small">
            {text("media.picture.withdraw")}
          </Send>
        </CommandForm>
      )}
    </li>
  );
}

function ClearForm({ id, command, answer }: { id: string; command: string; answer: unknown }) {
  const text = useText();
  const asked = refusalOf(answer, "clear_picture");
  const refused = asked?.form.picture === id ? asked : undefined;
  const unsaid = refused?.fields.looked?.[0];
  return (
    <CommandForm command={command} intent="clear_picture" hidden={{ picture: id }} className="media-form">
      <FormState refused={refused}>
        {refused && <Refusal refused={unsaid ? { problem: unsaid, values: {} } : refused} />}
        <AskYes name="looked">{text("media.picture.looked")}</AskYes>
        <AskText name="note" label={text("media.picture.note")} optional />
        <div>
          <Send>{text("media.picture.clear")}</Send>
        </div>
      </FormState>
    </CommandForm>
  );
}
