import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { vitePlugin as remix } from "@remix-run/dev";
import { minify } from "terser";
import { build, defineConfig, type Plugin, type Rollup } from "vite";
import { texts } from "./app/messages/bundle/texts-plugin.ts";
import { OLDEST_CHROME } from "./app/oldest-browser.ts";
import remixOptions from "./remix.config.js";

const ZOD = /\/node_modules\/zod\//;
const DOMAIN = /\/app\/domain\//;
const OLDEST = `chrome${OLDEST_CHROME}`;

/** Pages are built for production, whoever asks for it: begun by a test they would have React's own checks in them. */
if (process.argv.includes("vite:build")) process.env.NODE_ENV = "production";

/** The service worker is a program of its own: one file at the root, beside the pages' scripts. */
function outboxWorker(): Plugin {
  let isForBrowsers = false;
  return {
    name: "naga-outbox-worker",
    apply: "build",
    configResolved: ({ build: { ssr } }) => {
      isForBrowsers = !ssr;
    },
    async closeBundle() {
      if (!isForBrowsers) return;
      await build({
        configFile: false,
        publicDir: false,
        logLevel: "warn",
        build: {
          target: OLDEST,
          outDir: "build/client",
          emptyOutDir: false,
          lib: { entry: "app/outbox/worker.ts", formats: ["iife"], name: "outbox", fileName: () => "outbox-worker.js" },
        },
      });
    },
  };
}

/** What a page does not use of the domain is not in its scripts: schemas are values that nobody has to make. */
const WITHOUT_UNUSED = { moduleSideEffects: (id: string) => !DOMAIN.test(id) && !ZOD.test(id) };

export default defineConfig({
  plugins: [remix(remixOptions), twoWeightsOfIcons(), texts(), outboxWorker(), smaller(), compressed()],
  build: {
    target: OLDEST,
    sourcemap: false,
    // A font as a data: address would need a gap in the content security policy.
    assetsInlineLimit: (file) => (file.endsWith(".woff2") ? false : undefined),
    rollupOptions: {
      treeshake: WITHOUT_UNUSED,
      output: { manualChunks: sharedByAll() },
    },
  },
  worker: { format: "es", rollupOptions: { treeshake: WITHOUT_UNUSED } },
  server: { hmr: { overlay: true } },
});

/** Icons come in six weights each, of which we draw two. */
function twoWeightsOfIcons(): Plugin {
  return {
    name: "naga:two-weights-of-icons",
    transform(code, id) {
      if (!id.includes("/@phosphor-icons/react/dist/defs/")) return null;
      return { code: code.replace(/ {2}\[\n {4}"(?:bold|duotone|light|thin)",[\s\S]*?\n {2}\],?\n/g, ""), map: null };
    },
  };
}

/** What every page loads first, and small parts, are made smaller once more, by a fortieth: for the rest that would take too long. */
function smaller(): Plugin {
  return {
    name: "naga:smaller",
    apply: (_, { isSsrBuild }) => isSsrBuild !== true,
    async generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== "chunk" || (!FIRST.has(chunk.name) && chunk.code.length > SMALL)) continue;
        const { code } = await minify(chunk.code, { module: true, ecma: 2020, compress: { passes: 2 } });
        if (code) chunk.code = code;
      }
    },
  };
}
const FIRST = new Set(["react", "document", "workspace", "domain", "report-form"]);
/** Parts of pages, in characters: a first page has some dozens of them. */
const SMALL = 40_000;

/** Beside each text file of the browser's part its compressed form: made once, as small as it gets. */
function compressed(): Plugin {
  return {
    name: "naga:compressed",
    apply: (_, { isSsrBuild }) => isSsrBuild !== true,
    writeBundle({ dir = "" }) {
      for (const file of readdirSync(dir, { recursive: true, encoding: "utf8" })) {
        if (!/\.(js|css|svg|json|webmanifest)$/.test(file)) continue;
        const path = join(dir, file);
        writeFileSync(`${path}.br`, brotliCompressSync(readFileSync(path)));
      }
    },
  };
}

/**
 * What the document and the frame of an operation need is one file each, and what they are built on another: a phone on
 * a slow line waits for every file it asks for, and small files compress badly. Schemas stand apart, since a form that
 * is only shown needs none.
 */
function sharedByAll(): Rollup.GetManualChunk {
  const chunks = new Map<string, string>();
  return (id, graph) => {
    if (chunks.size === 0) shareOut(chunks, graph);
    // What Vite puts in itself for parts that are fetched later.
    return id.includes("vite/preload-helper") ? "react" : chunks.get(id);
  };
}

const REACT = /\/node_modules\/(react|react-dom|react-router|react-router-dom|scheduler|turbo-stream|@remix-run)\//;
/** What filters are made with: no form needs it, and it would come with the schemas' part of every one. */
const OF_FILTERS = /\/app\/domain\/(emerging\/cell|filter-address|route|view-address)\.ts$/;
/** What reports on an operation are made with: no officer's page shows one. */
const OF_REPORTS = /\/app\/domain\/operation-report\//;
/** Icons of nearly every form: as files of their own their heads weigh as much as they do. */
const OF_FORMS = /\/@phosphor-icons\/react\/dist\/(ssr|defs)\/(CheckCircle|Lock|MagnifyingGlass|Trash)\.es\.js$/;
/** Whose static imports go together. Entry and routes themselves stand alone: what others import must run nothing. */
const STARTS: readonly (readonly [chunk: string, start: string])[] = [
  ["document", "/app/entry.client.tsx"],
  ["document", "/app/root.tsx"],
  ["workspace", "/app/routes/operations.$operationId.tsx"],
];
function shareOut(chunks: Map<string, string>, { getModuleInfo, getModuleIds }: Rollup.ManualChunkMeta): void {
  const importsOf = (id: string) => getModuleInfo(id)?.importedIds ?? [];
  const ids = [...getModuleIds()];
  for (const id of ids) {
    if (ZOD.test(id) || (DOMAIN.test(id) && importsOf(id).some((one) => ZOD.test(one)))) chunks.set(id, "schemas");
  }
  for (const id of ids) if (OF_FILTERS.test(id) && !chunks.has(id)) chunks.set(id, "filters");
  for (const id of ids) if (OF_REPORTS.test(id) && !chunks.has(id)) chunks.set(id, "reports");
  for (const id of ids) if (OF_FORMS.test(id)) chunks.set(id, "document");
  for (const [chunk, start] of STARTS) {
    const reached = new Set(ids.filter((id) => id.split("?")[0]?.endsWith(start) && getModuleInfo(id)?.isEntry));
    for (const id of reached) {
      for (const next of importsOf(id)) reached.add(next);
      if (!chunks.has(id) && !getModuleInfo(id)?.isEntry) chunks.set(id, REACT.test(id) ? "react" : chunk);
    }
  }
  // What schemas are made with is used without them too.
  const made = new Set(ids.filter((id) => chunks.get(id) === "schemas"));
  for (const id of made) {
    for (const next of importsOf(id)) made.add(next);
    if (!chunks.has(id) && !getModuleInfo(id)?.isEntry) chunks.set(id, "domain");
  }
}
