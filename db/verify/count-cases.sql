-- Cases in all, those whose release came late after their clearance, and how many are more than one reporter's.
insert into line
select n.figure || '/' || v.name, v.value::text
from (
  select 'cases' as figure, count(*) as total, count(*) filter (where confirmed) as confirmed
  from told_case where in_total
  union all
  select 'late', count(*), count(*) filter (where confirmed) from told_case, asked
  where in_total and released_at - cleared_at > late_limit_hours * interval '1 hour') n,
  lateral (values ('total', n.total), ('confirmed', n.confirmed), ('provisional', n.total - n.confirmed)) v(name, value)
union all
select 'joint/' || v.name, v.value::text
from (select count(*) as cases, coalesce(sum(n), 0) as messages
  from (select count(*) as n from told_case where joint is not null group by joint having count(*) > 1) several) j,
  lateral (values ('cases', j.cases), ('messages', j.messages)) v(name, value);
