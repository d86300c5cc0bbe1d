import { IntlMessageFormat } from "intl-messageformat";
import { expect, test } from "vitest";
import { compile } from "#app/messages/bundle/compile.ts";
import { expand } from "#app/messages/compiled.ts";
import { en } from "#app/messages/en.ts";
import { km } from "#app/messages/km.ts";
import { lo } from "#app/messages/lo.ts";
import { my } from "#app/messages/my.ts";
import { th } from "#app/messages/th.ts";
import { vi } from "#app/messages/vi.ts";
import { zh } from "#app/messages/zh.ts";
import { argumentsOf } from "./arguments.ts";

const TIMES = [0, 1, 2, 1234];

test.each(Object.entries({ en, zh, vi, th, lo, km, my }))(
  "each message of %s says the same after the build",
  (_, all) => {
    for (const [key, message] of Object.entries(all)) {
      const written = new IntlMessageFormat(message, "en");
      const sent: unknown = JSON.parse(JSON.stringify(compile(message)));
      const built = new IntlMessageFormat(expand(sent as ReturnType<typeof compile>), "en");
      const names = [...argumentsOf(written.getAst())];
      for (const n of names.length === 0 ? [0] : TIMES) {
        const values = Object.fromEntries(names.map((name) => [name, n]));
        const tags = Object.fromEntries([...message.matchAll(/<(\w+)>/g)].map(([, tag]) => [tag, marked(tag ?? "")]));
        expect(built.format({ ...values, ...tags }), key).toEqual(written.format({ ...values, ...tags }));
      }
    }
  },
);

const marked = (tag: string) => (parts: unknown[]) => `<${tag}>${parts.join("")}</${tag}>`;
