import { createHash } from "node:crypto";
import type { Plugin } from "vite";
import type { Compiled } from "../compiled.ts";
import { en } from "../en.ts";
import { type Catalogue, LOCALES, type Locale, type TextFiles } from "../index.ts";
import { km } from "../km.ts";
import { lo } from "../lo.ts";
import { my } from "../my.ts";
import { FIRST_PAGES, POST_PAGES } from "../post-pages.ts";
import { th } from "../th.ts";
import { vi } from "../vi.ts";
import { zh } from "../zh.ts";
import { compile } from "./compile.ts";
import { keysUsed } from "./keys-used.ts";

const VIRTUAL = "virtual:texts";
const PARSER = "@formatjs/icu-messageformat-parser";
const NOTHING: Catalogue = {};
const OWN: Record<Locale, Catalogue> = { en: NOTHING, pseudo: NOTHING, zh, vi, th, lo, km, my };

/** An answer to what was sent brings them; this one stands for those that did not come in time. */
const isRefusal = (key: string) => key.startsWith("error.") && key !== "error.general";

/** In which file of a language each message goes. */
function filed(keys: readonly string[]): Record<keyof TextFiles, string[]> {
  const drawn = keysUsed(FIRST_PAGES, "app", keys, "at_once");
  const post = keysUsed(POST_PAGES, "app", keys, "later_too");
  const fileOf = (key: string): keyof TextFiles => {
    if (drawn.has(key) && !isRefusal(key)) return "first";
    return post.has(key) ? "post" : "rest";
  };
  const files: Record<keyof TextFiles, string[]> = { first: [], post: [], rest: [] };
  for (const key of keys) files[fileOf(key)].push(key);
  return files;
}

/**
 * Texts go to browsers in three files for each language: what the pages of a post are drawn with, what else they can
 * show, and the rest. Each holds the language's own messages and, where it has none, the English ones; parsed, so that no
 * browser needs the parser.
 */
export function texts(): Plugin {
  const files = new Map<string, string>();
  const addresses = {} as Record<Locale, TextFiles>;
  let isForBrowsers = true;

  function write(name: string, keys: readonly string[], own: Catalogue): string {
    const content = JSON.stringify({
      own: compiled(keys, own),
      en: compiled(
        keys.filter((key) => own[key] === undefined),
        en,
      ),
    });
    const hash = createHash("sha256").update(content).digest("base64url").slice(0, 8);
    const file = `assets/${name}-${hash}.json`;
    files.set(file, content);
    return `/${file}`;
  }

  return {
    name: "naga:texts",
    enforce: "pre",
    configResolved: ({ build: { ssr } }) => {
      isForBrowsers = !ssr;
    },
    buildStart() {
      const { first, post, rest } = filed(Object.keys(en).sort());
      for (const locale of LOCALES) {
        const own = OWN[locale];
        addresses[locale] = {
          first: write(`texts-${locale}`, first, own),
          post: write(`texts-${locale}-post`, post, own),
          rest: write(`texts-${locale}-more`, rest, own),
        };
      }
    },
    resolveId(id, _, asked) {
      if (id === VIRTUAL) return `\0${VIRTUAL}`;
      // The server reads messages as they are written.
      return id === PARSER && !asked.ssr ? this.resolve(`${PARSER}/no-parser.js`) : null;
    },
    load: (id) => (id === `\0${VIRTUAL}` ? `export const TEXTS = ${JSON.stringify(addresses)};` : null),
    generateBundle() {
      if (!isForBrowsers) return;
      for (const [fileName, source] of files) this.emitFile({ type: "asset", fileName, source });
    },
    configureServer({ middlewares }) {
      middlewares.use((request, response, proceed) => {
        const content = files.get((request.url ?? "").slice(1));
        if (content === undefined) return proceed();
        response.setHeader("Content-Type", "application/json");
        response.end(content);
      });
    },
  };
}

function compiled(keys: readonly string[], catalogue: Catalogue): Record<string, Compiled> {
  return Object.fromEntries(
    keys.flatMap((key) => {
      const message = catalogue[key];
      return typeof message === "string" ? [[key, compile(message)] as const] : [];
    }),
  );
}
