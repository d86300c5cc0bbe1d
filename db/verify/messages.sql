-- What each agency has told, as it stands: the newest input of every message, whose it is, and whether others see it.
create temp table message on commit drop as
select s.id, s.agency_id, m.code as reporter, s.shared, s.input, (s.at at time zone 'UTC')::date as written_on,
  s.change_kind = 'withdrawn' as withdrawn,
  exists (select from duplicates d
    where d.operation_id = s.operation_id and d.state = 'merged' and d.dropped = s.id) as merged,
  r.cleared_at, r.released_at
from asked a
join seizures s on s.operation_id = a.operation_id and s.ended_by is null
join agencies g on g.id = s.agency_id
join administrations m on m.id = g.administration_id
join released r on r.id = s.id;
alter table message add primary key (id);
