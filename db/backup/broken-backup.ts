/** What is wrong with a backup that is being read; `why` goes on from "… is no whole backup: ". */
export class BrokenBackup extends Error {
  constructor(why: string) {
    super(why);
    this.name = "BrokenBackup";
  }
}
