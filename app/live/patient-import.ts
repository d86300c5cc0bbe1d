const AGAIN_AFTER_MS = 2_000;

/** What comes over the line when it is needed: without a line it is asked for until it is there. */
export function patientImport<T>(load: () => Promise<T>): Promise<T>;
/** The same for as long as somebody waits for it; null when nobody does any more. */
export function patientImport<T>(load: () => Promise<T>, left: AbortSignal): Promise<T | null>;
export async function patientImport<T>(load: () => Promise<T>, left?: AbortSignal): Promise<T | null> {
  while (!left?.aborted) {
    try {
      const loaded = await load();
      return left?.aborted ? null : loaded;
    } catch {
      await new Promise((over) => setTimeout(over, AGAIN_AFTER_MS));
    }
  }
  return null;
}
