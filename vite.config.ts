import { vitePlugin as remix } from "@remix-run/dev";
import { build, defineConfig, type Plugin } from "vite";
import remixOptions from "./remix.config.js";

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
          target: "es2022",
          outDir: "build/client",
          emptyOutDir: false,
          lib: { entry: "app/outbox/worker.ts", formats: ["iife"], name: "outbox", fileName: () => "outbox-worker.js" },
        },
      });
    },
  };
}

export default defineConfig({
  plugins: [remix(remixOptions), outboxWorker()],
  build: {
    target: "es2022",
    sourcemap: false,
    // A font as a data: address would need a gap in the content security policy.
    assetsInlineLimit: (file) => (file.endsWith(".woff2") ? false : undefined),
  },
  server: { hmr: { overlay: true } },
});
