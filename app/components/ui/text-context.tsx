import { createContext, Fragment, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { todaysZone } from "#app/domain/zone-name.ts";
import { formatOf, makeText, type TextOf } from "#app/messages/catalogue.ts";
import { type Format, makeFormat } from "#app/messages/format.ts";
import type { Locale, MessageKey, MessageValues } from "#app/messages/index.ts";

type Reader = { text: TextOf; format: Format };

const ReaderContext = createContext<Reader | null>(null);
/** Apart from the language, so that the clock wakes only what shows the time. */
const NowContext = createContext<Date | null>(null);

const TICK = 20_000;

type TextProviderProps = {
  locale: Locale;
  /** The reader's time zone as far as the server knows it; the browser's own takes its place after hydration. */
  zone: string;
  /** The instant for which the server drew the page, so that both ends draw the same. */
  now: string;
  children: ReactNode;
};

/** Language, zone and clock of the reader for everything below. */
export function TextProvider({ locale, zone: toldZone, now: drawnAt, children }: TextProviderProps) {
  const [zone, setZone] = useState(toldZone);
  const [now, setNow] = useState(() => new Date(drawnAt));
  useEffect(() => {
    const own = todaysZone(Intl.DateTimeFormat().resolvedOptions().timeZone);
    if (own) {
      setZone(own);
      // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser we serve.
      document.cookie = `naga_zone=${encodeURIComponent(own)}; Path=/; Max-Age=31536000; SameSite=Lax`;
    }
    setNow(new Date());
    const timer = setInterval(() => setNow(new Date()), TICK);
    return () => clearInterval(timer);
  }, []);
  const reader = useMemo(() => ({ text: makeText(locale), format: makeFormat(locale, zone) }), [locale, zone]);
  return (
    <ReaderContext.Provider value={reader}>
      <NowContext.Provider value={now}>{children}</NowContext.Provider>
    </ReaderContext.Provider>
  );
}

/** The same words in another zone, for what is below. */
export function InZone({ zone, children }: Pick<TextProviderProps, "zone" | "children">) {
  const { text } = useReader();
  const reader = useMemo(() => ({ text, format: makeFormat(text.locale, zone) }), [text, zone]);
  return <ReaderContext.Provider value={reader}>{children}</ReaderContext.Provider>;
}

function useReader(): Reader {
  return inside(useContext(ReaderContext));
}

function inside<T>(value: T | null): T {
  if (value === null) throw new Error("A component that shows text stands outside of TextProvider");
  return value;
}

/** A message by its key, with its values, in the reader's language. */
export function useText(): TextOf {
  return useReader().text;
}

/** Numbers, quantities, days and times in the reader's language and zone. */
export function useFormat(): Format {
  return useReader().format;
}

/** The time, moving on every twenty seconds; the instant of drawing on the server and during hydration. */
export function useNow(): Date {
  return inside(useContext(NowContext));
}

type Tags = Readonly<Record<string, (children: ReactNode) => ReactNode>>;

const TAGS: Tags = {
  b: (children) => <b>{children}</b>,
  i: (children) => <i>{children}</i>,
  unknown: (children) => <span className="unknown">{children}</span>,
};

type RichTextProps = { id: MessageKey; values?: MessageValues; tags?: Tags };

/** A message with marked parts: <b>, <i> and <unknown> work everywhere, other tags (links) are passed in. */
export function RichText({ id, values, tags }: RichTextProps) {
  const { text } = useReader();
  const renderers = Object.fromEntries(
    Object.entries({ ...TAGS, ...tags }).map(([name, draw]) => [
      name,
      (parts: ReactNode[]) => draw(parts.map((part, index) => <Fragment key={String(index)}>{part}</Fragment>)),
    ]),
  );
  const drawn = formatOf(text.locale, id)?.format<ReactNode>({ ...values, ...renderers });
  const parts = Array.isArray(drawn) ? drawn : [drawn ?? id];
  return parts.map((part, index) => <Fragment key={String(index)}>{part}</Fragment>);
}
