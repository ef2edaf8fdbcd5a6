-- AlterTable
ALTER TABLE "worker_beats" ADD COLUMN     "http_port" INTEGER;

-- CreateTable
CREATE TABLE "closed_chats" (
    "sender" TEXT NOT NULL,
    "chat_id" BIGINT NOT NULL,
    "reason" TEXT NOT NULL,
    "closed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "closed_chats_pkey" PRIMARY KEY ("sender","chat_id")
);

-- CreateIndex
CREATE INDEX "outbox_messages_chat_id_idx" ON "outbox_messages"("chat_id");



-- What follows is not of Prisma's making.

-- Open updates, oldest first: the inbox keeps what it has handled, to know it again.
CREATE INDEX "inbox_updates_due" ON "inbox_updates" ("bot_id", "update_id") WHERE "handled_at" IS NULL;
-- Updates that were given up, for the admin.
CREATE INDEX "inbox_updates_dead" ON "inbox_updates" ("handled_at") WHERE "handled_at" IS NOT NULL AND "error" IS NOT NULL;
-- Handled ones, for forgetting them.
CREATE INDEX "inbox_updates_handled" ON "inbox_updates" ("handled_at") WHERE "handled_at" IS NOT NULL;
