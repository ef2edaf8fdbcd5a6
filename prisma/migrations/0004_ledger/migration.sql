-- AlterTable
ALTER TABLE "ledger_holds" ADD COLUMN     "released" BIGINT NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "ledger_transactions" ADD COLUMN     "hold_key" TEXT;



-- What follows is not of Prisma's making.

-- What was taken and what was given back never exceed what was held; a hold that ended has nothing left.
ALTER TABLE "ledger_holds" DROP CONSTRAINT "ledger_holds_amount_check";
ALTER TABLE "ledger_holds" ADD CONSTRAINT "ledger_holds_amount_check" CHECK (
  "amount" > 0 AND "captured" >= 0 AND "released" >= 0 AND "captured" + "released" <= "amount"
  AND ("state" = 'held') = ("captured" + "released" < "amount")
  AND ("state" = 'held') = ("ended_at" IS NULL)
);
