-- What is counted: an operation by its plan as it stands, as of which instant, of which days, and in the sheet of an
-- administration or of a group of goods of that alone; of a whole operation tallies are looked at up to the day that is
-- running. And one line for each counted value, under its own name.
create temp table asked (
  operation_id uuid not null, zone text not null, starts_on date not null, ends_on date not null,
  late_limit_hours int not null, cut_off time not null, as_of timestamptz not null, from_day date, to_day date,
  first_day date not null, last_day date not null, reporter text, group_code text
) on commit drop;
create temp table line (name text primary key, value text not null) on commit drop;
