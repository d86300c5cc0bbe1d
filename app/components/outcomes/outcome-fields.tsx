import { useState } from "react";
import { Ask, AskArea, AskChoice, AskSeveral, AskText } from "#app/components/form/ask.tsx";
import { useTyped } from "#app/components/form/form-context.tsx";
import { DateField } from "#app/components/ui/date-field.tsx";
import { NumberInput, Select } from "#app/components/ui/inputs.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { useHydrated } from "#app/components/ui/use-hydrated.ts";
import {
  FINALITIES,
  FINDINGS,
  isServed,
  MEASURES,
  OUTCOME_KINDS,
  SANCTIONS,
  TERMS,
  VERDICTS,
} from "#app/domain/outcome/kinds.ts";
import type { OutcomeChoices } from "./outcome-types.ts";

type FieldsProps = {
  choices: OutcomeChoices;
  today: string /** Of an outcome that is corrected: it stays. */;
  kind?: string;
};

/** Of which kind, on which day, and what that kind asks for. Without scripts the kind is sent first. */
export function OutcomeFields({ choices, today, kind }: FieldsProps) {
  const text = useText();
  const typed = useTyped("kind");
  const [chosen, setChosen] = useState(kind ?? typed);
  const labels = useOutcomeLabels();
  const { mark } = useFormat();
  const day = useTyped("on");
  return (
    <>
      <input type="hidden" name="mark" value={mark} />
      {kind ? (
        <input type="hidden" name="kind" value={kind} />
      ) : (
        <Ask name="kind" label={labels.kind ?? ""}>
          <Select
            name="kind"
            none={text("report.choose")}
            options={OUTCOME_KINDS.map((value) => ({ value, label: text(`outcome.kind.${value}`) }))}
            value={chosen}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
        </Ask>
      )}
      {chosen !== "" && (
        <>
          <Ask name="on" label={labels.on ?? ""}>
            <DateField name="on" initial={day} max={today} />
          </Ask>
          <OfKind kind={chosen} choices={choices} />
          <AskText name="reference" label={labels.reference ?? ""} optional />
          <AskArea name="note" label={labels.note ?? ""} hint={text("outcome.note.hint")} rows={2} optional />
        </>
      )}
    </>
  );
}

function OfKind({ kind, choices }: { kind: string; choices: OutcomeChoices }) {
  switch (kind) {
    case "laboratory":
      return <LaboratoryFields choices={choices} />;
    case "charge":
      return <ChargeFields choices={choices} />;
    case "verdict":
      return <VerdictFields />;
    case "sentence":
      return <SentenceFields />;
    case "assets":
      return <AssetsFields />;
    default:
      return <DisposalFields choices={choices} />;
  }
}

function LaboratoryFields({ choices }: { choices: OutcomeChoices }) {
  const text = useText();
  const labels = useOutcomeLabels();
  return (
    <>
      <AskOneOf name="finding" codes={FINDINGS} />
      <AskChoice
        name="commodity"
        label={labels.commodity ?? ""}
        none={text("report.choose")}
        options={choices.commodities.map((code) => ({ value: code, label: text.commodity(code) }))}
        optional
      />
      <AskText name="taxon" label={labels.taxon ?? ""} hint={text("outcome.taxon.hint")} optional />
      <AskNumber name="purityPercent" after="%" />
    </>
  );
}

function ChargeFields({ choices }: { choices: OutcomeChoices }) {
  const text = useText();
  const labels = useOutcomeLabels();
  return (
    <>
      <AskPersons />
      <AskText name="statute" label={labels.statute ?? ""} hint={text("outcome.statute.hint")} optional />
      <AskSeveral
        name="offences[]"
        label={labels.offences ?? ""}
        choices={choices.offences.map((code) => ({ value: code, label: text.code("offence", code) }))}
        optional
      />
    </>
  );
}

function VerdictFields() {
  return (
    <>
      <AskOneOf name="result" codes={VERDICTS} />
      <AskPersons />
      <AskOneOf name="finality" codes={FINALITIES} otherwise="unknown" />
    </>
  );
}

