import { CheckIcon } from "@phosphor-icons/react/dist/ssr/Check";
import { Icon } from "#app/components/ui/icon.tsx";
import { TextInput } from "#app/components/ui/inputs.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { type ContainerNumber, readContainerNumber } from "#app/domain/container-number.ts";
import { AskedField } from "./asked-field.tsx";
import { ModeField } from "./mode-field.tsx";
import { useSet, useTyped } from "./report-context.ts";
import { CodeField, TextField } from "./report-fields.tsx";
import { ReportSection } from "./report-section.tsx";

export function TransportSection() {
  const text = useText();
  return (
    <ReportSection title={text("report.section.transport")}>
      <ModeField label={text("report.how_travelled")} />
      <CodeField name="direction" list="direction" label={text("report.direction")} />
      <div className="fields">
        <TextField name="carrier" label={text("report.carrier")} optional />
        <TextField
          name="transportNo"
          label={text("report.transport_no")}
          hint={text("report.transport_no.hint")}
          optional
        />
      </div>
      <ContainerField />
    </ReportSection>
  );
}

/** Says at once whether the check digit fits, and which one would. */
function ContainerField() {
  const text = useText();
  const typed = useTyped("containerNo");
  const set = useSet();
  const read = readContainerNumber(typed);
  return (
    <AskedField
      name="containerNo"
      label={text("report.container")}
      hint={text("report.container.hint")}
      understood={read.number.length >= 11 ? <CheckDigit read={read} /> : undefined}
      optional
    >
      <TextInput
        name="containerNo"
        autoCapitalize="characters"
        spellCheck={false}
        value={typed}
        onChange={(event) => set({ containerNo: event.currentTarget.value })}
      />
    </AskedField>
  );
}

function CheckDigit({ read }: { read: ContainerNumber }) {
  const text = useText();
  if (read.kind === "malformed") return <span className="warn">{text("report.container.malformed")}</span>;
  if (read.kind === "wrong_check_digit") {
    return <span className="warn">{text("report.container.digit", { expected: read.expected })}</span>;
  }
  return (
    <span className="row">
      <Icon of={CheckIcon} />
      {text("report.container.fits")}
    </span>
  );
}
