import { doneOf, refusalOf } from "#app/components/form/answer.ts";
import { CommandForm, Send } from "#app/components/form/command-form.tsx";
import { useRounds } from "#app/components/form/use-rounds.ts";
import { Field } from "#app/components/ui/field.tsx";
import { TextArea } from "#app/components/ui/inputs.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { Time } from "#app/components/ui/time.tsx";
import type { FormAnswer } from "#app/form-answer.ts";
import type { Thread } from "./comment-types.ts";
import "./comments.css";

type CommentsProps = {
  section: string;
  threads: readonly Thread[];
  mayWrite: boolean;
  command: string;
  answer: unknown;
};

/** What those who write a report say to each other of one section. */
export function Comments({ section, threads, ...asking }: CommentsProps) {
  const text = useText();
  const own = threads.filter((thread) => thread.section === section);
  const open = own.filter(({ resolved }) => !resolved).length;
  if (own.length === 0 && !asking.mayWrite) return null;
  return (
    <details className="comments" open={open > 0 || undefined}>
      <summary>{text("operation_report.comments", { n: open })}</summary>
      <ul>
        {own.map((thread) => (
          <li key={thread.id} className={thread.resolved ? "comment-thread comment-resolved" : "comment-thread"}>
            <ThreadView thread={thread} {...asking} />
          </li>
        ))}
      </ul>
      {asking.mayWrite && <Say section={section} thread="" {...asking} />}
    </details>
  );
}

type Asking = Omit<CommentsProps, "section" | "threads">;

function ThreadView({ thread, ...asking }: Asking & { thread: Thread }) {
  const text = useText();
  const { id, section, resolved, comments } = thread;
  return (
    <>
      {comments.map(({ id: comment, author, at, body }) => (
        <div key={comment} className="comment">
          <p className="caption">
            {author} · <Time at={at} />{" "}
            {resolved && comment === id && <Tag>{text("operation_report.comment.resolved")}</Tag>}
          </p>
          <p dir="auto">{body}</p>
        </div>
      ))}
      {asking.mayWrite && (
        <div className="comment-acts">
          <CommandForm
            command={asking.command}
            intent="mark_thread"
            hidden={{ thread: id, resolved: resolved ? "no" : "yes" }}
          >
            <Send kind="plain" size="small">
              {text(resolved ? "operation_report.comment.reopen" : "operation_report.comment.resolve")}
            </Send>
          </CommandForm>
          <details>
            <summary>{text("operation_report.comment.reply")}</summary>
            <Say section={section} thread={id} {...asking} />
          </details>
        </div>
      )}
    </>
  );
}

/** Begins a thread, or says more in one. */
function Say({ section, thread, command, answer }: Asking & { section: string; thread: string }) {
  const text = useText();
  const rounds = useRounds(answer, (said) => doneOf(said) === "comment" && isHere(said, section, thread));
  const refusal = refusalOf(answer, "comment");
  const refused = refusal?.form.thread === thread && refusal.form.section === section ? refusal : undefined;
  return (
    <CommandForm key={rounds} command={command} intent="comment" hidden={{ section, thread }} className="stack">
      <Field label={text("operation_report.comment.body")} errors={refused?.fields.body}>
        <TextArea name="body" rows={2} defaultValue={typedIn(refused)} />
      </Field>
      <div>
        <Send kind="plain" size="small">
          {text(thread === "" ? "operation_report.comment.send" : "operation_report.comment.reply")}
        </Send>
      </div>
    </CommandForm>
  );
}

function isHere(answer: unknown, section: string, thread: string): boolean {
  if (typeof answer !== "object" || answer === null) return false;
  return "section" in answer && answer.section === section && "thread" in answer && answer.thread === thread;
}

function typedIn(refused: FormAnswer | undefined): string {
  const typed = refused?.form.body;
  return typeof typed === "string" ? typed : "";
}

/** In what a draft still lacks: how many threads are open, with a way to the first. */
export function OpenComments({ threads }: { threads: readonly Thread[] }) {
  const text = useText();
  const open = threads.filter(({ resolved }) => !resolved);
  const [first] = open;
  if (!first) return null;
  return (
    <li>
      <a href={`#section-${first.section}`} className="link">
        {text("operation_report.missing.comments", { n: open.length })}
      </a>
    </li>
  );
}
