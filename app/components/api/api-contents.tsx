import { Link } from "@remix-run/react";
import { useText } from "#app/components/ui/text-context.tsx";
import type { GuideContents, GuidePart } from "#app/domain/api/guide.ts";

type ApiContentsProps = { contents: GuideContents; part: GuidePart };

/** All pages of the guide; the calls of the one that is open stand under it. */
export function ApiContents({ contents: { tags, webhooks, schemas }, part }: ApiContentsProps) {
  const text = useText();
  const open = openedBy(part);
  return (
    <nav className="api-contents stack" aria-label={text("machine.guide.contents")}>
      <ul>
        <Way to="/machines" here={part.kind === "start"}>
          {text("machine.guide.begin")}
        </Way>
        {tags.map(({ tag, calls }) => (
          <Way key={tag} to={`/machines/${tag}`} here={open === tag} calls={calls}>
            {text.label(`machine.guide.tag.${tag}`)}
          </Way>
        ))}
        <Way
          to="/machines/webhooks"
          here={part.kind === "webhooks"}
          calls={webhooks.map((name) => ({ method: "POST", name }))}
        >
          {text("machine.guide.webhooks")}
        </Way>
      </ul>
      <p className="caption">{text("machine.guide.schemas")}</p>
      <ul lang="en">
        {schemas.map((name) => (
          <Way key={name} to={`/machines/${name}`} here={open === name}>
            <code>{name}</code>
          </Way>
        ))}
      </ul>
    </nav>
  );
}

function openedBy(part: GuidePart): string | undefined {
  if (part.kind === "calls") return part.tag;
  return part.kind === "schema" ? part.name : undefined;
}

type WayProps = {
  to: string;
  here: boolean;
  calls?: readonly { method: string; name: string }[];
  children: React.ReactNode;
};

function Way({ to, here, calls = [], children }: WayProps) {
  return (
    <li>
      <Link to={to} className="link" aria-current={here ? "page" : undefined}>
        {children}
      </Link>
      {here && calls.length > 0 && (
        <ul lang="en">
          {calls.map(({ method, name }) => (
            <li key={name}>
              <a href={`#${name}`} className="link">
                <span className="api-method">{method}</span> {name}
              </a>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
