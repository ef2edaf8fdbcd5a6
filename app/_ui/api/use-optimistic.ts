'use client';
import { type QueryKey, type UseMutationOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { showToast } from '../kit/toast.ts';
import { useErrorText } from './use-error-text.ts';

/**
 * A change that is painted before the server answers, and taken back with the reason when it refuses:
 *
 *   const rename = useOptimistic(trpc.me.update.mutationOptions(), {
 *     queryKey: trpc.me.get.queryKey(),
 *     apply: (me, input) => ({ ...me, ...input }),
 *   });
 */
export function useOptimistic<Output, Input, Cached>(
  options: UseMutationOptions<Output, unknown, Input> | (object & { mutationFn?: unknown }),
  {
    queryKey,
    apply,
    undo,
  }: {
    queryKey: QueryKey;
    apply: (cached: Cached, input: Input) => Cached;
    /** Offers 8 s to take it back: the words, and the deed that reverts it. */
    undo?: (input: Input, before: Cached) => { text: string; revert: () => void };
  },
) {
  const queryClient = useQueryClient();
  const errorText = useErrorText();
  return useMutation<Output, unknown, Input, { before: Cached | undefined }>({
    ...(options as UseMutationOptions<Output, unknown, Input, { before: Cached | undefined }>),
    onMutate: async (input) => {
      await queryClient.cancelQueries({ queryKey });
      const before = queryClient.getQueryData<Cached>(queryKey);
      if (before !== undefined) queryClient.setQueryData<Cached>(queryKey, apply(before, input));
      return { before };
    },
    onError: (error, _input, context) => {
      if (context?.before !== undefined) queryClient.setQueryData(queryKey, context.before);
      showToast({ text: errorText(error), tone: 'bad' });
    },
    onSuccess: (_output, input, context) => {
      const offer = context?.before !== undefined ? undo?.(input, context.before) : undefined;
      if (offer) showToast({ text: offer.text, undo: offer.revert });
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey }),
  });
}
