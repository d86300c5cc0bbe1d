/** The server has the report: it waits here no more, and its photos may follow. */
export function noteSent(person: string, record: string): void {
  Promise.all([import("#app/outbox/entries.ts"), import("#app/outbox/start.ts")])
    .then(async ([{ forgetReport }, { startSending }]) => {
      await forgetReport(person, record);
      startSending();
    })
    // A browser that keeps nothing has nothing to forget.
    .catch(() => {});
}
