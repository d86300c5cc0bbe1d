-- For an installation with its own PostgreSQL 15 or newer. Run once as a superuser, with passwords of your own:
--   psql -v owner_password=... -v app_password=... -v read_password=... -f db/roles.sql
-- Then: DATABASE_OWNER_URL=postgres://naga_owner:...@host/naga  DATABASE_URL=postgres://naga_app:...@host/naga

create role naga_owner login nosuperuser nobypassrls nocreatedb nocreaterole password :'owner_password';
create role naga_app login nosuperuser nobypassrls nocreatedb nocreaterole password :'app_password';
create role naga_read login nosuperuser nobypassrls nocreatedb nocreaterole password :'read_password';

-- With plain C, and with the locales of the ICU and builtin providers, search misses Vietnamese and Chinese words.
create database naga owner naga_owner template template0 encoding 'UTF8' locale_provider libc locale 'C.UTF-8';
revoke all on database naga from public;
grant connect on database naga to naga_app, naga_read;

\connect naga
create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists pgcrypto;
