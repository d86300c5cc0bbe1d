import { Refusal } from "#db/refusal.ts";

/** Runs a program of the command line: a refusal is printed as its one line, and the process leaves with code 1. */
export async function withOneLineRefusals(program: () => Promise<void>): Promise<void> {
  try {
    await program();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

/** The reasons for which a port cannot be had, in words. */
export function portRefusal(error: unknown, port: number, host: string): Refusal | undefined {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE") {
    return new Refusal(
      `Port ${port} is in use: stop what runs there, or choose another, for example PORT=${port + 1} npm start.`,
    );
  }
  if (code === "EACCES") {
    return new Refusal(
      `Port ${port} is not open to this user: choose one above 1023, for example PORT=3000 npm start.`,
    );
  }
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND" || code === "EAI_AGAIN") {
    return new Refusal(
      `${host} is no address of this machine: set HOST to 127.0.0.1, or to 0.0.0.0 for all addresses.`,
    );
  }
}