/** A length is asked of what is served for a time, money of the rest; without scripts both, since one may be left empty. */
function SentenceFields() {
  const text = useText();
  const labels = useOutcomeLabels();
  const hydrated = useHydrated();
  const [sanction, setSanction] = useState(useTyped("sanction"));
  const [term, setTerm] = useState(useTyped("term"));
  return (
    <>
      <AskOneOf name="sanction" codes={SANCTIONS} onChoose={setSanction} />
      <AskPersons />
      {(isServed(sanction) || !hydrated) && (
        <div className="outcome-pair">
          <AskNumber name="length" whole />
          <Ask name="term" label={labels.term ?? ""} optional>
            <Select
              name="term"
              none={text("report.choose")}
              options={TERMS.map((value) => ({ value, label: text(`outcome.term.${value}`) }))}
              value={term}
              onChange={(event) => setTerm(event.currentTarget.value)}
            />
          </Ask>
        </div>
      )}
      {(!isServed(sanction) || !hydrated) && <AskMoney />}
    </>
  );
}

function AssetsFields() {
  const labels = useOutcomeLabels();
  return (
    <>
      <AskOneOf name="measure" codes={MEASURES} />
      <AskMoney />
      <AskText name="what" label={labels.what ?? ""} optional />
    </>
  );
}

function DisposalFields({ choices }: { choices: OutcomeChoices }) {
  const text = useText();
  const format = useFormat();
  const labels = useOutcomeLabels();
  return (
    <>
      <AskChoice
        name="disposal"
        label={labels.disposal ?? ""}
        none={text("report.choose")}
        options={choices.disposals.map((code) => ({ value: code, label: text.code("disposal", code) }))}
      />
      <div className="outcome-pair">
        <AskNumber name="quantity" />
        <AskChoice
          name="unit"
          label={labels.unit ?? ""}
          none={text("report.choose")}
          options={choices.units.map((code) => ({ value: code, label: format.unit(code, "2") }))}
          optional
        />
      </div>
    </>
  );
}

type OneOfProps = {
  name: "finding" | "result" | "finality" | "sanction" | "measure";
  codes: readonly string[];
  /** What holds where nobody has said. */
  otherwise?: string;
  onChoose?: (code: string) => void;
};

function AskOneOf({ name, codes, otherwise, onChoose }: OneOfProps) {
  const text = useText();
  const labels = useOutcomeLabels();
  const typed = useTyped(name) || otherwise;
  return (
    <Ask name={name} label={labels[name] ?? ""}>
      <Select
        name={name}
        none={otherwise ? undefined : text("report.choose")}
        options={codes.map((value) => ({ value, label: text.label(`outcome.${name}.${value}`) }))}
        defaultValue={typed}
        onChange={(event) => onChoose?.(event.currentTarget.value)}
      />
    </Ask>
  );
}

function AskPersons() {
  const text = useText();
  return <AskNumber name="persons" hint={text("outcome.persons.hint")} whole />;
}

function AskMoney() {
  const text = useText();
  const labels = useOutcomeLabels();
  return (
    <div className="outcome-pair">
      <AskNumber name="amount" />
      <AskText
        name="currency"
        label={labels.currency ?? ""}
        hint={text("outcome.currency.hint")}
        input={{ maxLength: 3, autoCapitalize: "characters", spellCheck: false, className: "code" }}
        optional
      />
    </div>
  );
}

type NumberProps = { name: string; hint?: string; after?: string; whole?: boolean };

function AskNumber({ name, hint, ...input }: NumberProps) {
  const labels = useOutcomeLabels();
  return (
    <Ask name={name} label={labels[name] ?? ""} hint={hint} optional>
      <NumberInput name={name} defaultValue={useTyped(name)} {...input} />
    </Ask>
  );
}

const FIELDS = [
  ...(["kind", "on", "finding", "commodity", "taxon", "purityPercent", "persons", "statute", "offences"] as const),
  ...(["result", "finality", "sanction", "length", "term", "amount", "currency", "measure", "what"] as const),
  ...(["disposal", "quantity", "unit", "reference", "note", "reason"] as const),
];

/** What each field is called, in the order of the forms. */
export function useOutcomeLabels(): Readonly<Record<string, string>> {
  const text = useText();
  return Object.fromEntries(FIELDS.map((name) => [name, text(`outcome.field.${name}`)]));
}
