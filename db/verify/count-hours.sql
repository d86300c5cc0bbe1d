-- Hours from the occurrence to clearance and to release: of all cases in their order the one in the middle, and the first
-- that nine of ten do not pass.
insert into line
with taken as (
  select w.what, c.day_alone, greatest(extract(epoch from w.until - c.began), 0) as seconds
  from told_case c, lateral (values ('toClearance', c.cleared_at), ('toRelease', c.released_at)) w(what, until)
  where c.in_total and c.began is not null),
placed as (
  select what, day_alone, seconds, row_number() over (partition by what order by seconds) as nth,
    count(*) over (partition by what) as n from taken),
said as (
  select w.what, count(p.nth) as n, count(*) filter (where p.day_alone) as at_least,
    min(p.seconds) filter (where p.nth >= 0.5 * p.n) as median, min(p.seconds) filter (where p.nth >= 0.9 * p.n) as ninetieth
  from (values ('toClearance'), ('toRelease')) w(what) left join placed p on p.what = w.what group by w.what)
select 'counts/' || s.what || '/' || v.name, v.value
from said s, lateral (values ('n', s.n::text), ('atLeast', s.at_least::text),
  ('median', round(s.median / 3600, 1)::text), ('ninetieth', round(s.ninetieth / 3600, 1)::text)) v(name, value)
where v.value is not null;
