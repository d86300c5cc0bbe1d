-- In the sheet of a group of goods: charges, verdicts and disposals that stood as told by then, and in how many of its cases.
-- What came of a merged message came of the case that goes on counting.
insert into line
with recursive under as (
  select d.dropped, d.kept from asked a join duplicates d on d.operation_id = a.operation_id and d.state = 'merged'
  union
  select u.dropped, d.kept from under u, asked a join duplicates d on d.operation_id = a.operation_id and d.state = 'merged'
  where d.dropped = u.kept),
newest as (
  select o.seizure_id, o.kind, coalesce(o.said ->> 'result', o.said ->> 'disposal') as what
  from asked a join seizure_outcomes o on o.operation_id = a.operation_id and o.at <= a.as_of
  where a.group_code is not null and o.kind in ('charge', 'verdict', 'disposal') and not o.withdrawn
    and not exists (select from seizure_outcomes n where n.operation_id = o.operation_id and n.id = o.id
      and n.version > o.version and n.at <= a.as_of)),
told as (
  select n.kind, n.what, coalesce(s.joint::text, s.id::text) as one_case
  from newest n join standing s on s.stands_as = 'case' and s.in_period
    and (s.id = n.seizure_id or s.id in (select u.kept from under u where u.dropped = n.seizure_id))),
counted as (
  select kind, '-' as what, count(*) as outcomes, count(distinct one_case) as cases from told group by kind
  union all
  select kind, what, count(*), count(distinct one_case) from told where what is not null group by kind, what)
select 'counts/outcomes/' || c.kind || '/' || c.what || '/' || v.name, v.value::text
from counted c, lateral (values ('outcomes', c.outcomes), ('cases', c.cases)) v(name, value);
