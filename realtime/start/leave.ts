import type { Logger } from "pino";

/** Ends the process in order on the first request to end, at once on the second. */
export function leaveInOrder(log: Logger, close: () => Promise<void>): void {
  let leaving = false;
  const leave = async (signal: NodeJS.Signals) => {
    if (leaving) process.exit(1);
    leaving = true;
    log.info({ signal }, "ending");
    try {
      await close();
      process.exit(0);
    } catch (error) {
      log.fatal({ err: error }, "did not end in order");
      process.exit(1);
    }
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, leave);
}

/** A fault in one socket handler or one job ends that piece of work, never the process of everybody. */
export function outliveFaults(log: Logger): void {
  process.on("unhandledRejection", (error) => log.error({ err: error }, "a rejection that nobody handled"));
  process.on("uncaughtException", (error) => log.error({ err: error }, "an exception that nobody caught"));
}
