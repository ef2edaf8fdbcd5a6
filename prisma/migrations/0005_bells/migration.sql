-- A NOTIFY inside a transaction makes PostgreSQL commit one such transaction at a time. The bell is rung after the
-- commit instead, by whoever wrote (server/lib/bell.ts), and those who wait look by themselves as well.
DROP TRIGGER "wake" ON "live_events";
DROP TRIGGER "wake" ON "inbox_updates";
DROP TRIGGER "wake" ON "outbox_messages";
DROP FUNCTION "wake"();
