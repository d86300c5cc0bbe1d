import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, test } from "vitest";
import { textFor } from "#app/messages/all.server.ts";
import { formatOf } from "#app/messages/catalogue.ts";
import attachments from "#app/messages/en/attachments.ts";
import codes from "#app/messages/en/codes.ts";
import errors from "#app/messages/en/errors.ts";
import caseExports from "#app/messages/en/exports.ts";
import help from "#app/messages/en/help.ts";
import imports from "#app/messages/en/imports.ts";
import live from "#app/messages/en/live.ts";
import looking from "#app/messages/en/looking.ts";
import machines from "#app/messages/en/machines.ts";
import outbox from "#app/messages/en/outbox.ts";
import presence from "#app/messages/en/presence.ts";
import report from "#app/messages/en/report.ts";
import reportLines from "#app/messages/en/report-lines.ts";
import seizureActs from "#app/messages/en/seizure-acts.ts";
import seizures from "#app/messages/en/seizures.ts";
import shell from "#app/messages/en/shell.ts";
import since from "#app/messages/en/since.ts";
import summaries from "#app/messages/en/summaries.ts";
import tallies from "#app/messages/en/tallies.ts";
import tallyTotals from "#app/messages/en/tally-totals.ts";
import ui from "#app/messages/en/ui.ts";
import webhooks from "#app/messages/en/webhooks.ts";
import workspace from "#app/messages/en/workspace.ts";
import { en } from "#app/messages/en.ts";
import { type Catalogue, isLocale, LANGUAGES } from "#app/messages/index.ts";
import { km } from "#app/messages/km.ts";
import { lo } from "#app/messages/lo.ts";
import { my } from "#app/messages/my.ts";
import { th } from "#app/messages/th.ts";
import { vi } from "#app/messages/vi.ts";
import { zh } from "#app/messages/zh.ts";
import { argumentsOf } from "./arguments.ts";
import { keysInSource } from "./keys-in-source.ts";
import { keysOfPages } from "./keys-of-pages.ts";

const ENGLISH: Readonly<Record<string, string>> = en;
const KEYS = Object.keys(ENGLISH);

/**
 * What an officer meets at a border post: the door, the frame, the first page, reports with their photos, the outbox,
 * tallies, seizures and acts on them, codes, errors, help.
 */
const OFFICERS: Record<string, object> = {
  ...{ ui, shell, errors, report, reportLines, live, tallies, workspace, since, seizures, summaries, codes, help },
  ...{ outbox, attachments, presence, tallyTotals, seizureActs, looking },
};
/** What Vietnamese has beside that. */
const MORE: Record<string, object> = {
  imports,
  caseExports,
  machines,
  webhooks,
};

/**
 * Towns are named where a language has a name of its own; published figures are for those who write reports, and what is
 * said of files and machines for those who send them. The film of what was known is for those who look at the map.
 */
const NOT_AT_A_POST =
  /^(zone|published|rule|error\.(import|export|operation_report|report_file)|help\.(machines|imports|exports|clocks|filter|reports|media|closing|dashboards))\.|^help\.(machines|imports|exports|clocks|filter|reports|media|closing|dashboards)$|^error\.(malformed|media-type|method)$/;

/** The pages of reporting officers and of their contact points, and nothing that these open for other roles. */
const THEIR_PAGES = [
  ...["_index", "seizures._index", "seizures.new", "seizures.$seizureId", "seizures.$seizureId_.amend"],
  ...["seizures.$seizureId_.draft", "tallies._index", "tallies.week", "tallies.$agencyId.$day", "help"],
].map((page) => `app/routes/operations.$operationId.${page}.tsx`);
const THE_DOOR = ["_index", "sign-in", "invitation.$token", "account", "outbox._index", "operations.$operationId"].map(
  (page) => `app/routes/${page}.tsx`,
);
const OF_OTHERS =
  /^app\/components\/(charts|webhooks|account\/account-frame|shell\/error-page|workspace\/observer-today)|^app\/domain\/(webhook|figures\/definition)/;

const OTHERS = { zh, vi, th, lo, km, my } as const;

