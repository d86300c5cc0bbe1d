import pino from "pino";
import { releaseDueMedia } from "#app/services/media-releases.server.ts";
import { endDueOperations } from "#app/services/operations.server.ts";
import { remindOfTallies, settleTallyQuestions } from "#app/services/tally-watch.server.ts";
import { openDatabase } from "#db/client.server.ts";
import { freezeDeadlines } from "#db/queries/deadlines.server.ts";
import { startJobs } from "#realtime/jobs.ts";

/** A process that runs the jobs of the product over a database until it is killed. */
const [appUrl = ""] = process.argv.slice(2);
const { db } = openDatabase(appUrl, { max: 6 });
const house = { db, poke: () => {} };
await startJobs({
  appUrl,
  log: pino({ level: "silent" }),
  work: {
    "end-due-operations": () => endDueOperations(house),
    "settle-tally-questions": () => settleTallyQuestions(house),
    "remind-of-tallies": () => remindOfTallies(house),
    "freeze-deadlines": () => freezeDeadlines(db),
    "release-media": () => releaseDueMedia(house),
    "sweep-files": async () => {},
  },
});
process.stdout.write("ready\n");
