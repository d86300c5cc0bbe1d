import { Form } from "@remix-run/react";
import { CommandForm, Send } from "#app/components/form/command-form.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { TextInput } from "#app/components/ui/inputs.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { KnownWords } from "./known-words.tsx";
import { MarkList } from "./mark-list.tsx";
import { MaskEditor } from "./mask-editor.tsx";
import type { MediaProps } from "./media-page.tsx";
import { OwnCaseForms } from "./own-case.tsx";
import { OwnPictures } from "./own-pictures.tsx";

/** What a contact point says of own cases: what is open, what is public already, and which pictures may be shown. */
export function OwnDesk(props: MediaProps) {
  const { asked, ownCase, photo, marks, known, command } = props;
  const text = useText();
  const mine = known.filter(({ own }) => own);
  return (
    <>
      <Panel title={text("media.own")}>
        <div className="panel-part media-part">
          <Form className="media-search" preventScrollReset>
            <Field label={text("media.own.case")} hint={text("media.own.hint")}>
              <TextInput name="case" defaultValue={asked} />
            </Field>
            <Button type="submit">{text("media.own.find")}</Button>
          </Form>
          {asked !== "" && !ownCase && <p className="message message-error">{text.error("media.case.unknown")}</p>}
          {ownCase && <OwnCaseForms key={ownCase.seizure} {...props} ownCase={ownCase} />}
        </div>
        <MarkList
          marks={marks.filter(({ own }) => own)}
          act={({ id }) => (
            <CommandForm command={command} intent="lift" hidden={{ blackout: id }}>
              <Send kind="plain" size="small">
                {text("media.open.end")}
              </Send>
            </CommandForm>
          )}
        />
        {mine.map((line) => (
          <div key={line.id} className="panel-part media-row">
            <KnownWords known={[line]} />
            <CommandForm command={command} intent="take_known_back" hidden={{ known: line.id }}>
              <Send kind="plain" size="small">
                {text("media.known.undo")}
              </Send>
            </CommandForm>
          </div>
        ))}
      </Panel>
      {photo && <MaskEditor key={photo.attachment} {...props} photo={photo} />}
      <OwnPictures {...props} />
    </>
  );
}
