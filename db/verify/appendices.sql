-- The appendix in which the species stood on the day of the occurrence, by the list that judged it: that of the origin's
-- own population before the general one. What no list judged was in none of those that Naga brings.
create temp table listed on commit drop as
select g.id, g.confirmed, l.appendix
from goods g
join judged j on j.id = g.id and j.line = g.line
cross join lateral (
  select t.appendix from taxon_listings t
  where t.taxon_id = g.item ->> 'taxonId'
    and (g.told ->> 'occurredOn')::date >= coalesce(t.valid_from, '-infinity')
    and case when j.source_id is not null then t.source_id = j.source_id
      else t.source_id not like 'checklist:%' and (g.told ->> 'occurredOn')::date <= coalesce(t.valid_to, 'infinity') end
    and (t.populations = '{}' or t.populations && array(
      select n #>> '{place,country}' from jsonb_array_elements(g.told -> 'route') n where n ->> 'role' = 'origin'))
  -- Of one list the latest before that day: where it ends may have been moved by the list after it.
  order by t.populations = '{}', coalesce(t.valid_from, '-infinity') desc, t.no limit 1) l
where g.in_total;
