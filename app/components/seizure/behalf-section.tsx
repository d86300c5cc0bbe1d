import { Tiles } from "#app/components/ui/choices.tsx";
import { Select } from "#app/components/ui/inputs.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { CHANNELS } from "#app/domain/seizure-form/channels.ts";
import { AskedField } from "./asked-field.tsx";
import { useErrors, useReport, useSet, useTyped } from "./report-context.ts";
import { TextField } from "./report-fields.tsx";

const NAMES = ["unitId", "informant", "channel", "cameOn", "cameTime"].map((name) => `behalf.${name}`);

/** For contact points: a report that a post gave by telephone or on paper. Closed until somebody needs it. */
export function BehalfSection() {
  const text = useText();
  const { kind, choices } = useReport();
  const errors = useErrors(NAMES);
  const [post, channel] = [useTyped("behalf.unitId"), useTyped("behalf.channel")];
  const said = post !== "" || channel !== "";
  if (kind === "amend" || choices.posts.length === 0) return null;
  return (
    <details className="report-behalf" open={said || errors.length > 0 || undefined}>
      <summary>{text("report.behalf")}</summary>
      <div className="report-behalf-fields">
        <p className="field-hint">{text("report.behalf.hint")}</p>
        <PostField />
        <TextField
          name="behalf.informant"
          label={text("report.behalf.informant")}
          hint={text("report.behalf.informant.hint")}
        />
        <ChannelField />
        <div className="fields">
          <TextField
            name="behalf.cameOn"
            label={text("report.behalf.day")}
            hint={text("report.behalf.day.hint")}
            input={{ type: "date", max: choices.today }}
            optional
          />
          <TextField
            name="behalf.cameTime"
            label={text("report.behalf.time")}
            hint={text("report.behalf.time.hint")}
            input={{ inputMode: "numeric", placeholder: "16:05" }}
          />
        </div>
      </div>
    </details>
  );
}

function PostField() {
  const text = useText();
  const { posts } = useReport().choices;
  const value = useTyped("behalf.unitId");
  const set = useSet();
  return (
    <AskedField name="behalf.unitId" label={text("report.behalf.post")}>
      <Select
        name="behalf.unitId"
        none={text("report.choose")}
        options={posts.map(({ id, name }) => ({ value: id, label: name }))}
        value={value}
        onChange={(event) => set({ "behalf.unitId": event.currentTarget.value })}
      />
    </AskedField>
  );
}

function ChannelField() {
  const text = useText();
  const value = useTyped("behalf.channel");
  const set = useSet();
  return (
    <AskedField name="behalf.channel" label={text("report.behalf.channel")} group>
      <Tiles
        name="behalf.channel"
        shape="row"
        value={[value]}
        onChoose={(channel) => set({ "behalf.channel": channel })}
        choices={CHANNELS.map((channel) => ({ value: channel, label: text(`report.behalf.${channel}`) }))}
      />
    </AskedField>
  );
}
