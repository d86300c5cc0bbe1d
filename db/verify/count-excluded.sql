-- Messages that are no cases, and cases whose day is not known where days are asked for.
insert into line
select 'excluded/' || v.name, v.value::text
from (select count(*) filter (where stands_as = 'no seizure' and in_period) as no_seizure,
    count(*) filter (where stands_as = 'outside' and in_period) as outside,
    count(*) filter (where stands_as = 'case' and in_period is null) as undated from standing) e,
  lateral (values ('notASeizure', e.no_seizure), ('outsideWindow', e.outside), ('undated', e.undated)) v(name, value)
union all
select 'counts/merged', count(*)::text from standing where merged and in_period
union all
select 'counts/takedowns', count(*)::text from told_case
where in_total and input ->> 'eventKind' = 'controlled_delivery_takedown';