describe("English", () => {
  test("every message is valid ICU", () => {
    for (const key of KEYS) expect(() => new IntlMessageFormat(ENGLISH[key] ?? "", "en-GB"), key).not.toThrow();
  });

  test("no value is quoted away: between straight marks it would be shown by its name", () => {
    expect(KEYS.filter((key) => /(^|[^'])'\{/.test(ENGLISH[key] ?? ""))).toEqual([]);
  });

  test("every key that the source names in full exists", () => {
    const missing = keysInSource("app").filter(({ key }) => ENGLISH[key] === undefined);
    expect(missing).toEqual([]);
  });

  test("no message blames, pleads or shouts", () => {
    const spoken = KEYS.filter((key) => !key.startsWith("code."));
    const loud = spoken.filter((key) => /\b(please|oops|sorry|whoops|invalid)\b|!/i.test(ENGLISH[key] ?? ""));
    expect(loud).toEqual([]);
  });
});

describe.each(Object.entries(OTHERS))("%s", (locale, catalogue: Catalogue) => {
  const tag = isLocale(locale) ? LANGUAGES[locale].tag : "";

  test("every message is valid ICU and takes the arguments of the English one", () => {
    for (const [key, message] of Object.entries(catalogue).filter(([name]) => !name.startsWith("zone."))) {
      expect(ENGLISH[key], `${key} is not in English`).toBeDefined();
      const known = argumentsOf(new IntlMessageFormat(ENGLISH[key] ?? "", "en-GB").getAst());
      const used = argumentsOf(new IntlMessageFormat(message, tag).getAst());
      expect(
        [...used].filter((name) => !known.has(name)),
        key,
      ).toEqual([]);
    }
  });

  test.each(Object.entries(locale === "vi" ? { ...OFFICERS, ...MORE } : OFFICERS))("has every key of %s", (_, area) => {
    const needed = Object.keys(area).filter((key) => !(locale === "vi" ? /^zone\./ : NOT_AT_A_POST).test(key));
    expect(needed.filter((key) => catalogue[key] === undefined)).toEqual([]);
  });

  test("has every key that an officer's pages name", () => {
    const named = keysOfPages([...THEIR_PAGES, ...THE_DOOR, "app/root.tsx"], KEYS, OF_OTHERS);
    const needed = [...named].filter(([key]) => !NOT_AT_A_POST.test(key));
    expect(needed.length).toBeGreaterThan(900);
    expect(needed.filter(([key]) => catalogue[key] === undefined)).toEqual([]);
  });

  test("has every key of signing in", () => {
    // How to make an invitation is the administrator's page.
    const door = KEYS.filter((key) => /^(sign_in|invitation)\.(?!link|make|earlier)/.test(key));
    expect(door.filter((key) => catalogue[key] === undefined)).toEqual([]);
  });
});

/** What leads, analysts and reports are read in; the others have what is for officers. */
test.each([
  ["Vietnamese", vi],
  ["Chinese", zh],
])("%s has every key there is", (_, catalogue: Catalogue) => {
  expect(KEYS.filter((key) => catalogue[key] === undefined)).toEqual([]);
});

describe("the pseudo-language", () => {
  const text = textFor("pseudo");

  test("stands in brackets, is at least 35 % longer, and keeps its arguments", () => {
    for (const key of KEYS) {
      // Pieces of numbers and days are only accented; marked messages are for elements.
      if (/^(date|format|unit|zone)\./.test(key) || /<\w+>/.test(ENGLISH[key] ?? "")) continue;
      const names = argumentsOf(new IntlMessageFormat(ENGLISH[key] ?? "", "en-GB").getAst());
      const values = Object.fromEntries([...names].map((name) => [name, 7]));
      const [plain, pseudo] = [textFor("en").label(key, values), text.label(key, values)];
      expect(pseudo.startsWith("[") && pseudo.endsWith("]"), key).toBe(true);
      const words = plain.replaceAll("7", "").trim();
      expect(pseudo.length, key).toBeGreaterThanOrEqual(plain.length + Math.floor(words.length * 0.3));
      expect(pseudo.split("7").length, key).toBe(plain.split("7").length);
    }
  });
});

describe("looking up", () => {
  test("a missing Lao message is read in English", () => {
    const absent = KEYS.find((key) => lo[key] === undefined && !/[{<]/.test(ENGLISH[key] ?? "{"));
    expect(textFor("lo").label(absent ?? "")).toBe(ENGLISH[absent ?? ""]);
  });

  test("keys of zod and Problems are found under 'error', others get the general sentence", () => {
    const text = textFor("en");
    expect(text.error("date.malformed")).toBe(en["error.date.malformed"]);
    expect(text.error("Invalid input: expected string")).toBe(en["error.general"]);
  });

  test("a label that nobody wrote is its own code", () => {
    const text = textFor("vi");
    expect(text.code("mode", "hovercraft")).toBe("hovercraft");
    expect(formatOf("vi", "code.mode.hovercraft")).toBeNull();
  });

  test("plurals follow the language", () => {
    expect(textFor("en")("shell.ribbon.demo", { n: 1 })).toBe("Historic records, dates moved by 1 day");
    expect(textFor("en")("shell.ribbon.demo", { n: 4018 })).toBe("Historic records, dates moved by 4,018 days");
    expect(textFor("vi")("shell.ribbon.demo", { n: 4018 })).toBe("Hồ sơ lịch sử, ngày đã dời 4.018 ngày");
  });
});
