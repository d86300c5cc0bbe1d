import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { Combobox } from "#app/components/ui/combobox.tsx";
import { CoverageComb } from "#app/components/ui/coverage-comb.tsx";
import { DateField } from "#app/components/ui/date-field.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { NumberInput, TextInput } from "#app/components/ui/inputs.tsx";
import { CommodityMark } from "#app/components/ui/marks.tsx";
import { Count, Quantity } from "#app/components/ui/quantity.tsx";
import { RichText, TextProvider } from "#app/components/ui/text-context.tsx";
import { Time } from "#app/components/ui/time.tsx";
import type { Locale } from "#app/messages/index.ts";
import "#app/messages/all.server.ts";

/** What the server sends, and what a reader without scripts has. */
function drawn(part: ReactNode, locale: Locale = "en"): string {
  return renderToStaticMarkup(
    <TextProvider locale={locale} zone="Asia/Ho_Chi_Minh" now="2026-08-14T07:02:00Z">
      {part}
    </TextProvider>,
  );
}

function attribute(html: string, tag: string, name: string): string {
  return new RegExp(`<${tag}[^>]*\\s${name}="([^"]*)"`).exec(html)?.[1] ?? "";
}

describe("a field", () => {
  test("joins label, hint and error to its control", () => {
    const html = drawn(
      <Field label="Container number" hint="On the door" errors={["date.malformed"]}>
        <TextInput name="containerNo" />
      </Field>,
    );
    const id = attribute(html, "input", "id");
    expect(attribute(html, "label", "for")).toBe(id);
    expect(attribute(html, "input", "aria-describedby")).toBe(`${id}-hint ${id}-message`);
    expect(attribute(html, "input", "aria-invalid")).toBe("true");
    expect(html).toContain("This day is not in the calendar.");
  });

  test("asks with answers that are sent by name, and does not call it an error", () => {
    const answers = [{ label: "95.54 kg", name: "intent", value: "use:95.54" }];
    const html = drawn(
      <Field label="How much?" question={{ text: "Is it right?", answers }}>
        <NumberInput name="quantity" defaultValue="95540" />
      </Field>,
    );
    expect(html).not.toContain("aria-invalid");
    expect(html).toContain('type="submit" name="intent" value="use:95.54"');
    expect(html).toContain('inputMode="decimal"');
  });

  test("locked says who set it and cannot be written", () => {
    const html = drawn(
      <Field label="Handling" lockedBy="the lead">
        <TextInput defaultValue="H1" />
      </Field>,
    );
    expect(html).toContain("Set by the lead");
    expect(html).toContain("readonly");
  });
});

test("before scripts run, a long list is a text field and a day is the platform's own", () => {
  const search = async () => [];
  expect(drawn(<Combobox name="placeId" textName="place" search={search} />)).toContain('name="place"');
  expect(drawn(<DateField name="occurredOn" today="2026-08-14" />)).toContain('type="date"');
});

test("the comb says in words who stands behind a total", () => {
  const teeth = [
    { name: "China", state: "full" as const },
    { name: "Lao PDR", state: "nil" as const },
    { name: "Philippines", state: "missing" as const },
  ];
  const html = drawn(<CoverageComb teeth={teeth} />);
  expect(html).toContain('aria-label="3 administrations: 1 reported, 1 nil, 1 missing"');
  expect(html).toContain("tooth-missing");
});

test("a quantity keeps its digits, an unknown one is said, a zero is a digit", () => {
  expect(drawn(<Quantity amount="95.50" unit="kg" />)).toContain("95.50\u00a0kg");
  expect(drawn(<Quantity amount="95.50" unit="kg" />, "vi")).toContain("95,50\u00a0kg");
  for (const qualifier of ["approx", "estimated"])
    expect(drawn(<Quantity amount="95.50" unit="kg" qualifier={qualifier} />)).toContain("≈ 95.50\u00a0kg");
  expect(drawn(<Quantity amount={null} unit={null} />)).toContain("quantity unknown");
  expect(drawn(<Count value={0} />)).toBe('<span class="zero">0</span>');
});

test("a mark is silent beside its word and named without one", () => {
  expect(drawn(<CommodityMark slot="I" hollow />)).toContain('aria-hidden="true"');
  expect(drawn(<CommodityMark slot="I" labelled />)).toContain('aria-label="Ivory"');
});

test("a time is short to read and exact to machines", () => {
  const html = drawn(<Time at="2026-08-13T09:05:00Z" />);
  expect(html).toContain('dateTime="2026-08-13T09:05:00Z"');
  expect(html).toContain('title="13 Aug 2026, 16:05 in Ha Noi · 09:05 UTC"');
  expect(html).toContain(">Thu 16:05<");
});

test("marked words of a message become elements", () => {
  expect(drawn(<RichText id="shell.product" />)).toBe("Naga");
});
