import { defineConfig } from "vitest/config";
import { texts } from "./app/messages/bundle/texts-plugin.ts";

/** Tests in these folders meet a real PostgreSQL; all others need nothing. */
const WITH_DATABASE = ["access", "db", "faults", "realtime", "routes", "seeds", "services"].map(
  (folder) => `tests/${folder}/**/*.test.{ts,tsx}`,
);

export default defineConfig({
  esbuild: { jsx: "automatic", jsxDev: false },
  plugins: [texts()],
  test: {
    pool: "forks",
    // Test files share what they import: nothing of ours keeps state in a module that a test could meet.
    isolate: false,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: [...WITH_DATABASE, "tests/e2e/**"],
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          env: { NODE_ENV: "production" },
          include: WITH_DATABASE,
          globalSetup: ["tests/support/cluster.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
