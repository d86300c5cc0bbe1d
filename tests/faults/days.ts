let days = 0;

/** Another day of the operation each time, of which nobody has said anything. */
export const nextDay = () => new Date(Date.UTC(2021, 5, 1 + days++)).toISOString().slice(0, 10);
