-- How each agency stood on each day. A case dated on a day that was said to be nil takes the nil off the record.
create temp table mark on commit drop as
with said as (
  select t.agency_id, t.day, min(t.at) as first_at, (array_agg(t.nil order by t.version desc))[1] as nil
  from asked a join tallies t on t.operation_id = a.operation_id and t.at <= a.as_of group by t.agency_id, t.day),
seized as (
  select distinct c.agency_id, c.day from asked a join standing c on c.stands_as = 'case' and c.released_at <= a.as_of),
stood as (
  select o.*, a.as_of, s.first_at, coalesce(s.nil, o.owes = 'nil', false) as nil, c.day is not null as seized
  from asked a cross join owed o
  left join said s on s.agency_id = o.agency_id and s.day = o.day
  left join seized c on c.agency_id = o.agency_id and c.day = o.day)
select agency_id, administration_id, day, owes = 'tally' or (nil and seized) as owing,
  case when nil and seized then case when as_of > due_at then 'missing' end
    when nil and not (owes is not distinct from 'tally' and first_at > due_at) then 'nil'
    when first_at is not null then case when owes = 'tally' and first_at > due_at then 'late' else 'reported' end
    when owes = 'tally' and as_of > due_at then 'missing' end as mark
from stood;
