-- Tallies of the period, and administrations that take part by whether they have told of cases, of tallies alone, or of
-- nothing. A late tally is on record; what is owed and not yet due is awaited.
insert into line
select 'counts/agencyDays/' || v.name, v.value::text
from (select count(*) filter (where mark in ('reported', 'nil', 'late')) as on_record,
    count(*) filter (where mark = 'nil') as nil, count(*) filter (where mark = 'missing') as missing,
    count(*) filter (where mark is null and owing) as awaited
  from asked a, mark k join administrations g on g.id = k.administration_id
  where a.reporter is null or g.code = a.reporter) m,
  lateral (values ('onRecord', m.on_record), ('nil', m.nil), ('missing', m.missing), ('awaited', m.awaited)) v(name, value)
union all
select 'counts/participation/' || v.name, v.value::text
from (
  select count(*) as administrations, count(*) filter (where seized) as reporting,
    count(*) filter (where not seized and said) as nil_only, count(*) filter (where not seized and not said) as silent
  from (
    select m.id, exists (select from told_case c where c.reporter = m.code) as seized,
      exists (select from mark k where k.administration_id = m.id and k.mark in ('reported', 'nil', 'late')) as said
    from administrations m
    where m.kind <> 'organisation' and exists (select from asked a
      join participants p on p.operation_id = a.operation_id where p.administration_id = m.id and p.left_at is null)) taking) t,
  lateral (values ('administrations', t.administrations), ('reporting', t.reporting), ('nilOnly', t.nil_only),
    ('silent', t.silent)) v(name, value);
