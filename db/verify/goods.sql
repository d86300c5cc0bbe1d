-- Goods of each case: slot and group of the list of commodities, and the quantity in the base unit of its dimension by
-- the rules that held when it was written. The second measure of the same goods is not counted.
create temp table goods on commit drop as
with told as (
  select c.id, c.in_total, c.confirmed, c.written_on, c.input as told, i.item, i.n - 1 as line, i.item ->> 'commodity' as commodity,
    (i.item ->> 'quantity')::numeric as quantity, i.item ->> 'unit' as unit, i.item ->> 'qualifier' as qualifier
  from asked a, told_case c, jsonb_array_elements(c.input -> 'items') with ordinality as i(item, n)
  where a.group_code is null or left(i.item ->> 'commodity', 2) = a.group_code)
select t.id, t.in_total, t.confirmed, t.told, t.item, t.line, t.commodity, k.slot, k.group_code,
  case left(t.commodity, 1) when 'D' then 'drugs' when 'P' then 'precursors' when 'F' then 'wildlife'
    when 'L' then 'timber' else 'other' end as family,
  coalesce((t.item ->> 'live')::boolean, false) as live,
  t.qualifier in ('estimated', 'approx') as estimated, t.qualifier = 'at_least' as at_least,
  round(t.quantity * n.factor, 6) as amount,
  case when t.quantity is null or n.factor is null then null
    else case u.dimension when 'mass' then 'kg' when 'volume' then 'l' when 'timber_volume' then 'm3' when 'area' then 'm2'
      when 'length' then 'm'
      else case when t.unit = 'pairs' then 'pcs' when t.unit in ('packs', 'cartons', 'cases') then 'sticks'
        else t.unit end end end as measure
from told t
left join commodities k on k.code = t.commodity
left join units u on u.code = t.unit and t.written_on between coalesce(u.valid_from, '-infinity')
  and coalesce(u.valid_to, 'infinity')
left join lateral (
  select coalesce(u.factor, r.factor) as factor from conversion_rules r
  where not r.estimate and r.from_dimension = u.dimension and r.to_dimension = u.dimension
    and (r.from_unit = u.code or (u.factor is not null and r.from_unit is null))
    and (r.commodity is null or r.commodity in (t.commodity, left(t.commodity, 2), left(t.commodity, 1)))
    and t.written_on between coalesce(r.valid_from, '-infinity') and coalesce(r.valid_to, 'infinity')
  order by length(coalesce(r.commodity, '')) desc, r.version desc limit 1) n on true;
create index on goods (id);
