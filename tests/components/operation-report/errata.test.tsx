import { renderToString } from "react-dom/server";
import { beforeAll, expect, test } from "vitest";
import { Errata, type ErrataProps } from "#app/components/operation-report/errata.tsx";
import { TextProvider } from "#app/components/ui/text-context.tsx";
import { en } from "#app/messages/en.ts";
import { registerCatalogue } from "#app/messages/index.ts";
import { aReportSource } from "#tests/support/report-sources.ts";

const ERRATUM: ErrataProps["errata"][number] = {
  id: "01990000-0000-7000-8000-000000000001",
  section: "summary",
  line: "",
  said: "Most came by air",
  correct: "Most came by road",
  reason: "Two columns were swapped",
  author: "Lead",
  at: "2026-08-14T12:00:00Z",
  withdrawn: null,
};

beforeAll(() => registerCatalogue("en", en));

function errataAfter(answer: unknown): string {
  const props = { edition: 1, errata: [ERRATUM], sections: [], mayCorrect: false, command: "c", answer };
  return renderToString(
    <TextProvider locale="en" zone="UTC" now="2026-08-14T12:00:00Z">
      <Errata {...props} source={aReportSource()} />
    </TextProvider>,
  );
}

test("errata say what their own forms did, and nothing of what other forms of the page did", () => {
  expect(errataAfter({ done: "add_erratum" })).toContain(en["operation_report.errata.done.add_erratum"]);
  expect(errataAfter({ done: "make_file" })).not.toContain("make_file");
  expect(errataAfter({ done: "make_file" })).not.toContain('role="status"');
});
