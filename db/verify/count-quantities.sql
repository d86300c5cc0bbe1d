-- Quantities by slot, by commodity and of live animals: each unit for itself, estimates apart, and in how many cases none
-- is known. Nothing is added across units.
insert into line
with sorted as (
  select v.figure, v.key, g.* from goods g, lateral (values ('quantityBySlot', '/' || g.slot),
    ('quantityByCommodity', '/' || g.commodity), ('liveAnimals', case when g.live then '' end)) v(figure, key)
  where g.in_total and v.key is not null),
summed as (
  select figure, key, measure, coalesce(sum(amount) filter (where not estimated), 0) as total,
    coalesce(sum(amount) filter (where confirmed and not estimated), 0) as confirmed,
    count(distinct id) filter (where not estimated) as cases, count(distinct id) filter (where at_least) as at_least,
    coalesce(sum(amount) filter (where estimated), 0) as estimated,
    count(distinct id) filter (where estimated) as estimated_cases
  from sorted where measure is not null group by figure, key, measure)
select s.figure || '/rows' || s.key || '/' || s.measure || '/' || v.name, trim_scale(v.value)::text
from summed s, lateral (values ('total', s.total), ('confirmed', s.confirmed), ('cases', s.cases::numeric),
  ('atLeast', s.at_least), ('estimated', s.estimated), ('estimatedCases', s.estimated_cases)) v(name, value)
union all
select w.figure || '/without' || w.key || '/cases', count(*)::text
from (select figure, key, id from sorted group by figure, key, id having count(measure) = 0) w group by w.figure, w.key;
