'use client';
import { createContext, type ReactNode, useContext, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { LiveConnection, type LiveNews, type LiveState } from './live-connection.ts';

const Connection = createContext<LiveConnection | null>(null);
/** A page in the background lets go of its stream: browsers give a site six connections for all its tabs. */
const hiddenForMs = 30_000;

/**
 * Around screens that live; one stream a page, opened by the first `useLive`.
 * `place`: from `livePlace()` where the page is rendered; `headers`: the Mini App's proof.
 */
export function LiveProvider(props: { place?: string; headers?: () => Record<string, string>; children: ReactNode }) {
  const { place, headers, children } = props;
  const [connection] = useState(() => new LiveConnection({ url: '/api/live', place, headers }));
  useEffect(() => {
    let letGo: ReturnType<typeof setTimeout> | undefined;
    const onVisibility = () => {
      clearTimeout(letGo);
      if (document.hidden) letGo = setTimeout(() => connection.pause(), hiddenForMs);
      else connection.resume();
    };
    const onOnline = () => {
      if (!document.hidden) connection.resume();
    };
    document.addEventListener('visibilitychange', onVisibility);
    window.addEventListener('online', onOnline);
    return () => {
      clearTimeout(letGo);
      document.removeEventListener('visibilitychange', onVisibility);
      window.removeEventListener('online', onOnline);
    };
  }, [connection]);
  return <Connection.Provider value={connection}>{children}</Connection.Provider>;
}

function useConnection(): LiveConnection {
  const connection = useContext(Connection);
  if (!connection) throw new Error('useLive needs a LiveProvider above');
  return connection;
}

/** Calls `onNews` for events of these topics, and for a reset: then refetch what is shown. The latest handler is used. */
export function useLive(topics: readonly string[], onNews: (news: LiveNews) => void): void {
  const connection = useConnection();
  const latest = useRef({ topics, onNews });
  useEffect(() => {
    latest.current = { topics, onNews };
  });
  useEffect(
    () =>
      connection.listen((news) => {
        const { topics, onNews } = latest.current;
        if (news.kind === 'reset' || topics.includes(news.topic)) onNews(news);
      }),
    [connection],
  );
}

const connecting: LiveState = { kind: 'connecting' };

/** For `LiveMark`: «связь потеряна, повтор через 4 с», counted down. */
export function useLiveState(): { readonly kind: LiveState['kind']; readonly retryInSeconds?: number } {
  const connection = useConnection();
  const state = useSyncExternalStore(
    (onChange) => connection.watch(onChange),
    () => connection.state,
    () => connecting,
  );
  const retryAtMs = state.kind === 'lost' ? state.retryAtMs : null;
  const [nowMs, setNowMs] = useState(0);
  useEffect(() => {
    if (retryAtMs === null) return;
    setNowMs(Date.now());
    const ticking = setInterval(() => setNowMs(Date.now()), 1_000);
    return () => clearInterval(ticking);
  }, [retryAtMs]);
  if (retryAtMs === null) return { kind: state.kind };
  return { kind: 'lost', retryInSeconds: nowMs === 0 ? 1 : Math.max(1, Math.ceil((retryAtMs - nowMs) / 1_000)) };
}
