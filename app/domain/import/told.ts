import { type Note, note, type Understood } from "./understood.ts";

/** A sentence about a field of the record. */
export type FieldNote = Note & { field: string };

/** What was told, asked and refused while a row was read. */
export class Told {
  readonly notes: FieldNote[] = [];
  readonly questions = new Set<string>();
  readonly errors = new Set<string>();

  /** The value of a reading, with what it tells or asks noted under its field; null where there is none. */
  take<T>(field: string, read: Understood<T>): T | null {
    if (read.state === "empty") return null;
    for (const one of read.notes) this.notes.push({ ...one, field });
    if (read.state === "unread") {
      this.questions.add(field);
      return null;
    }
    if (read.state === "asked") this.questions.add(field);
    return read.value;
  }

  ask(field: string, key: string, params?: Record<string, string>) {
    this.questions.add(field);
    this.tell(field, key, params);
  }

  refuse(field: string, key: string, params?: Record<string, string>) {
    this.errors.add(field);
    this.tell(field, key, params);
  }

  tell(field: string, key: string, params?: Record<string, string>) {
    this.notes.push({ ...note(key, params), field });
  }
}
