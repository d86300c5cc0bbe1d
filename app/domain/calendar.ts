const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for a day that exists in the calendar: 2021-02-30 does not. */
export function isLocalDate(text: string): boolean {
  const parts = SHAPE.exec(text);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((utcMidnight(to) - utcMidnight(from)) / 86_400_000);
}

export function addDays(date: string, days: number): string {
  return new Date(utcMidnight(date) + days * 86_400_000).toISOString().slice(0, 10);
}

function utcMidnight(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}

/** The calendar day of an instant in a named zone (IANA), for example the operational day. */
export function localDateIn(zone: string, instant: Date): string {
  return daysOf(zone).format(instant);
}

const DAYS = new Map<string, Intl.DateTimeFormat>();

/** Making a format takes a hundred times longer than using it; there are as many as zones that operations name. */
function daysOf(zone: string): Intl.DateTimeFormat {
  const made = DAYS.get(zone);
  if (made) return made;
  const days = new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" });
  DAYS.set(zone, days);
  return days;
}

/** The instant at which a wall clock in a named zone shows this date and time ("18:00"). */
export function instantAt(zone: string, date: string, time: string): Date {
  const wanted = Date.parse(`${date}T${time}:00Z`);
  // Two rounds settle every offset, those around a clock change too.
  let guess = wanted;
  for (let round = 0; round < 2; round++) guess = wanted - offsetAt(zone, new Date(guess));
  return new Date(guess);
}

function offsetAt(zone: string, instant: Date): number {
  const shown = new Intl.DateTimeFormat("sv-SE", {
    timeZone: zone,
    dateStyle: "short",
    timeStyle: "medium",
  }).format(instant);
  return Date.parse(`${shown.replace(" ", "T")}Z`) - Math.floor(instant.getTime() / 1000) * 1000;
}

export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
