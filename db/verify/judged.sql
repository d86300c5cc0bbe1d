-- By which list each line of goods was judged. What a list said when a record was written is kept, though another one has
-- been loaded since; which one that was stands nowhere but beside the facts of the line, and nothing else of them is read.
create temp table judged on commit drop as
select distinct on (f.seizure_id, f.line) f.seizure_id as id, f.line, f.appendix_source as source_id
from asked a join seizure_fact_items f on f.operation_id = a.operation_id
where exists (select from told_case c where c.id = f.seizure_id)
order by f.seizure_id, f.line, f.version desc;
alter table judged add primary key (id, line);
