-- What can be counted in each version of the messages that were corrected: two versions that differ in nothing of it
-- differ in words alone.
create temp table told_version on commit drop as
with corrected as (
  select s.* from asked a join seizures s on s.operation_id = a.operation_id
  where exists (select from seizures o where o.operation_id = s.operation_id and o.id = s.id and o.version > 1)),
-- A place as it is understood: the position that was told, or else the gazetteer's.
places_told as (
  select c.id, c.version, w.n,
    jsonb_build_array(w.place ->> 'country', p.id, coalesce((w.place ->> 'lat')::float8, p.lat),
      coalesce((w.place ->> 'lon')::float8, p.lon),
      case when w.place ->> 'lat' is null and p.id is not null and w.place ->> 'precision' = 'country'
        then coalesce(p.geo_precision, case p.kind when 'city' then 'city' else 'facility' end)
        else w.place ->> 'precision' end) as place
  from corrected c,
    lateral (select 0::bigint as n, c.input -> 'place' as place
      union all select o.n, o.node -> 'place'
        from jsonb_array_elements(c.input -> 'route') with ordinality as o(node, n)) w
    left join places p on p.id = w.place ->> 'placeId'),
gathered as (select id, version, jsonb_agg(place order by n) as places from places_told group by id, version)
select c.id, c.version, e.arrival, c.change_kind, c.input,
  jsonb_build_object(
    'what', jsonb_build_array(c.input -> 'eventKind', c.input -> 'placeKind', c.input -> 'direction', c.input -> 'mode',
      c.input #> '{persons,arrested}'),
    'when', jsonb_build_array(c.input -> 'occurredOn', c.input -> 'occurredTo', c.input -> 'datePrecision',
      (c.input ->> 'occurredAt')::timestamptz),
    'where', g.places,
    'goods', (select jsonb_agg(jsonb_build_array(i -> 'commodity', i -> 'quantity', i -> 'unit', i -> 'qualifier',
        i -> 'secondQuantity', i -> 'secondUnit', i -> 'taxonId', i -> 'live') order by n)
      from jsonb_array_elements(c.input -> 'items') with ordinality as o(i, n)),
    'route', (select jsonb_agg(jsonb_build_array(r -> 'role', r -> 'sharePercent', r -> 'opportunity', r -> 'modeToNext',
        r -> 'evidence') order by n)
      from jsonb_array_elements(c.input -> 'route') with ordinality as o(r, n)),
    'codes', jsonb_build_array(c.input -> 'detections', c.input -> 'controlReasons', c.input -> 'concealmentPlaces',
      c.input -> 'concealmentMethods', c.input -> 'offences')) as countable
from corrected c
join gathered g on g.id = c.id and g.version = c.version
left join events e on e.id = c.begun_by;
create index on told_version (id, version);
