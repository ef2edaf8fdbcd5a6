import { usersOwnedData } from './users/account/data.ts';
import { ledgerOwnedData } from './users/account/ledger/service.ts';
import type { OwnedData } from './users/account/model.ts';
import { plumbingOwnedData } from './users/account/plumbing/service.ts';

/** Every room that holds something of people: what "export my data", "delete my account" and joining accounts go through. */
export const ownedData: readonly OwnedData[] = [usersOwnedData, ledgerOwnedData, ...plumbingOwnedData];
