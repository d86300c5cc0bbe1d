import { questionKey } from "#app/domain/asked.ts";
import { pairsOf } from "#app/domain/seizure-form/fields.ts";
import { useReport } from "./report-context.ts";

const ALWAYS = [
  ...["id", "commandId", "draftCommandId", "baseVersion", "depth", "mark", "occurredAt", "occurredShown"],
  ...["base.facts", "base.case", "base.nominal"],
];
const IN_SHORT =
  /^(items\.0\.(slot|commodity|quantity|unit|notWeighed|qualifier)|place\..*|occurred(On|Day)|mode|nationalCaseNo|asked)$/;

/**
 * What travels with the form and has no place on it. Without scripts these inputs are all that the next page knows;
 * with them the whole form is sent from memory.
 */
export function HiddenFields() {
  const { store, answer } = useReport();
  const fields = store.fields();
  const short = store.text("depth") !== "full";
  const hidden = pairsOf(fields).filter(
    ([name, value]) => name === "confirmed" || ALWAYS.includes(name) || (short && value !== "" && !IN_SHORT.test(name)),
  );
  return (
    <>
      {hidden
        .filter(([name]) => name !== "asked")
        .map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} readOnly />
        ))}
      {answer?.questions?.map((question) => (
        <input key={questionKey(question)} type="hidden" name="asked" value={questionKey(question)} readOnly />
      ))}
    </>
  );
}
