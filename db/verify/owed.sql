-- Of which agency a tally was owed for which day, by the last promise made before: every day, working days, once a week
-- (where that is a holiday, the first day after it that is none), a standing nil, or none. A country that reads all and
-- promised nothing owes one every day. From the first day of the phase: a weekly tally looks back.
create temp table owed on commit drop as
with days as (
  select p.agency_id, p.administration_id, d.day::date as day, (d.day::date + a.cut_off) at time zone a.zone as due_at,
    p.reads_all and m.kind = 'country' as reports
  from asked a
  join participants p on p.operation_id = a.operation_id
  join administrations m on m.id = p.administration_id
  cross join lateral generate_series(greatest(a.starts_on, p.joined_on)::timestamp,
    least(a.last_day, a.ends_on)::timestamp, interval '1 day') d(day)
  where p.left_at is null or d.day::date < (p.left_at at time zone a.zone)::date)
select d.*, w.rhythm is not distinct from 'weekly' as weekly,
  case when w.id is null then case when d.reports then 'tally' end
    when w.rhythm = 'daily' then 'tally'
    when w.rhythm = 'standing_nil' then 'nil'
    when w.rhythm = 'working_days' and extract(isodow from d.day) <> all (w.days_off) and d.day <> all (w.holidays) then 'tally'
    when w.rhythm = 'weekly' and d.day = (
      select min(x.day) from generate_series(0, 6) n,
        lateral (select d.day - (extract(isodow from d.day)::int - w.weekday + 7) % 7 + n as day) x
      where x.day <> all (w.holidays)) then 'tally' end as owes
from asked a cross join days d
left join lateral (
  select t.* from tally_promises t
  where t.operation_id = a.operation_id and t.agency_id = d.agency_id and t.made_at <= a.as_of
    and d.day >= t.from_day and (t.to_day is null or d.day <= t.to_day)
  order by t.made_at desc, t.id desc limit 1) w on true;
