-- Every message that all may count, and of a sheet those that it is about, with why it is or is not a case; null in the period where its day is not known.
create temp table standing on commit drop as
select m.id, d.day, d.began, d.day_alone, m.reporter, m.agency_id, m.input, m.written_on, m.cleared_at, m.released_at,
  m.merged, c.id is not null as confirmed, j.joint, j.place,
  case when m.merged or m.withdrawn then 'taken out'
    when m.input ->> 'eventKind' not in ('seizure', 'controlled_delivery_takedown') then 'no seizure'
    when d.outside then 'outside'
    else 'case' end as stands_as,
  a.from_day is null or d.day between a.from_day and a.to_day as in_period
from asked a, message m
join dated d on d.id = m.id
left join confirmed c on c.id = m.id
left join joint j on j.id = m.id
where m.shared and (a.reporter is null or m.reporter = a.reporter)
  and (a.group_code is null or exists (select from jsonb_array_elements(m.input -> 'items') i
    where left(i ->> 'commodity', 2) = a.group_code));
alter table standing add primary key (id);
