-- Persons arrested in the cases, and in how many of these nobody said how many.
insert into line
select 'persons/' || v.name, v.value::text
from (
  select coalesce(sum(n), 0) as persons, coalesce(sum(n) filter (where confirmed), 0) as confirmed,
    count(n) as stating, count(*) - count(n) as silent
  from (select (input #>> '{persons,arrested}')::int as n, confirmed from told_case where in_total) c) p,
  lateral (values ('persons', p.persons), ('confirmed', p.confirmed), ('provisional', p.persons - p.confirmed),
    ('stating', p.stating), ('silent', p.silent)) v(name, value);
-- The same by who reported; of a joint case what each of them told.
insert into line
select 'counts/personsByReporter/' || p.reporter || '/' || v.name, v.value::text
from (
  select c.reporter, sum(c.n) as persons, coalesce(sum(c.n) filter (where c.confirmed), 0) as confirmed
  from (select reporter, (input #>> '{persons,arrested}')::int as n, confirmed from told_case) c
  where c.n is not null group by c.reporter) p,
  lateral (values ('persons', p.persons), ('confirmed', p.confirmed), ('provisional', p.persons - p.confirmed)) v(name, value);
