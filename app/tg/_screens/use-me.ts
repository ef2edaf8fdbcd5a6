'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '#/app/_ui/api/trpc-context.ts';
import { useLive } from '#/app/_ui/live/live.tsx';

/** Who it is; asked anew when the bot or the web changed something. */
export function useMe() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  useLive(['me.changed'], () => void queryClient.invalidateQueries());
  return useQuery(trpc.me.get.queryOptions());
}
