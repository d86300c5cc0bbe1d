-- The day a message counts on: the calendar day in the operation's zone, known only where a day was told. And the first
-- and last day on which it can have happened: outside the window is what lies beyond it with all of them.
create temp table dated on commit drop as
with told as (
  select m.id, m.input ->> 'datePrecision' as precision, (m.input ->> 'occurredOn')::date as on_day,
    (m.input ->> 'occurredTo')::date as until_day, (m.input ->> 'occurredAt')::timestamptz as instant
  from message m),
spans as (
  select t.*,
    case when precision = 'day' then coalesce((instant at time zone a.zone)::date, on_day) end as day,
    case precision when 'month' then date_trunc('month', on_day)::date when 'year' then date_trunc('year', on_day)::date
      else on_day end as first_day,
    case precision when 'month' then (date_trunc('month', on_day) + interval '1 month' - interval '1 day')::date
      when 'year' then (date_trunc('year', on_day) + interval '1 year' - interval '1 day')::date
      when 'range' then coalesce(until_day, on_day) else on_day end as last_day
  from told t, asked a)
select s.id, s.day,
  coalesce(s.day, s.last_day) < a.starts_on or coalesce(s.day, s.first_day) > a.ends_on as outside,
  -- The hour, or else the end of the day: whatever happened on it, happened before that.
  case when s.precision = 'day' then coalesce(s.instant, (s.on_day + 1)::timestamp at time zone a.zone) end as began,
  s.instant is null as day_alone
from spans s, asked a;
alter table dated add primary key (id);
