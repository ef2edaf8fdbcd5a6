import { createServer } from 'node:net';

/** The first port from `usual` on that nobody listens on. */
export async function findFreePort(usual: number, host = '127.0.0.1', tries = 200): Promise<number> {
  for (let port = usual; port < Math.min(usual + tries, 65_536); port++) {
    if (await isFree(port, host)) return port;
  }
  throw new Error(`no free port from ${usual} on`);
}

export function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}
