-- Questions on messages that count, by what they were about: how many were asked, and how many of those were answered.
insert into line
select 'counts/questions/' || q.about || '/' || v.name, v.value::text
from (
  select q.field as about, count(*) as asked, count(*) filter (where q.answered_at <= a.as_of) as answered
  from asked a join questions q on q.operation_id = a.operation_id and q.asked_at <= a.as_of
  join standing s on s.id = q.seizure_id and s.stands_as = 'case' and s.in_period
  group by q.field) q,
  lateral (values ('asked', q.asked), ('answered', q.answered)) v(name, value);
