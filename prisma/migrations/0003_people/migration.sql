-- AlterTable
ALTER TABLE "users" ADD COLUMN     "last_seen_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" BIGINT,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "sessions_expires_at_idx" ON "sessions"("expires_at");

-- CreateIndex
CREATE INDEX "rate_limits_expire_idx" ON "rate_limits"("expire");

-- CreateIndex
CREATE INDEX "audit_entries_actor_id_at_idx" ON "audit_entries"("actor_id", "at" DESC);



-- What follows is not of Prisma's making.

-- Who did what and when stays for ever; the words and addresses beside it may hold personal data,
-- and go when the account they speak of is deleted. Nothing else of the audit can be changed.
CREATE FUNCTION "refuse_audit_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW."details" = '{}'::jsonb AND NEW."address" = ''
    AND (NEW."id", NEW."at", NEW."actor_id", NEW."action", NEW."subject_id")
      IS NOT DISTINCT FROM (OLD."id", OLD."at", OLD."actor_id", OLD."action", OLD."subject_id")
    AND EXISTS (
      SELECT 1 FROM "users" u
      WHERE u."deleted_at" IS NOT NULL AND (u."id" = OLD."actor_id" OR u."id"::text = OLD."subject_id")
    )
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'rows of % are history: add an opposite one instead', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
DROP TRIGGER "immutable" ON "audit_entries";
CREATE TRIGGER "immutable" BEFORE UPDATE OR DELETE ON "audit_entries" FOR EACH ROW EXECUTE FUNCTION "refuse_audit_change"();

-- Runs as the owner of the tables: the application's own role may not update the audit at all.
CREATE FUNCTION "forget_in_audit"("person" uuid) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
  "blanked" integer;
BEGIN
  UPDATE "audit_entries" SET "details" = '{}'::jsonb, "address" = ''
  WHERE ("actor_id" = "person" OR "subject_id" = "person"::text) AND ("details" <> '{}'::jsonb OR "address" <> '');
  GET DIAGNOSTICS "blanked" = ROW_COUNT;
  RETURN "blanked";
END $$;
