-- The appendix in which the species stood on the day of the occurrence: that of the origin's own population before the
-- general one.
create temp table listed on commit drop as
select g.id, g.confirmed, l.appendix
from goods g
cross join lateral (
  select t.appendix from taxon_listings t
  where t.taxon_id = g.item ->> 'taxonId'
    and (g.told ->> 'occurredOn')::date between coalesce(t.valid_from, '-infinity') and coalesce(t.valid_to, 'infinity')
    and (t.populations = '{}' or t.populations && array(
      select n #>> '{place,country}' from jsonb_array_elements(g.told -> 'route') n where n ->> 'role' = 'origin'))
  order by t.populations = '{}', t.no limit 1) l
where g.in_total;
