export type Log = {
  info: (facts: object, message: string) => void;
  error: (facts: object, message: string) => void;
};

/** Says once that something fails and once that it works again; a database that is away would fill the log. */
export function faultLog(log: Log, what: string) {
  let failing = false;
  return {
    note(error: unknown) {
      if (!failing) log.error({ err: error }, `${what} fails`);
      failing = true;
    },
    over() {
      if (failing) log.info({}, `${what} works again`);
      failing = false;
    },
  };
}
