/**
 * The session is an opaque token in one cookie; what it opens, PostgreSQL resolves in every transaction.
 * With https the name carries `__Host-`, so that no other host or path can set it.
 */
export function sessionCookieName(secure: boolean): string {
  return secure ? "__Host-naga_session" : "naga_session";
}

const NAMES = ["__Host-naga_session", "naga_session"];
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** The token of a cookie header, or null. HTTP and sockets read it here alike. */
export function tokenOfCookie(header: string | null | undefined): string | null {
  return tokenAmong(NAMES, header);
}

function tokenAmong(names: readonly string[], header: string | null | undefined): string | null {
  const pairs = (header ?? "").split(";").map((pair) => pair.trim().split("="));
  for (const name of names) {
    const token = pairs.find(([key]) => key === name)?.[1];
    if (token && TOKEN.test(token)) return token;
  }
  return null;
}

const WALL_NAMES = ["__Host-naga_wall", "naga_wall"];

/** What opens the wall of this screen, or null: it opens nothing else, and a session opens no wall. */
export function wallTokenOfCookie(header: string | null | undefined): string | null {
  return tokenAmong(WALL_NAMES, header);
}

export function wallCookie(token: string, { secure, until }: { secure: boolean; until: Date }): string {
  const name = secure ? "__Host-naga_wall" : "naga_wall";
  const parts = [`${name}=${token}`, "Path=/", "HttpOnly", "SameSite=Lax", `Expires=${until.toUTCString()}`];
  return [...parts, ...(secure ? ["Secure"] : [])].join("; ");
}

/** The key of an `Authorization: Bearer` header, or null. */
export function tokenOfBearer(header: string | null | undefined): string | null {
  const token = /^Bearer ([A-Za-z0-9_-]{43})$/.exec(header ?? "")?.[1];
  return token ?? null;
}

export function sessionCookie(token: string, { secure, hours }: { secure: boolean; hours: number }): string {
  const parts = [
    `${sessionCookieName(secure)}=${token}`,
    "Path=/",
    "HttpOnly",
    "SameSite=Lax",
    `Max-Age=${hours * 3600}`,
  ];
  return [...parts, ...(secure ? ["Secure"] : [])].join("; ");
}

export function endedSessionCookie(secure: boolean): string {
  return sessionCookie("", { secure, hours: 0 });
}
