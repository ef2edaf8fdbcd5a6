import { usersOwnedData } from './users/account/data.ts';
import type { OwnedData } from './users/account/ports.ts';

/** Every room that holds something of people: what "export my data", "delete my account" and joining accounts go through. */
export const ownedData: readonly OwnedData[] = [usersOwnedData];
