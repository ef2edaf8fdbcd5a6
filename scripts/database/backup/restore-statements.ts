import { literal } from '../connect.ts';

/** Everything in the schemas goes, the schemas stay: they may belong to somebody else. */
export function emptySchemas(schemas: readonly string[]): string {
  return schemas
    .map(
      (schema) => `DO $empty$ DECLARE one record; BEGIN
  FOR one IN SELECT c.oid::regclass AS name, c.relkind FROM pg_class c
    WHERE c.relnamespace = to_regnamespace(${literal(schema)}) AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition
  LOOP EXECUTE format('DROP %s IF EXISTS %s CASCADE',
    CASE one.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'f' THEN 'FOREIGN TABLE' ELSE 'TABLE' END, one.name);
  END LOOP;
  FOR one IN SELECT c.oid::regclass AS name FROM pg_class c
    WHERE c.relnamespace = to_regnamespace(${literal(schema)}) AND c.relkind = 'S'
  LOOP EXECUTE format('DROP SEQUENCE IF EXISTS %s CASCADE', one.name); END LOOP;
  FOR one IN SELECT p.oid::regprocedure AS name FROM pg_proc p
    WHERE p.pronamespace = to_regnamespace(${literal(schema)})
    AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
  LOOP EXECUTE format('DROP ROUTINE IF EXISTS %s CASCADE', one.name); END LOOP;
  FOR one IN SELECT t.oid::regtype AS name FROM pg_type t
    WHERE t.typnamespace = to_regnamespace(${literal(schema)}) AND t.typtype IN ('e', 'd')
    AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = t.oid AND d.deptype = 'e')
  LOOP EXECUTE format('DROP TYPE IF EXISTS %s CASCADE', one.name); END LOOP;
END $empty$;`,
    )
    .join('\n');
}

/** What was true only of the server and the processes of then: browsers reload, workers beat again. */
export const afterRestore = `DO $after$ BEGIN
  IF to_regclass('public.live_events') IS NOT NULL THEN DELETE FROM public.live_events; END IF;
  IF to_regclass('public.worker_beats') IS NOT NULL THEN DELETE FROM public.worker_beats; END IF;
END $after$;`;
