'use client';
import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { makeQueryClient, makeTrpcClient } from './make-client.ts';
import { TRPCProvider } from './trpc-context.ts';

/** Around screens that ask the server. `headers`: the Mini App sends its `authorization: tma ...` so. */
export function ApiProvider({ headers, children }: { headers?: () => Record<string, string>; children: ReactNode }) {
  const [queryClient] = useState(makeQueryClient);
  const [trpcClient] = useState(() => makeTrpcClient(headers));
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  );
}
