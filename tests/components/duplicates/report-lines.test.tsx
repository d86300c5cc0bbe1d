import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import { useReportLines } from "#app/components/seizure/report-lines.ts";
import { TextProvider } from "#app/components/ui/text-context.tsx";
import type { FormFields } from "#app/domain/seizure-form/rows.ts";
import type { Locale } from "#app/messages/index.ts";
import "#app/messages/all.server.ts";

function Lines({ fields }: { fields: FormFields }) {
  const same = (word: string) => word;
  const lines = useReportLines({ country: same, agency: same, member: same })(fields);
  return lines.filter(({ path }) => /amount|second|purity/.test(path)).map(({ words }) => `${words}|`);
}

const said = (fields: FormFields, locale: Locale) =>
  renderToString(
    <TextProvider locale={locale} zone="Asia/Bangkok" now="2026-08-14T07:02:00Z">
      <Lines fields={fields} />
    </TextProvider>,
  ).replaceAll(/<!-- -->|[\s\u00a0\u202f]+$/g, "");

const amounts = (quantity: string, second: string, purity: string): FormFields => ({
  "items.0.commodity": "D5",
  "items.0.quantity": quantity,
  "items.0.unit": "kg",
  "items.0.secondQuantity": second,
  "items.0.secondUnit": "kg",
  "items.0.purityPercent": purity,
});

test("quantities that are compared are written with the reader's own grouping and mark", () => {
  expect(said(amounts("12500.5", "1200", "78.5"), "en")).toBe("12,500.5 kg|1,200 kg|78.5 %|");
  expect(said(amounts("12500,5", "1200", "78,5"), "vi")).toBe("12.500,5 kg|1.200 kg|78,5 %|");
});

test("what is no number stays as it was typed", () => {
  expect(said(amounts("some", "", ""), "en")).toBe("some kg|");
});
