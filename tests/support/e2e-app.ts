import { startApp } from "./app.ts";
import { ownFolder } from "./own-folder.ts";

/** One product for the browser tests: from an empty folder, with the demo data of a first start. */
export default async function startForBrowsers(): Promise<() => Promise<void>> {
  const folder = await ownFolder("e2e");
  // Webhooks may call receivers that a test starts here, and nothing else.
  const app = await startApp({ dataDir: folder.path, variables: { WEBHOOK_ADDRESSES: "http://127.0.0.0/8" } });
  process.env.NAGA_E2E_ADDRESS = app.address;
  process.env.NAGA_E2E_FOLDER = folder.path;
  return async () => {
    await app.stop();
    folder.remove();
  };
}
