'use client';
import { createTRPCContext } from '@trpc/tanstack-react-query';
// Types only: nothing of the server reaches the browser.
import type { AppRouter } from '#/server/trpc/root.ts';

/** `useTRPC()` makes options for React Query: `useQuery(trpc.me.get.queryOptions())`. `useTRPCClient()` calls directly. */
export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();
