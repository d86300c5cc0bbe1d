-- Confirmed is what the coordination unit has checked, unless after it something that counts was corrected or a merge
-- was undone: then nobody has looked at it as it stands.
create temp table confirmed on commit drop as
with said as (
  select (b.body::jsonb ->> 'seizure')::uuid as id, e.type, max(e.arrival) as arrival
  from asked a
  join streams s on s.operation_id = a.operation_id and s.kind = 'operation'
  join events e on e.stream_id = s.id and e.type in ('seizure.verified', 'seizure.unmerged')
  join event_bodies b on b.event_id = e.id
  group by 1, 2),
corrected as (
  select v.id, max(v.arrival) as arrival
  from told_version v join told_version b on b.id = v.id and b.version = v.version - 1
  where v.change_kind <> 'withdrawn' and v.countable <> b.countable
  group by v.id)
select v.id from said v
left join said u on u.id = v.id and u.type = 'seizure.unmerged'
left join corrected c on c.id = v.id
where v.type = 'seizure.verified' and v.arrival > coalesce(greatest(u.arrival, c.arrival), 0);
alter table confirmed add primary key (id);
