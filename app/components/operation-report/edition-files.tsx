import { Link } from "@remix-run/react";
import { CommandForm, Send } from "#app/components/form/command-form.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { AWAITED_FORMS, FORMS_AT_ONCE } from "#app/domain/operation-report/report-forms.ts";

/** The forms of a frozen version: those that are made in the background, and those that go out at once. */
export function EditionFiles({ home, command }: { home: string; command: string }) {
  const text = useText();
  return (
    <div className="edition-files" id="files">
      {AWAITED_FORMS.map((form) => (
        <CommandForm key={form} command={command} intent="make_file" hidden={{ form }}>
          <Send kind="plain" size="small">
            {text(`operation_report.${form}`)}
          </Send>
        </CommandForm>
      ))}
      <LinksAtOnce home={home} />
    </div>
  );
}

/** In a list of versions: what goes out at once, and the way to where all other forms are asked for. */
export function EditionLinks({ home }: { home: string }) {
  const text = useText();
  return (
    <span className="edition-files">
      <Link to={`${home}#files`} className="link">
        {text("report_file.more")}
      </Link>
      <LinksAtOnce home={home} />
    </span>
  );
}

function LinksAtOnce({ home }: { home: string }) {
  const text = useText();
  return FORMS_AT_ONCE.map((form) => (
    <a key={form} href={`${home}/report.${form}`} className="link" download>
      {text(`operation_report.${form}`)}
    </a>
  ));
}
