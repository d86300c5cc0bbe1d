import { startApp } from "./app.ts";
import { ownFolder } from "./own-folder.ts";

/**
 * The product for the browser tests, from empty folders and with the demo data of a first start: one for the stories,
 * and one where nobody writes, so that every page can be looked at while the stories are played.
 */
export default async function startForBrowsers(): Promise<() => Promise<void>> {
  const [stories, screens] = await Promise.all([startOne("e2e"), startOne("e2e-screens")]);
  process.env.NAGA_E2E_ADDRESS = stories.app.address;
  process.env.NAGA_E2E_FOLDER = stories.folder.path;
  process.env.NAGA_E2E_SCREENS_ADDRESS = screens.app.address;
  return async () => {
    await Promise.all([stories.end(), screens.end()]);
  };
}

async function startOne(name: string) {
  const folder = await ownFolder(name);
  // Webhooks may call receivers that a test starts here, and nothing else.
  const app = await startApp({ dataDir: folder.path, variables: { WEBHOOK_ADDRESSES: "http://127.0.0.0/8" } });
  return {
    app,
    folder,
    end: async () => {
      await app.stop();
      folder.remove();
    },
  };
}
