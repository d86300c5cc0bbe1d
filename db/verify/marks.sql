-- How each agency stood on each day. A case dated on a day that was said to be nil takes the nil off the record. In a
-- week of which one tally is due, the case belongs to the next day on which one is due or was given.
create temp table mark on commit drop as
with said as (
  select t.agency_id, t.day, min(t.at) as first_at, (array_agg(t.nil order by t.version desc))[1] as nil
  from asked a join tallies t on t.operation_id = a.operation_id and t.at <= a.as_of group by t.agency_id, t.day),
seized as (
  select distinct c.agency_id, case when o.weekly then e.day else c.day end as day
  from asked a join standing c on c.stands_as = 'case' and c.released_at <= a.as_of
  left join owed o on o.agency_id = c.agency_id and o.day = c.day
  left join lateral (
    select min(n.day) as day from owed n left join said s on s.agency_id = n.agency_id and s.day = n.day
    where n.agency_id = c.agency_id and n.day >= c.day and (n.owes is not null or s.day is not null or not n.weekly)) e on true),
stood as (
  select o.*, a.as_of, s.first_at, coalesce(s.nil, o.owes = 'nil', false) as nil, c.day is not null as seized
  from asked a cross join owed o
  left join said s on s.agency_id = o.agency_id and s.day = o.day
  left join seized c on c.agency_id = o.agency_id and c.day = o.day
  where o.day >= a.first_day)
select agency_id, administration_id, day, owes = 'tally' or (nil and seized) as owing,
  case when nil and seized then case when as_of > due_at then 'missing' end
    when nil and not (owes is not distinct from 'tally' and first_at > due_at) then 'nil'
    when first_at is not null then case when owes = 'tally' and first_at > due_at then 'late' else 'reported' end
    when owes = 'tally' and as_of > due_at then 'missing' end as mark
from stood;
