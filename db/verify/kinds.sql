-- The one slot of all goods of a case, or 'mixed'.
create temp table kind on commit drop as
select c.id, case when count(distinct g.slot) = 1 then min(g.slot) else 'mixed' end as kind
from told_case c left join goods g on g.id = c.id group by c.id;
alter table kind add primary key (id);
