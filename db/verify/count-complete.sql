-- In how many cases is known what a complete record has. A centroid is no position; a country that is none is no end.
insert into line
select 'counts/completeness/' || v.name, v.value::text
from (
  select count(*) filter (where c.input #>> '{place,lat}' is not null or p.lat is not null) as coordinates,
    count(*) filter (where exists (select from node n where n.id = c.id and n.role = 'departure' and n.known)) as departure,
    count(*) filter (where exists (select from node n where n.id = c.id and n.role = 'destination' and n.known)) as destination,
    count(*) filter (where exists (select from jsonb_array_elements_text(
      (c.input -> 'concealmentPlaces') || (c.input -> 'concealmentMethods')) k(code) where k.code <> 'unknown')) as concealment,
    count(*) filter (where exists (select from attachments f, asked a where f.operation_id = a.operation_id
      and f.seizure_id = c.id and f.kind = 'photo' and f.at <= a.as_of)) as photo
  from told_case c left join places p on p.id = c.input #>> '{place,placeId}' where c.in_total) k,
  lateral (values ('coordinates', k.coordinates), ('departure', k.departure), ('destination', k.destination),
    ('concealment', k.concealment), ('photo', k.photo)) v(name, value);
