-- Legs of the routes of cases between countries. Origins are parallel: each leads to where the way begins, none to the
-- next. Up to the place of discovery a leg was travelled ('>'), from there on it was only intended ('~'). What names no
-- country (the codes that ISO leaves to users, but for Kosovo's) is passed over.
create temp table node on commit drop as
select c.id, o.n, o.node ->> 'role' as role, o.node #>> '{place,country}' as country,
  o.node #>> '{place,country}' = 'XK' or o.node #>> '{place,country}' !~ '^(X.|Q[M-Z]|AA|ZZ)$' as known
from told_case c, jsonb_array_elements(c.input -> 'route') with ordinality as o(node, n)
where c.in_total;
create index on node (id);

create temp table leg on commit drop as
with found as (
  select c.id, c.input #>> '{place,country}' as country,
    -- At its own node; else behind the last one in the country of the seizure that is no destination; else at the end.
    coalesce(min(n.n) filter (where n.role = 'discovery'),
      max(n.n) filter (where n.role <> 'destination' and n.country = c.input #>> '{place,country}') + 0.5,
      1000) as at
  from told_case c left join node n on n.id = c.id where c.in_total group by c.id),
stops as (
  select f.id, n.n::numeric as at, n.country, n.n < f.at as travelled, n.n > f.at as intended
  from found f join node n on n.id = f.id
  where n.known and n.role not in ('origin', 'destination', 'discovery')
  union all
  select id, at, country, true, true from found
  where country = 'XK' or country !~ '^(X.|Q[M-Z]|AA|ZZ)$'),
travelled as (select *, lead(country) over w as onward, row_number() over w as nth from stops where travelled
  window w as (partition by id order by at)),
intended as (select *, lead(country) over w as onward from stops where intended
  window w as (partition by id order by at))
select id, country as start, '>' as way, onward as finish from travelled where onward is not null
union
select n.id, n.country, '>', t.country from node n join travelled t on t.id = n.id and t.nth = 1
  where n.role = 'origin' and n.known
union
select id, country, '~', onward from intended where onward is not null
union
select n.id, i.country, '~', n.country from node n join intended i on i.id = n.id and i.onward is null
  where n.role = 'destination' and n.known;
create index on leg (id);
