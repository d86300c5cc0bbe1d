import type postgres from "postgres";

/** Listings that an installation loaded itself are numbered from here on, out of the way of those that come with Naga. */
export const OWN_FROM = 1001;

/**
 * Of two listings of a taxon the one that begins later ends the other the day before, where an installation's own is
 * among them; what began on the same day gives way to the own one. Nothing is deleted: a listing that gave way at once
 * is kept with an end before its beginning.
 */
export async function endWhereOthersBegin(tx: postgres.TransactionSql): Promise<void> {
  await tx`
    update taxon_listings one set valid_to = later.begins - 1
    from (
      select earlier.taxon_id, earlier.no, min(other.valid_from) as begins
      from taxon_listings earlier
      join taxon_listings other on other.taxon_id = earlier.taxon_id and other.no <> earlier.no
      where (earlier.no >= ${OWN_FROM} or other.no >= ${OWN_FROM})
        and other.populations in ('{}', earlier.populations)
        and (earlier.valid_to is null or earlier.valid_to >= other.valid_from)
        and (coalesce(earlier.valid_from, '-infinity') < other.valid_from
          or (earlier.valid_from = other.valid_from and earlier.no < other.no and other.no >= ${OWN_FROM}))
      group by earlier.taxon_id, earlier.no
    ) later
    where later.taxon_id = one.taxon_id and later.no = one.no`;
}
