-- Cases under each value of what they are sorted by, each once under each; '-' where it is not known. By reporter a joint
-- case stands once for each that told of it.
insert into line
with sorted as (
  select distinct s.figure, coalesce(s.first, '-') || coalesce('/' || s.second, '') as key, s.id, s.confirmed
  from (
    select 'byReporter' as figure, k.kind as first, c.reporter as second, c.id, c.confirmed
      from told_case c join kind k on k.id = c.id
    union all select v.figure, v.first, v.second, c.id, c.confirmed
      from told_case c join kind k on k.id = c.id, lateral (values
        ('byDay', coalesce(c.day::text, '-'), k.kind), ('byMode', k.kind, c.input ->> 'mode'),
        ('byCountry', c.input #>> '{place,country}', k.kind), ('byPlaceKind', k.kind, c.input ->> 'placeKind'),
        ('byDirection', c.input ->> 'direction', k.kind)) v(figure, first, second)
      where c.in_total
    union all select v.figure, v.first, null, g.id, g.confirmed
      from goods g, lateral (values ('bySlot', g.slot), ('byGroup', g.group_code), ('byFamily', g.family)) v(figure, first)
      where g.in_total
    union all select 'slotByMode', g.told ->> 'mode', g.slot, g.id, g.confirmed from goods g where g.in_total
    union all select 'byDetection', d.code, null, c.id, c.confirmed
      from told_case c left join lateral jsonb_array_elements_text(c.input -> 'detections') d(code) on true where c.in_total
    union all select 'byConcealment', d.code, null, c.id, c.confirmed
      from told_case c left join lateral jsonb_array_elements_text(c.input -> 'concealmentMethods') d(code) on true
      where c.in_total
    union all select 'slotByConcealment', d.code, g.slot, g.id, g.confirmed
      from goods g left join lateral jsonb_array_elements_text(g.told -> 'concealmentMethods') d(code) on true
      where g.in_total
    union all select 'corridors', l.start || l.way || l.finish, null, c.id, c.confirmed
      from told_case c left join leg l on l.id = c.id and l.start <> l.finish where c.in_total
    union all select 'counts/cites', x.appendix, null, x.id, x.confirmed from listed x) s),
counted as (
  select figure, key, count(*) as total, count(*) filter (where confirmed) as confirmed from sorted group by figure, key)
select n.figure || '/' || n.key || '/' || v.name, v.value::text
from counted n,
  lateral (values ('total', n.total), ('confirmed', n.confirmed), ('provisional', n.total - n.confirmed)) v(name, value);
