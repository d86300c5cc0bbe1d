-- Messages that are cases of the period. Of a joint case the first by place is the case in totals, and the first of each
-- reporter is that reporter's.
create temp table told_case on commit drop as
select s.*,
  s.joint is null or not exists (select from standing o where o.joint = s.joint and o.place < s.place
    and o.stands_as = 'case' and o.in_period) as in_total
from standing s
where s.stands_as = 'case' and s.in_period
  and (s.joint is null or not exists (select from standing o where o.joint = s.joint and o.place < s.place
    and o.reporter = s.reporter and o.stands_as = 'case' and o.in_period));
alter table told_case add primary key (id);
