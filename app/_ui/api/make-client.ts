import { QueryClient } from '@tanstack/react-query';
import { createTRPCClient, httpBatchLink, type TRPCClient, TRPCClientError } from '@trpc/client';
import type { AppRouter } from '#/server/trpc/root.ts';

/** The server takes as many calls in one request (trpc-handler.ts). */
const batchLimit = 20;

export function makeTrpcClient(headers?: () => Record<string, string>): TRPCClient<AppRouter> {
  return createTRPCClient<AppRouter>({
    links: [httpBatchLink({ url: '/api/trpc', maxItems: batchLimit, maxURLLength: 4000, headers })],
  });
}

export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // Live events say what changed; the focus refreshes the rest.
        staleTime: 10_000,
        retry: (failures, error) => failures < 2 && isWorthRetrying(error),
        retryDelay: (attempt) => Math.min(400 * 2 ** attempt, 4000),
      },
      // A lost answer does not tell whether the deed was done: never again by itself.
      mutations: { retry: false },
    },
  });
}

/** Refusals stay refusals; a silent or overloaded server may answer next time. */
function isWorthRetrying(error: unknown): boolean {
  if (!(error instanceof TRPCClientError)) return true;
  const status: number | undefined = error.data?.httpStatus;
  return status === undefined || status === 503 || status === 502 || status === 504;
}
