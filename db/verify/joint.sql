-- Joint cases: messages that links hold together, where at least one of these says 'one consignment'. Which of them goes
-- before the others was settled when the last link came or went, by what each said then: what counts, a take-down after a
-- controlled delivery, a seizure, the earliest day.
create temp table joint on commit drop as
with recursive links as materialized (
  select d.* from asked a join duplicates d on d.operation_id = a.operation_id where d.state in ('merged', 'joined')),
ways as (select kept as one, dropped as other from links union select dropped, kept from links),
reach as (select one as id, one as other from ways union select r.id, w.other from reach r join ways w on w.one = r.other),
parts as (select id, min(other::text) as part from reach group by id),
joined as (select distinct p.part from parts p join links l on l.kept = p.id and l.state = 'joined'),
-- Every link that was agreed to, those since undone too: with each the order was settled anew.
settled as (
  select p.part, max(e.arrival) as arrival
  from parts p
  join asked a on true
  join duplicates d on d.operation_id = a.operation_id and p.id in (d.kept, d.dropped)
    and d.kept_agreed_by is not null and d.dropped_agreed_by is not null
  join streams s on s.operation_id = a.operation_id and s.kind = 'desk'
  join events e on e.stream_id = s.id and e.type = 'duplicate.closed'
  join event_bodies b on b.event_id = e.id and (b.body::jsonb ->> 'duplicate')::uuid = d.id
  group by p.part),
then_told as (
  select m.id, p.part, m.released_at,
    coalesce(v.input, m.input) as input, not m.merged and coalesce(v.change_kind, '') <> 'withdrawn' as stood
  from parts p
  join joined j on j.part = p.part
  join message m on m.id = p.id
  left join settled s on s.part = p.part
  left join lateral (select t.input, t.change_kind from told_version t where t.id = m.id and t.arrival <= s.arrival
    order by t.version desc limit 1) v on true)
select id, part as joint, row_number() over (partition by part order by stood desc,
  input ->> 'eventKind' = 'controlled_delivery_takedown' desc, input ->> 'eventKind' = 'seizure' desc,
  (input ->> 'occurredOn')::date, released_at, id) as place
from then_told;
alter table joint add primary key (id);
