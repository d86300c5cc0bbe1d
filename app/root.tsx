import sansFile from "@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?url";
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useLoaderData, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { useOutboxOfDevice } from "./components/outbox/use-outbox-of-device.ts";
import { ErrorPage, statusOf } from "./components/shell/error-page.tsx";
import { FactsAheadScript } from "./components/shell/facts-ahead.tsx";
import { useFirstAddress } from "./components/shell/first-document.ts";
import { DRAWS_OUR_FONTS, LetterFonts } from "./components/shell/letter-fonts.tsx";
import { AnnouncerProvider } from "./components/ui/announcer.tsx";
import { TextProvider } from "./components/ui/text-context.tsx";
import { LANGUAGES } from "./messages/index.ts";
import { useNonce } from "./nonce.ts";
import { useTextsOfPage } from "./page-texts.ts";
import { pageTitle, productName } from "./page-title.ts";
import { readerOf } from "./reader.server.ts";
import "./styles/index.css";

export const links: LinksFunction = () => [
  { rel: "icon", href: "/favicon.ico", sizes: "32x32" },
  { rel: "icon", href: "/logo.svg", type: "image/svg+xml" },
  { rel: "apple-touch-icon", href: "/icon-192.png" },
  { rel: "manifest", href: "/naga.webmanifest" },
  {
    ...{ rel: "preload", href: sansFile, as: "font", type: "font/woff2", crossOrigin: "anonymous" },
    media: DRAWS_OUR_FONTS,
  },
];

export const meta: MetaFunction<typeof loader> = ({ matches, error }) => [
  { title: error ? pageTitle(matches, `error_page.${statusOf(error)}.title`) : productName(matches) },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  return { ...(await readerOf(request, context)), now: new Date().toISOString(), requestId: context.requestId };
}

/** Who reads and how changes only by a new document: theme, language and session all end in a full load. */
export function shouldRevalidate() {
  return false;
}

/** What to draw with when the loader itself could not answer. */
const PLAIN = { locale: "en", theme: "dark", density: "dense", zone: "UTC" } as const;

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  useFirstAddress();
  const reader = useRouteLoaderData<typeof loader>("root") ?? { ...PLAIN, now: new Date().toISOString() };
  const { locale, theme, density, zone, now } = reader;
  const texts = useTextsOfPage(locale);
  return (
    <html
      lang={LANGUAGES[locale].tag}
      dir="ltr"
      data-locale={locale}
      data-texts={texts.join(" ")}
      data-theme={theme}
      data-density={density}
      suppressHydrationWarning
    >
      <head>
        <meta charSet="utf-8" />
        <FactsAheadScript />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content={theme} />
        <meta name="theme-color" content={theme === "dark" ? "#10181a" : "#fcfbf9"} />
        <Meta />
        <Links />
        {texts.map((href) => (
          <link key={href} rel="preload" as="fetch" href={href} crossOrigin="anonymous" />
        ))}
      </head>
      <body>
        <TextProvider locale={locale} zone={zone} now={now}>
          <AnnouncerProvider>{children}</AnnouncerProvider>
        </TextProvider>
        <LetterFonts />
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  useOutboxOfDevice(useLoaderData<typeof loader>().person);
  return <Outlet />;
}

export { ErrorPage as ErrorBoundary };
