import { CommentSaid, ThreadMarked } from "./domain/operation-report/comment.ts";
import { AudienceChanged, SaidLess } from "./domain/operation-report/report.ts";
import { SignaturesAsked } from "./domain/operation-report/signing.ts";
import { commandOf, parsed, textOf } from "./form.server.ts";
import { reportIn } from "./operation-report-form.server.ts";
import type { Acting } from "./services/house.server.ts";
import { changeAudience } from "./services/report-audience.server.ts";
import { commentOnSection, markThread } from "./services/report-comments.server.ts";
import { askSignatures } from "./services/report-signing.server.ts";
import { sayLess } from "./services/report-suppression.server.ts";

type Sent = { acting: Acting; report: string | undefined; form: FormData; intent: string };

/** What is done beside a draft, by the name of its form; null where the form is of the draft itself. */
export async function changeBesideDraftByForm({ acting, report: address, form, intent }: Sent) {
  const report = reportIn(address);
  const [section, thread] = [textOf(form, "section"), textOf(form, "thread")];
  switch (intent) {
    case "ask_signatures":
      await askSignatures(
        acting,
        commandOf(
          form,
          parsed(SignaturesAsked, {
            ...{ report, administrations: form.getAll("administrations[]"), sections: form.getAll("sections[]") },
          }),
        ),
      );
      break;
    case "change_audience": {
      const said = { report, audience: textOf(form, "audience"), from: textOf(form, "from") };
      await changeAudience(acting, commandOf(form, parsed(AudienceChanged, said)));
      break;
    }
    case "say_less": {
      const said = { report, under: textOf(form, "under"), from: textOf(form, "from") };
      await sayLess(acting, commandOf(form, parsed(SaidLess, said)));
      break;
    }
    case "comment":
      await commentOnSection(
        acting,
        commandOf(form, parsed(CommentSaid, { report, section, thread: thread || null, body: textOf(form, "body") })),
      );
      break;
    case "mark_thread":
      await markThread(
        acting,
        commandOf(form, parsed(ThreadMarked, { report, thread, resolved: textOf(form, "resolved") === "yes" })),
      );
      break;
    default:
      return null;
  }
  return { done: intent, section, thread };
}
