import { megabytes } from "#db/backup/describe.ts";

const EVERY_MS = 5_000;

/** Says on standard error, every few seconds, how far it is; what is printed at the end stands alone on standard output. */
export class ToldProgress {
  private bytes = 0;
  private readonly began = performance.now();
  private told = this.began;
  private readonly verb: string;

  constructor(verb: string) {
    this.verb = verb;
  }

  readonly count = (bytes: number): void => {
    this.bytes += bytes;
    if (performance.now() - this.told < EVERY_MS) return;
    this.told = performance.now();
    tell(`${this.sum()} …`);
  };

  sum(): string {
    const seconds = (performance.now() - this.began) / 1000;
    const speed = megabytes(this.bytes / Math.max(seconds, 0.001));
    return `${megabytes(this.bytes)} ${this.verb} in ${seconds.toFixed(1)} s, ${speed} a second`;
  }
}

export function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}
