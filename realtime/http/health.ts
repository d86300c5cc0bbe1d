import type { Request, Response } from "express";
import type postgres from "postgres";

const ANSWER_WITHIN_MS = 2_000;

/** The process is alive, whatever the state of its database. */
export function alive(_req: Request, res: Response): void {
  res.setHeader("Cache-Control", "no-store").type("text").send("ok");
}

/** Requests can be served: the database answers, and the process is not going down. */
export function ready(sql: postgres.Sql, isClosing: () => boolean) {
  return async (_req: Request, res: Response): Promise<void> => {
    const able = !isClosing() && (await answers(sql));
    res.setHeader("Cache-Control", "no-store");
    if (!able) res.setHeader("Retry-After", "2");
    res.status(able ? 200 : 503).json({ ready: able });
  };
}

async function answers(sql: postgres.Sql): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, ANSWER_WITHIN_MS, false);
  });
  const asked = sql`select 1`.then(
    () => true,
    () => false,
  );
  const answered = await Promise.race([asked, tooLate]);
  clearTimeout(timer);
  return answered;
}
