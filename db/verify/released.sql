-- When each message was cleared and released. The instant of a release stands nowhere but in the first version of its
-- facts: it is read there, and nothing else of them.
create temp table released on commit drop as
select f.id, f.cleared_at, f.released_at
from asked a join seizure_facts f on f.operation_id = a.operation_id and f.version = 1;
