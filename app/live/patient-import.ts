const AGAIN_AFTER_MS = 2_000;

/** A part of the app that comes over the line when it is needed: without a line it is asked for until it is there. */
export async function patientImport<T>(load: () => Promise<T>, left?: AbortSignal): Promise<T | null> {
  while (!left?.aborted) {
    const loaded = await load().catch(() => null);
    if (left?.aborted) break;
    if (loaded) return loaded;
    await new Promise((over) => setTimeout(over, AGAIN_AFTER_MS));
  }
  return null;
}
