import type { ViewNotice } from "./views-types.ts";

/** Several notices of one view and one filter as one, from the first case to what was told last; the latest view first. */
export function byView(notices: readonly ViewNotice[]): ViewNotice[] {
  const views = new Map<string, ViewNotice>();
  for (const notice of notices) {
    const key = `${notice.viewId} ${notice.query}`;
    const later = views.get(key);
    const { cases, firstAt, seizures } = notice;
    views.set(
      key,
      later ? { ...later, cases: later.cases + cases, firstAt, seizures: [...later.seizures, ...seizures] } : notice,
    );
  }
  return [...views.values()];
}
