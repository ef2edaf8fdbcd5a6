/** JSON-RPC, a message a line: calls come in, results go out, and `print` asks Prisma's tool to show something. */
import readline from 'node:readline';

const renamed = { getDatabaseVersion: 'version' };
/** Prisma's code for "look into data". */
const failureCode = 4466;

export function serve(load) {
  const printed = new Map();
  let lastPrint = 1_000_000;
  let engine;
  // One call at a time, in their order: the engine holds one connection.
  let queue = Promise.resolve();

  const print = (content) =>
    new Promise((resolve) => {
      const id = ++lastPrint;
      printed.set(id, resolve);
      send({ jsonrpc: '2.0', id, method: 'print', params: { content } });
    });

  async function answer({ id, method, params }) {
    try {
      engine ??= await load();
      let result = await engine[renamed[method] ?? method](params);
      if (method === 'diff') {
        if (result.stdout != null) await print(result.stdout);
        result = { exitCode: result.exitCode, stdout: null };
      }
      send({ jsonrpc: '2.0', id, result: result ?? {} });
    } catch (error) {
      const data = {
        is_panic: false,
        message: error?.message ?? String(error),
        error_code: error?.code ?? error?.error_code ?? null,
        meta: error?.meta,
      };
      send({
        jsonrpc: '2.0',
        id,
        error: { code: failureCode, message: 'An error happened. Check the data field for details.', data },
      });
    }
  }

  const lines = readline.createInterface({ input: process.stdin });
  lines.on('line', (line) => {
    const message = JSON.parse(line);
    if (message.method) {
      queue = queue.then(() => answer(message));
      return;
    }
    printed.get(message.id)?.();
    printed.delete(message.id);
  });
  lines.on('close', async () => {
    await queue;
    process.exit(0);
  });
}

function send(message) {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}
