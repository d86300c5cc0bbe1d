/** A program of the command line that is told to end clears up first, and leaves with code 1. */
export function whenInterrupted(clear: () => void | Promise<void>): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(signal, async () => {
      await clear();
      process.exit(1);
    });
  }
}
