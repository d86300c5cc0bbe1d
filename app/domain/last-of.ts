/** The last that fits, and where it is: browsers have had these of their own only since 2022. */
export function lastOf<T>(list: readonly T[], fits: (one: T) => boolean): T | undefined {
  const at = lastIndexOf(list, fits);
  return at < 0 ? undefined : list[at];
}

export function lastIndexOf<T>(list: readonly T[], fits: (one: T) => boolean): number {
  for (let at = list.length - 1; at >= 0; at--) {
    const one = list[at];
    if (one !== undefined && fits(one)) return at;
  }
  return -1;
}
