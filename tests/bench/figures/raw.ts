const FACTS = "seizure_facts f where f.operation_id = $1::uuid and f.ended_by is null and f.shared";
const GOODS = `seizure_facts f join seizure_fact_items i
  on i.operation_id = f.operation_id and i.seizure_id = f.id and i.version = f.version
  where f.operation_id = $1::uuid and f.ended_by is null and f.shared`;

/** The plain count of each panel over the tables themselves, without any of the rules that make figures of it. */
export const RAW = {
  cases: `select count(*) as n from ${FACTS}`,
  byReporter: `select f.reporter, count(*) as n from ${FACTS} group by 1`,
  bySlot: `select left(i.commodity, 1) as slot, count(distinct f.id) as n from ${GOODS} group by 1`,
  byDay: `select f.operational_day, count(*) as n from ${FACTS} group by 1`,
  byMode: `select f.mode, count(*) as n from ${FACTS} group by 1`,
  byCountry: `select f.country, count(*) as n from ${FACTS} group by 1`,
  slotByMode: `select left(i.commodity, 1) as slot, f.mode, count(distinct f.id) as n from ${GOODS} group by 1, 2`,
  corridors: `select n.country as start, f.country as finish, count(distinct f.id) as n
    from seizure_facts f join seizure_fact_nodes n
      on n.operation_id = f.operation_id and n.seizure_id = f.id and n.version = f.version
    where f.operation_id = $1::uuid and f.ended_by is null and f.shared group by 1, 2`,
  quantityByCommodity: `select i.commodity, i.unit, sum(i.normalised) as quantity, count(distinct f.id) as n from ${GOODS} group by 1, 2`,
  strips: `select * from (select left(i.commodity, 1) as slot, i.unit, i.normalised,
    row_number() over (partition by left(i.commodity, 1), i.unit order by i.normalised desc) as place from ${GOODS}) of_slot
    where place <= 48`,
} as const;
